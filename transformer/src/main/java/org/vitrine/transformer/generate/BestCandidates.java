package org.vitrine.transformer.generate;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.transformer.generate.BeamStep.Candidate;

/** Keeps the best of very many candidates without sorting them; of equal ones those that came first. */
final class BestCandidates {
    private final int most;
    private final List<Candidate> best = new ArrayList<>();

    BestCandidates(int most) {
        this.most = most;
    }

    /** Keeps a candidate if it is good enough; a sum of −∞ is that of a forbidden token. */
    void offer(int parent, int id, double sum) {
        if (sum == Double.NEGATIVE_INFINITY || best.size() == most && sum <= best.getLast().sum()) {
            return;
        }
        int place = best.size();
        while (place > 0 && best.get(place - 1).sum() < sum) {
            place--;
        }
        best.add(place, new Candidate(parent, id, sum));
        if (best.size() > most) {
            best.removeLast();
        }
    }

    /** The kept ones, best first. */
    List<Candidate> list() {
        return best;
    }
}
