/**
 * What {@code explain} found, as pictures: each is made of a record and a theme, knows its size, and paints itself on any
 * {@link org.vitrine.ui.drawing.Surface}. None is without a title, a legend and the numbers behind it.
 *
 * <p>{@link org.vitrine.ui.picture.PredictionsPicture} is a small one to read first: a record comes in, a row of boxes for
 * each layer goes out. Attention is drawn by {@link org.vitrine.ui.picture.HeadViewPicture}, {@link
 * org.vitrine.ui.picture.ModelViewPicture} and {@link org.vitrine.ui.picture.NeuronViewPicture}, groups of neurons by {@link
 * org.vitrine.ui.picture.ActivationsPicture}, any tensor by {@link org.vitrine.ui.picture.HeatMapPicture}, a layer as a
 * diagram by {@link org.vitrine.ui.picture.BlockPicture}, an equation by {@link org.vitrine.ui.picture.ArithmeticPicture}.
 *
 * <p>A picture also says what its places stand for ({@link org.vitrine.ui.picture.spot}) and which numbers are behind them;
 * in a window these can be pointed at and chosen, in an SVG file they show when a browser points at them.
 */
package org.vitrine.ui.picture;
