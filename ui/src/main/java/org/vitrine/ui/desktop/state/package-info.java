/**
 * What the window is about, without a widget: the {@link org.vitrine.ui.desktop.state.Session}, what it has on show ({@link
 * org.vitrine.ui.desktop.state.Exhibit}), and what was chosen of it ({@link org.vitrine.ui.desktop.state.Selection}).
 */
package org.vitrine.ui.desktop.state;
