/**
 * Views of what each layer would say: its candidates at one place ({@link org.vitrine.ui.desktop.lens.PredictionsTab}), the
 * ranks of a text's tokens ({@link org.vitrine.ui.desktop.lens.RankingsTab}) and of watched words ({@link
 * org.vitrine.ui.desktop.lens.RankingsWatchTab}), and writing, token by token ({@link
 * org.vitrine.ui.desktop.lens.GenerationTab}). Each tab binds to a model without widgets.
 */
package org.vitrine.ui.desktop.lens;
