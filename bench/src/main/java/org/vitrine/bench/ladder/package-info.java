/**
 * One matrix product in ten steps, from three loops to what {@link org.vitrine.transformer.ops.VectorOps} does, for people
 * who want to know why it looks the way it does. {@code bench/LADDER.md} explains every step; read the classes in the order
 * of {@link org.vitrine.bench.ladder.MatmulLadder#rungs}.
 *
 * <p>All rungs make every output with the same multiply-adds in the same order, so all have the same bits, and a test holds
 * them to it. What changes is only which output's turn it is, and where numbers wait.
 *
 * <p>Letters: i counts rows of x, j outputs, k inputs.
 */
package org.vitrine.bench.ladder;
