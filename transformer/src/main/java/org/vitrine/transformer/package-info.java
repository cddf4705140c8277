/**
 * The models: token ids come in, the score of every vocabulary entry goes out, and every tensor on the way has a name.
 *
 * <pre>
 *   ids [T] → embed → layer 0 … layer n − 1 → head → scores [T, V]
 *                        |            each tensor passes by a {@link org.vitrine.transformer.trace.Recorder},
 *                        +----------- which keeps it, or hands back another one to go on with
 * </pre>
 *
 * <p>Three things are kept apart, and a model is given all three: what it has learnt ({@code Gpt2Weights} and its like), how
 * the arithmetic is done ({@link org.vitrine.transformer.ops.Ops}), and what is kept of it ({@link
 * org.vitrine.transformer.trace.Recorder}). So a forward pass has no switch for speed and none for looking.
 *
 * <p>Read in this order, for each file rests on those before it:
 * <ol>
 * <li>{@link org.vitrine.transformer.tensor.Tensor}: a shape and a {@code float[]}; never changed, so that what was recorded
 * stays what it was.
 * <li>{@link org.vitrine.transformer.ops.ScalarOps}: every operation in plain loops, down to one multiply-add.
 * <li>{@link org.vitrine.transformer.layer.Attention}: the one equation that all models share.
 * <li>{@link org.vitrine.transformer.gpt2.Gpt2}: a whole model, in the order of the paper.
 * <li>{@link org.vitrine.transformer.trace.Site}, {@link org.vitrine.transformer.trace.TensorName}: what everything is
 * called.
 * <li>{@link org.vitrine.transformer.bert.Bert}, {@link org.vitrine.transformer.bart.Bart}: the same parts, wired in another
 * way.
 * <li>{@link org.vitrine.transformer.generate.Generator}: from scores to a text.
 * </ol>
 *
 * <p>Vaswani et al. 2017, "Attention Is All You Need", is the paper behind all three models; each names its own. Nothing
 * here knows text or pixels.
 */
package org.vitrine.transformer;
