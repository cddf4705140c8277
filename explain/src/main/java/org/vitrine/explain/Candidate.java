package org.vitrine.explain;

/**
 * A token that could stand at a position.
 *
 * @param rank 1 = most likely
 * @param id its place in the vocabulary
 * @param token as people read it, leading space included
 * @param probability 0 to 1, among the whole vocabulary
 * @param logit the score before the softmax
 */
public record Candidate(int rank, int id, String token, double probability, float logit) {
}
