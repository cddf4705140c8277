/**
 * Questions to a trace, answered as immutable records: what would each layer say, and how does each rank a word? Nothing
 * here prints or draws; whoever shows a record decides how.
 *
 * <pre>
 *   Trace ──► LogitLens.predictions ──► LayerPredictions   the likeliest tokens after each layer
 *         ──► LogitLens.ranks, watch ─► RankTable          the rank of some tokens after each layer
 * </pre>
 *
 * <p>{@link org.vitrine.explain.LogitLens} is the file to read. The idea: the stream after any layer has the shape of the
 * last one, so the model's own head can read it as if the model ended there (nostalgebraist 2020, "interpreting GPT: the
 * logit lens"). {@link org.vitrine.explain.Lens} says how: through all of the head, final norm included, so that layers can
 * be compared; or straight through the token table, as Ecco does on inner layers (Alammar 2021), which cannot be. {@link
 * org.vitrine.explain.Distribution} makes probabilities and ranks of scores.
 *
 * <p>A position is the place of the token that is predicted: GPT-2 and BART's decoder predict position p from the stream at
 * p − 1, BERT from the stream at p.
 *
 * <p>The other packages ask other questions of the same trace, each readable by itself: {@link
 * org.vitrine.explain.attention} who looks at whom, {@link org.vitrine.explain.neurons} which neurons fire, {@link
 * org.vitrine.explain.factors} which of them fire together, {@link org.vitrine.explain.arithmetic} what a number was made
 * of, {@link org.vitrine.explain.whatif} what would be if it were otherwise, {@link org.vitrine.explain.tensors} what there
 * is to say of any tensor, {@link org.vitrine.explain.check} whether the numbers are right.
 */
package org.vitrine.explain;
