/**
 * Writing: the scores of the next token come in, one token after the other goes out, until a text is done.
 *
 * <pre>
 *   Draft       what a model has read so far → scores of the next token [V]
 *   ScoreRule   scores → scores: forbids an end that is too early, or the third word of a phrase that was there before
 *   TokenChooser, Sampler   scores → one token
 *   Generator   the loop around them: one text           BeamSearch   several texts side by side, the likeliest kept
 * </pre>
 *
 * <p>Read {@link org.vitrine.transformer.generate.Generator} first, then {@link org.vitrine.transformer.generate.Sampler}
 * (Holtzman et al. 2020, section 3.1), then {@link org.vitrine.transformer.generate.BeamSearch} (Graves 2012, section 2.5;
 * Wu et al. 2016, section 7) with {@link org.vitrine.transformer.generate.BeamStep}, which shows what it knows after each
 * step. {@link org.vitrine.transformer.generate.GenerationSettings} is what a model asks for in its {@code
 * generation_config.json}; {@link org.vitrine.transformer.generate.Lengths} is how long a text is to be.
 *
 * <p>Nothing is recorded on the way. Under the causal mask a pass over the finished text holds every step, so whoever wants
 * to look records one pass at the end. A {@link org.vitrine.transformer.generate.Draft} can be forked, which copies pointers
 * only: that is how a beam becomes two.
 *
 * <p>What surprises in the reference ({@code generation/logits_process.py}, {@code generation/utils.py}): the rules change
 * log-probabilities that are not made to sum to 1 again; of the 2 · beams best candidates only those among the first {@code
 * beams} may end a text; lengths count the start token, while the penalty on a text's score does not.
 */
package org.vitrine.transformer.generate;
