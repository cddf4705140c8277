/**
 * Where the heads look: BertViz' head view ({@link org.vitrine.ui.desktop.attention.HeadViewTab}) and model view ({@link
 * org.vitrine.ui.desktop.attention.ModelViewTab}), and what a window adds: pointing at a token, pinning it, switching heads
 * off, leaving out weak links, what changed after an intervention.
 *
 * <p>Each view is three classes: a model without widgets ({@code HeadViewModel}), the numbers, found in the background
 * ({@code HeadViewContent}), and the tab that binds to both. {@code LinkFilter} is what both filter by; a filter takes links
 * away and never changes a number.
 */
package org.vitrine.ui.desktop.attention;
