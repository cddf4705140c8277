/**
 * Vitrine from Java, from JShell and from notebooks, in a line:
 *
 * <pre>{@code
 * Vitrine.load("classroom-gpt2").run("The keys to the cabinet").rankings()
 * }</pre>
 *
 * <p>{@link org.vitrine.ui.api.Vitrine} is a model, {@link org.vitrine.ui.api.Run} a text that it reads, and what a run is asked
 * for is an {@link org.vitrine.ui.api.Explanation}: a text for people ({@code toString}), the command line's JSON document, for
 * most a picture, and the record of {@code org.vitrine.explain} with the numbers. Everything is immutable: a setting such as
 * {@code .layer(5)} gives another explanation. Nothing is computed before somebody looks, and then once. Nothing is printed, and
 * any number of threads may use all of it.
 *
 * <p>Positions, layers and heads are counted from 0. What makes no sense ends in an {@link
 * java.lang.IllegalArgumentException} whose message says what was expected; what a model cannot do in a {@link
 * org.vitrine.transformer.config.ModelException}.
 */
package org.vitrine.ui.api;
