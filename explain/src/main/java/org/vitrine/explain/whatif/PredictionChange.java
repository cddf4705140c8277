package org.vitrine.explain.whatif;

import java.util.List;
import org.vitrine.explain.CandidateChange;

/**
 * What the model predicts at one place, before and after.
 *
 * @param candidates the likeliest tokens before or after; by their rank before
 * @param watched the tokens that were asked for, in that order
 * @param divergence of the prediction after from the one before, Kullback and Leibler's, in bits: 0 if they are the same
 */
public record PredictionChange(List<CandidateChange> candidates, List<CandidateChange> watched, double divergence) {
    public PredictionChange {
        candidates = List.copyOf(candidates);
        watched = List.copyOf(watched);
    }

    /** The likeliest token before. */
    public CandidateChange before() {
        return candidates.getFirst();
    }

    /** The likeliest token after. */
    public CandidateChange after() {
        return candidates.stream().filter(change -> change.after().rank() == 1).findFirst().orElseThrow();
    }
}
