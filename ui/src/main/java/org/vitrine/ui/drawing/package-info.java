/**
 * One painter for all pictures: a picture draws lines, rectangles and texts on a {@link org.vitrine.ui.drawing.Surface}, and
 * does not know whether that is a file or a window.
 *
 * <pre>
 *   Picture ──► Surface ──► SvgSurface    a document without scripts
 *                       ──► ImageSurface  pixels, without a screen
 *                       ──► the window's canvas, or a Sketch that only remembers
 * </pre>
 *
 * <p>{@link org.vitrine.ui.drawing.Theme} is the look: one meaning per colour, in light and dark ({@code Palette}). All
 * lengths are points and all letters have one width ({@link org.vitrine.ui.drawing.TextStyle}), so a picture knows its size
 * before it is drawn and is the same everywhere. {@link org.vitrine.ui.drawing.Pictures} writes files, whole or not at all.
 */
package org.vitrine.ui.drawing;
