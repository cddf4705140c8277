/**
 * What {@code explain} found, as pictures: each is made of a record and a theme, knows its size, and paints itself on any
 * {@link org.vitrine.ui.drawing.Surface}. None is without a title, a legend and the numbers behind it.
 */
package org.vitrine.ui.picture;
