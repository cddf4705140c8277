/**
 * Pictures in a window: scrolled, pointed at, chosen from. A picture of {@code ui.picture} comes in; what people point at
 * and choose goes out, as the spots that the picture marked.
 *
 * <p>{@link org.vitrine.ui.desktop.canvas.PictureView} is the way in. A picture is painted once, in tiles ({@code
 * DisplayList}, {@code Tiles}, {@code Viewport}); what is pointed at is a second, small one above it ({@code OverlayImage}),
 * so a page with all its lines can be pointed at without a graphics card. {@code Places} finds what is at a point; {@code
 * Walk} and {@code Keys} lead from place to place without a mouse; {@code HintLayer} says the numbers.
 */
package org.vitrine.ui.desktop.canvas;
