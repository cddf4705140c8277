package org.vitrine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;

/** The scores of a whole vocabulary at one place, read as probabilities and ranks. */
public final class Distribution {
    private final float[] logits;
    private final double max;
    private final double sum;

    /**
     * Some scores.
     *
     * @param logits of every vocabulary entry, [V]; not copied, not changed
     */
    public Distribution(float[] logits) {
        this.logits = logits;
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double total = 0;
        for (float logit : logits) {
            total += Math.exp(logit - largest);
        }
        this.max = largest;
        this.sum = total;
    }

    /** The softmax of the scores, at one token. */
    public double probability(int id) {
        return Math.exp(logits[id] - max) / sum;
    }

    /** 1 for the best; of equal scores the lower id comes first. */
    public int rank(int id) {
        int better = 0;
        for (int other = 0; other < logits.length; other++) {
            if (better(other, id)) {
                better++;
            }
        }
        return better + 1;
    }

    /**
     * One token of all.
     *
     * @param text how people read a token id
     */
    public Candidate candidate(int id, IntFunction<String> text) {
        return new Candidate(rank(id), id, text.apply(id), probability(id), logits[id]);
    }

    /**
     * The best tokens, best first.
     *
     * @param text how people read a token id
     */
    public List<Candidate> top(int count, IntFunction<String> text) {
        PriorityQueue<Integer> best = new PriorityQueue<>((a, b) -> a.equals(b) ? 0 : better(a, b) ? 1 : -1); // worst on top
        for (int id = 0; id < logits.length; id++) {
            best.add(id);
            if (best.size() > count) {
                best.remove();
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int rank = best.size(); rank > 0; rank--) {
            int id = best.remove();
            candidates.addFirst(new Candidate(rank, id, text.apply(id), probability(id), logits[id]));
        }
        return candidates;
    }

    private boolean better(int a, int b) {
        return logits[a] > logits[b] || logits[a] == logits[b] && a < b;
    }
}
