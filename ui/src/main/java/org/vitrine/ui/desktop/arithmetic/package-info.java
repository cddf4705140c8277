/** How one number came about: the way back from any number, input by input, to the tables that were learnt. */
package org.vitrine.ui.desktop.arithmetic;
