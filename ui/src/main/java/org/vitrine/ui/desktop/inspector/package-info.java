/**
 * Any tensor of the forward pass, number by number: a tree of all of them, a heat map, statistics, what makes it.
 *
 * <p>{@link org.vitrine.ui.desktop.inspector.InspectorModel} is the view without widgets: which tensor, which slice of it,
 * how it is coloured ({@link org.vitrine.ui.desktop.inspector.Scale}). {@link org.vitrine.ui.desktop.inspector.InspectorTab}
 * puts the tree ({@link org.vitrine.ui.desktop.inspector.TensorTree}), the heat map and the numbers side by side; {@link
 * org.vitrine.ui.desktop.inspector.TensorCsv} takes a slice out of the window with all its digits.
 */
package org.vitrine.ui.desktop.inspector;
