package org.vitrine.transformer.generate;

import java.util.Random;

/** A language model whose scores depend on all that was written, and on nothing else: multiples of 1/16 from −4 to 4. */
final class PrefixDraft implements Draft {
    private final int vocabulary;
    private final int limit;
    private int length;
    private long state;

    /** A model of so many tokens that reads {@code limit} of them; another seed is another model. */
    PrefixDraft(long seed, int vocabulary, int limit) {
        this.vocabulary = vocabulary;
        this.limit = limit;
        state = seed;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public float[] read(int... ids) {
        length += ids.length;
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
    public PrefixDraft fork() {
        PrefixDraft fork = new PrefixDraft(state, vocabulary, limit);
        fork.length = length;
        return fork;
    }

    @Override
    public String toString() {
        return "PrefixDraft(" + state + ", " + vocabulary + ", " + limit + ")";
    }
}
