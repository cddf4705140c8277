/**
 * What can be said of any tensor, whatever it means: a tensor comes in; slices, statistics, histograms, its strongest
 * numbers, or how it differs from another go out.
 *
 * <p>{@link org.vitrine.explain.tensors.TensorSlice} makes a matrix of it, since people look at matrices: of [H, T, S] one
 * head, or one token's row of every head. {@link org.vitrine.explain.tensors.TensorStatistics} and {@link
 * org.vitrine.explain.tensors.TensorHistogram} count masked numbers (−∞) and those that are none (NaN) apart. {@link
 * org.vitrine.explain.tensors.StrongestNumbers} shows a large matrix in fewer cells without hiding an outlier: each cell is
 * the number of its block that is farthest from 0.
 */
package org.vitrine.explain.tensors;
