/**
 * How one number came about: the way back from any number, input by input, to the tables that were learnt. The equations
 * come from {@link org.vitrine.explain.arithmetic.Arithmetic}; here one walks from number to number.
 *
 * <p>{@link org.vitrine.ui.desktop.arithmetic.ArithmeticModel} is the view without widgets: the number in question, its
 * equation, and the way walked so far ({@code Walk}, back and forward as in a browser). {@link
 * org.vitrine.ui.desktop.arithmetic.ArithmeticPane} shows it; {@code TermTable} lays out only the terms in sight, since a
 * sum may have thousands. {@code NumberName} reads what people type: {@code decoder.5.attn.pattern[3, 4, 1]}.
 */
package org.vitrine.ui.desktop.arithmetic;
