/**
 * The desktop viewer.
 *
 * <p>Numbers come from {@code explain}, pictures from {@code ui.picture}: the window lets people choose what is shown and points
 * at it. Each view is a {@link org.vitrine.ui.desktop.View} in a tab of the {@link
 * org.vitrine.ui.desktop.ViewerWindow}, made of a model without widgets, which tests can build without a screen, and a pane
 * that binds to it. All of them share one {@link org.vitrine.ui.desktop.state.Session}: its exhibit is what they show, its
 * selection is what was chosen in any of them. What takes time is done at a {@link
 * org.vitrine.ui.desktop.work.Desk}, a {@link org.vitrine.ui.desktop.work.Slot} for each kind of work. Pictures are shown by a
 * {@link org.vitrine.ui.desktop.canvas.PictureView}; what their places stand for are spots ({@code ui.picture.spot}).
 */
package org.vitrine.ui.desktop;
