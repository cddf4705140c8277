/**
 * The arithmetic behind every number: which equation made it, of which other numbers, term by term. {@link
 * org.vitrine.explain.arithmetic.Arithmetic} is where to begin; the {@code …Wiring} classes say which tensor feeds which.
 */
package org.vitrine.explain.arithmetic;
