/**
 * Numbers with a shape: what flows through a model, and what a model has learnt.
 *
 * <p>A {@link org.vitrine.transformer.tensor.Tensor} is what flows: a {@link org.vitrine.transformer.tensor.Shape} and one
 * {@code float[]}, the last axis in one piece. Number [h, t, i] of a tensor [H, T, e] is {@code data()[(h * T + t) * e +
 * i]}; there are no strides and no views. It is never changed after it was made. So recording one is keeping a pointer, the
 * debugger shows what was computed and not what came later, and two back ends can be compared.
 *
 * <p>Heads are not an axis of the weights but a way to cut rows: {@code splitHeads} makes [H, T, e] of [T, d], {@code
 * mergeHeads} puts the heads side by side again, head h in columns h·e to (h + 1)·e.
 *
 * <p>A {@link org.vitrine.transformer.tensor.Weight} is what was learnt: a matrix [in, out], whatever way round the file has
 * it. It lies in panels of 32 outputs, because that is how products read it; {@code at}, {@code row} and {@code column} show
 * it as a matrix. What the file stores in 16 bits stays so and is widened as it is read.
 *
 * <p>A tensor that was made on a device has its shape at once and its numbers when somebody looks ({@link
 * org.vitrine.transformer.tensor.DistantNumbers}); nobody else notices.
 *
 * <p>Read {@code Shape}, then {@code Tensor}; {@code Weight} when it matters why it is fast.
 */
package org.vitrine.transformer.tensor;
