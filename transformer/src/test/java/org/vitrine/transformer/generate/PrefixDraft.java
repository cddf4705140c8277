package org.vitrine.transformer.generate;

import java.util.Random;

/** A language model whose scores depend on all that was written, and on nothing else: multiples of 1/16 from −4 to 4. */
final class PrefixDraft extends ToyDraft {
    private final int vocabulary;
    private long state;

    /** A model of so many tokens that reads {@code limit} of them; another seed is another model. */
    PrefixDraft(long seed, int vocabulary, int limit) {
        super(limit);
        this.vocabulary = vocabulary;
        state = seed;
    }

    @Override
    float[] scores(int... ids) {
        for (int id : ids) {
            state = new Random(state * 31 + id).nextLong();
        }
        Random random = new Random(state);
        float[] scores = new float[vocabulary];
        for (int id = 0; id < vocabulary; id++) {
            scores[id] = (random.nextInt(129) - 64) / 16f;
        }
        return scores;
    }

    @Override
    PrefixDraft another() {
        return new PrefixDraft(state, vocabulary, limit());
    }

    @Override
    public String toString() {
        return "PrefixDraft(" + state + ", " + vocabulary + ", " + limit() + ")";
    }
}
