/**
 * What the window is about, without a widget: the {@link org.vitrine.ui.desktop.state.Session}, what it has on show ({@link
 * org.vitrine.ui.desktop.state.Exhibit}), and what was chosen of it ({@link org.vitrine.ui.desktop.state.Selection}).
 *
 * <p>A text is read in the background ({@code Reader}, {@link org.vitrine.ui.desktop.state.ForwardPass}) and becomes an
 * exhibit, which all views show; the selection is shared, so what is chosen in one is chosen in all. {@link
 * org.vitrine.ui.desktop.state.WhatIf} holds interventions: with them the exhibit has the trace after, and where the
 * difference is on show, the one before, too. {@link org.vitrine.ui.desktop.state.Device} says how far a GPU is made ready.
 */
package org.vitrine.ui.desktop.state;
