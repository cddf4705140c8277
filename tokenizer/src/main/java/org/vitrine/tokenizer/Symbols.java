package org.vitrine.tokenizer;

/**
 * The symbols of a word while they are being merged: a list in which each knows its neighbours, so that a join costs
 * the same in a long word as in a short one. A symbol keeps its place: the index of its first glyph.
 */
final class Symbols {
    /** What {@link #left} and {@link #right} say at the ends. */
    static final int NONE = -1;

    private final int[] ids; // NONE where a symbol has been joined to the one on its left
    private final int[] previous;
    private final int[] next;
    private int count;

    /** One symbol for each glyph. */
    Symbols(int[] glyphIds) {
        ids = glyphIds.clone();
        count = ids.length;
        previous = new int[count];
        next = new int[count];
        for (int at = 0; at < count; at++) {
            previous[at] = at - 1;
            next[at] = at + 1 < count ? at + 1 : NONE;
        }
    }

    int id(int at) {
        return at == NONE ? NONE : ids[at];
    }

    int left(int at) {
        return previous[at];
    }

    int right(int at) {
        return next[at];
    }

    /** Joins the symbol at {@code at} with the one on its right into the symbol {@code id}. */
    void join(int at, int id) {
        int absorbed = next[at];
        ids[at] = id;
        ids[absorbed] = NONE;
        next[at] = next[absorbed];
        if (next[at] != NONE) {
            previous[next[at]] = at;
        }
        count--;
    }

    /** The ids that are left, from left to right. */
    int[] ids() {
        int[] left = new int[count];
        int i = 0;
        for (int at = 0; i < count; at = next[at]) {
            left[i++] = ids[at];
        }
        return left;
    }
}
