package org.vitrine.transformer.generate;

import java.util.List;

/**
 * A text that a beam search has written.
 *
 * @param ids the prompt's ids and the new ones together
 * @param score the sum of the new tokens' log-probabilities, divided by their number to the power of the length penalty
 * @param finished whether it ends with the end token; if not, it was cut at the greatest length, or no token could follow
 */
public record Hypothesis(List<Integer> ids, double score, boolean finished) {
    public Hypothesis {
        ids = List.copyOf(ids);
    }
}
