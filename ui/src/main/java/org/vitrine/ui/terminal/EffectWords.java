package org.vitrine.ui.terminal;

import java.util.Locale;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.CandidateChange;
import org.vitrine.explain.whatif.PredictionChange;
import org.vitrine.transformer.trace.TensorName;

/** What interventions changed, in words. */
public final class EffectWords {
    /** Below half of what two decimals show. */
    private static final double NOTHING = 0.005;

    /** A space at which no line is broken. */
    private static final String TIED = "\u00a0";

    private EffectWords() {
    }

    /** The most important of it, in a sentence. */
    public static String sentence(PredictionChange change) {
        if (change.divergence() == 0) {
            return "The prediction is the same as before.";
        }
        return sentence(change.before(), change.after());
    }

    /**
     * What became of the likeliest token, in a sentence.
     *
     * @param before the likeliest before
     * @param after the likeliest after
     */
    public static String sentence(CandidateChange before, CandidateChange after) {
        if (before.after().id() == after.after().id()) {
            return name(after.after()) + " stays the likeliest token: " + fromTo(after) + ".";
        }
        return name(after.after()) + " becomes the likeliest token: " + fromTo(after) + ". " + name(before.before())
                + ", which was, " + (before.difference() < 0 ? "falls" : "rises") + ": " + fromTo(before) + ".";
    }

    private static String name(Candidate candidate) {
        return name(candidate.token());
    }

    /** {@code “·is”}. */
    public static String name(String token) {
        return "“" + Chip.of(token) + "”";
    }

    private static String fromTo(CandidateChange change) {
        String both = Percent.of(change.before().probability()) + " → " + Percent.of(change.after().probability());
        return both.replace(" %", TIED + "%").replace("< ", "<" + TIED).replace("> ", ">" + TIED);
    }

    /** A change of probability in percentage points: {@code +12.34}. */
    public static String points(double difference) {
        double points = 100 * difference;
        if (Math.abs(points) < NOTHING) {
            return difference == 0 ? "0" : difference > 0 ? "< +0.01" : "> −0.01";
        }
        return String.format(Locale.ROOT, "%+.2f", points).replace('-', '−');
    }

    /** {@code 14 → 1}, or {@code 1} where it is the same. */
    public static String ranks(CandidateChange change) {
        int before = change.before().rank();
        int after = change.after().rank();
        return before == after ? Integer.toString(after) : before + " → " + after;
    }

    /** How far the prediction is from what it was. */
    public static String divergence(double bits) {
        return "KL divergence from before: " + (bits == 0 ? "0" : bits < 0.0001 ? "< 0.0001" : Figure.of((float) bits))
                + " bits";
    }

    /** {@code layer 3}, with the stack where there are two. */
    public static String layer(TensorName stream, boolean twoStacks) {
        return (twoStacks ? stream.stack() + ", " : "") + LayerNames.of(stream.layer());
    }

    /** A length relative to another, which may be greater than 1. */
    public static String relative(double share) {
        return share == 0 ? "0" : share < 1 ? Percent.of(share) : Figure.of((float) (100 * share)) + " %";
    }
}
