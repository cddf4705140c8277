/**
 * Questions and answers: what the command line and {@code org.vitrine.ui.api} share. A {@link org.vitrine.ui.answer.Question}
 * holds all settings of a view, knows no option and no method, and turns each text into an {@link
 * org.vitrine.ui.answer.Answer}, which can show itself to a person, write itself as JSON and, often, be drawn; all three are made
 * of the same records. The {@link org.vitrine.ui.answer.Asker} says what settings are called where the question was asked.
 */
package org.vitrine.ui.answer;
