/**
 * A model made ready for questions: {@link org.vitrine.ui.session.ModelLookup} finds its files by the name that a
 * person typed, {@link org.vitrine.ui.session.LoadedModel} reads them once, and a {@link
 * org.vitrine.ui.session.Passage} is a text in that model's tokens, typed or written on by the model.
 */
package org.vitrine.ui.session;
