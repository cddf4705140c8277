package org.vitrine.explain.attention;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A fixed place at which a head may look, whatever the words are. */
public enum HeadHabit {
    /** Right before the token that looks: how a head can copy what came before. */
    PREVIOUS("the token before", "prev"),
    /** The token that looks, which then reads itself. */
    SAME("the token itself", "self"),
    /** Right after the token that looks; only an encoder can. */
    NEXT("the token after", "next"),
    /** Tokens that stand for no text, such as {@code [SEP]}: a place to rest when there is nothing to find. */
    SPECIAL("special tokens", "spec"),
    /** The first token that is read: another place to rest. */
    FIRST("the first token", "first");

    /** From this share on a head can be said to have a habit. */
    public static final double CLEAR = 0.3;

    private final String words;
    private final String label;

    HeadHabit(String words, String label) {
        this.words = words;
        this.label = label;
    }

    /** The place in words: {@code the token before}. */
    public String words() {
        return words;
    }

    /** The place in a few letters: {@code prev}. */
    public String label() {
        return label;
    }

    /** The habits that can be told apart among these keys. Across stacks there is no token before and none after. */
    public static Set<HeadHabit> among(AttentionKind kind, List<AttentionToken> keys) {
        Set<HeadHabit> habits = EnumSet.noneOf(HeadHabit.class);
        if (kind != AttentionKind.CROSS) {
            habits.addAll(List.of(PREVIOUS, SAME));
        }
        if (kind == AttentionKind.ENCODER) {
            habits.add(NEXT);
        }
        if (keys.stream().anyMatch(AttentionToken::special)) {
            habits.add(SPECIAL);
        }
        if (!keys.isEmpty() && keys.getFirst().position() == 0) {
            habits.add(FIRST);
        }
        return habits;
    }

    /** The share of its attention that a head gives to this place. */
    public double share(HeadSummary head) {
        return switch (this) {
            case PREVIOUS -> head.previous();
            case SAME -> head.same();
            case NEXT -> head.next();
            case SPECIAL -> head.special();
            case FIRST -> head.first();
        };
    }

    /** The place that a head gives most attention to. */
    public static HeadHabit strongest(HeadSummary head, Set<HeadHabit> among) {
        HeadHabit strongest = null;
        for (HeadHabit habit : among) {
            if (strongest == null || habit.share(head) > strongest.share(head)) {
                strongest = habit;
            }
        }
        if (strongest == null) {
            throw new IllegalArgumentException("there are no habits to choose from");
        }
        return strongest;
    }
}
