package org.vitrine.ui.desktop.inspector;

import org.vitrine.explain.tensors.Magnitudes;

/** What counts as strong in a heat map. */
public enum Scale {
    /** The greatest |x| of the tensor: its slices can be compared. */
    TENSOR("tensor’s greatest", 1),
    /** The greatest |x| of the slice. */
    SLICE("slice’s greatest", 1),
    /** All but one number in a hundred are weaker: a few huge ones do not hide the others. */
    PERCENTILE_99("99 % of tensor", 0.99),
    /** All but one number in ten are weaker. */
    PERCENTILE_90("90 % of tensor", 0.90);

    private final String words;
    private final double share;

    Scale(String words, double share) {
        this.words = words;
        this.share = share;
    }

    /** How far from 0 the strongest colour is; the greatest number where the percentile is 0. */
    double max(Inspected.Whole whole, double greatestOfSlice) {
        if (this == SLICE) {
            return greatestOfSlice;
        }
        double percentile = share < 1 ? Magnitudes.percentile(whole.tensor(), share) : 0;
        return percentile > 0 ? percentile : whole.statistics().greatest();
    }

    @Override
    public String toString() {
        return words;
    }
}
