package org.vitrine.explain;

import java.util.List;
import java.util.function.IntFunction;

/**
 * What came next while a model wrote.
 *
 * @param chosen the token that was written
 * @param candidates the likeliest, best first; forbidden ones, whose score is −∞, are left out
 */
public record NextToken(Candidate chosen, List<Candidate> candidates) {
    public NextToken {
        candidates = List.copyOf(candidates);
    }

    /**
     * Reads the scores of which one token was chosen.
     *
     * @param scores of every vocabulary entry, [V], after the rules; not changed
     * @param chosen the id of the token that was written
     * @param text how people read a token id
     */
    public static NextToken of(float[] scores, int chosen, int topk, IntFunction<String> text) {
        Distribution distribution = new Distribution(scores);
        return new NextToken(distribution.candidate(chosen, text), distribution.top(topk, text).stream()
                .filter(candidate -> candidate.logit() > Float.NEGATIVE_INFINITY).toList());
    }
}
