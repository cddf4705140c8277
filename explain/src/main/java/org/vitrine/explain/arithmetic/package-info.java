/**
 * The arithmetic behind every number: the name of a tensor and a place in it come in, the equation that made this number
 * goes out, with the numbers that went into it, each of which can be asked in turn, down to the tables that were learnt.
 *
 * <pre>
 *   decoder.5.attn.pattern[3, 4, 1]  =  exp(score − max) / Σ exp
 *                                        └─ decoder.5.attn.scores[3, 4, 1]  =  q · k / √e
 *                                                                               └─ decoder.5.attn.q[3, 4, 0] …
 * </pre>
 *
 * <p>{@link org.vitrine.explain.arithmetic.Arithmetic} is where to begin: {@code derive(name, index)} gives a {@link
 * org.vitrine.explain.arithmetic.Derivation}, whose terms ({@link org.vitrine.explain.arithmetic.Term}) are made of inputs
 * ({@link org.vitrine.explain.arithmetic.Input}): a number that was recorded, a weight that was learnt, or a constant.
 *
 * <p>Then {@code Gpt2Wiring}, beside {@link org.vitrine.transformer.gpt2.Gpt2}: the same model without its numbers, in the
 * same order, saying only which tensor is made of which. {@code BertWiring} and {@code BartWiring} show at a glance what is
 * wired differently. A {@code Step} knows one kind of equation: {@code Product}, {@code Scores}, {@code Softmax}, {@code
 * Mix}, {@code Norm}, {@code Sum}, {@code Lookup}, {@code Curve}. They compute in the order of {@link
 * org.vitrine.transformer.ops.ScalarOps}; tests hold every recorded number of the classroom models against them.
 */
package org.vitrine.explain.arithmetic;
