/**
 * How long the window takes to show a page, and how quickly it answers the mouse: {@link
 * org.vitrine.bench.viewer.ViewerBench} opens the real window on a text that a model of bert-base's size has read.
 *
 * <p>A frame is timed from just before something is done to the window until the drawing is over, so that handling, layout,
 * painting and drawing all count ({@code Frames}). {@code Hand} moves the mouse and turns its wheel; {@code LargePictures}
 * shows the largest pictures that there are.
 */
package org.vitrine.bench.viewer;
