package org.vitrine.ui.picture;

import java.util.List;
import java.util.Optional;
import org.vitrine.explain.attention.AttentionChange;
import org.vitrine.explain.attention.AttentionLink;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.ScaleLegend;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Percent;

/**
 * What pictures of attention draw: the weights of a map, or how they changed. A weight is drawn in its head's colour, as strong as
 * it is; a change in blue or orange, as strong as it is beside the largest.
 *
 * @param map the weights; with a change, those after it
 * @param change how they came about, if that is on show
 * @param largest the change that is drawn opaque
 */
public record LinkWeights(AttentionMap map, Optional<AttentionChange> change, double largest) {
    private static final double HUNDRED = 100;
    private static final double LEAST_POINTS = 0.0001;
    private static final double MOST_POINTS = 0.9999;

    /** What lines mean that are changes. */
    static final String MEANING = "Tokens on the left look at those on the right; blue: more than without the "
            + "intervention, orange: less. The stronger a line, the larger the change.";

    /** Weights as they are. */
    public static LinkWeights of(AttentionMap map) {
        return new LinkWeights(map, Optional.empty(), 1);
    }

    /**
     * Changes.
     *
     * @param largest of all that are on show together, 0 to 1
     */
    public static LinkWeights of(AttentionChange change, double largest) {
        return new LinkWeights(change.after(), Optional.of(change), largest);
    }

    boolean signed() {
        return change.isPresent();
    }

    /** All numbers: [H, T, S]. */
    float[] data() {
        return change.map(AttentionChange::difference).orElse(map.weights()).data();
    }

    /** Where the numbers of a query begin. */
    int start(int row, int query) {
        return (row * map.queries().size() + query) * map.keys().size();
    }

    float at(int row, int query, int key) {
        return data()[start(row, query) + key];
    }

    /** The links of a query that are furthest from 0. */
    List<AttentionLink> strongest(int row, int query, int most) {
        return change.isPresent()
                ? change.get().strongest(row, query, most, 0)
                : map.strongest(row, query, most, 0);
    }

    /** How strong a number is drawn, 0 to 1. */
    double strength(double number) {
        return !signed() ? number : largest > 0 ? Math.min(1, Math.abs(number) / largest) : 0;
    }

    /** The least number that can be seen, where strengths are divided. */
    double faintest(double divisor) {
        return Marks.FAINTEST * divisor * (signed() ? largest : 1);
    }

    /**
     * The colour of a number, opaque.
     *
     * @param own what it has if it is no change
     */
    Colour colour(double number, Colour own, Theme theme) {
        return !signed() ? own : number < 0 ? theme.negative() : theme.positive();
    }

    /** A number as people read it: {@code 12.34 %}, {@code +12.34 pp}. */
    String label(double number) {
        return signed() ? points(number) + " pp" : Percent.of(number);
    }

    /** A change in percentage points, without their name: {@code −12.34}. */
    static String points(double change) {
        double size = Math.abs(change);
        if (size < LEAST_POINTS) {
            return size == 0 ? "0" : "< 0.01";
        }
        String digits = size > MOST_POINTS ? "100" : Percent.of(size).replace(" %", "");
        return (change < 0 ? "−" : "+") + digits;
    }

    /** The size of a change. */
    static String least(double change) {
        return points(change).replace("+", "") + " percentage points";
    }

    /** That no change is as large as that, for a note. */
    String nothing(double least) {
        return "There is nothing to show: no link changed"
                + (largest > 0 ? " by as much as " + least(least) : "") + ".";
    }

    /** What a threshold leaves out, for a note. */
    String leftOut(double threshold) {
        return signed()
                ? "Links that changed less than " + least(threshold) + " are left out."
                : "Links that weigh less than " + Percent.of(threshold) + " are left out.";
    }

    /** What the strength of a change means; {@link HeadViewPicture#weights} is the one of weights. */
    ScaleLegend legend(Theme theme) {
        return ScaleLegend.signed(theme, "change, in percentage points", HUNDRED * largest);
    }
}
