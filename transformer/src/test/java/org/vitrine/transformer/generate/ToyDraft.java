package org.vitrine.transformer.generate;

/** A text by something simpler than a model, which keeps in mind how much it has read. */
abstract class ToyDraft implements Draft {
    private final int limit;
    private int length;

    /** An empty text of up to {@code limit} tokens. */
    ToyDraft(int limit) {
        this.limit = limit;
    }

    /** Reads tokens and says what may come next. */
    abstract float[] scores(int... ids);

    /** An empty text by what has read the same. */
    abstract ToyDraft another();

    @Override
    public final int length() {
        return length;
    }

    @Override
    public final int limit() {
        return limit;
    }

    @Override
    public final float[] read(int... ids) {
        length += ids.length;
        return scores(ids);
    }

    @Override
    public final Draft fork() {
        ToyDraft fork = another();
        fork.length = length;
        return fork;
    }
}
