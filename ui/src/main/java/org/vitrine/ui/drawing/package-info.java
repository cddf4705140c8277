/**
 * One painter for all pictures: a picture draws lines, rectangles and texts on a {@link org.vitrine.ui.drawing.Surface},
 * and does not know whether that is a file or a window.
 */
package org.vitrine.ui.drawing;
