package org.vitrine.ui.drawing;

import java.util.List;

/**
 * The colours of one ground. The sixteen categories were searched for numerically: any two of them lie at least 0.11 apart
 * in OKLab (Ottosson 2020), and 0.07 as people without one kind of cones see them (Machado, Oliveira and Fernandes 2009,
 * severity 1), each with a contrast of 3 or more against the ground (WCAG 2.1). The order puts first what
 * stays most different where it is half seen through, so few heads differ much even in faint lines.
 *
 * @param categories one for each head or factor
 * @param ranks from rank 1 to {@value #LAST_RANK} and beyond, evenly spaced on a log scale
 * @param layers the first and the last layer
 */
record Palette(List<Colour> categories, List<Colour> ranks, List<Colour> layers) {
    /** From here on all ranks look the same, as in Ecco's heat map. */
    static final int LAST_RANK = 5000;

    static final Palette LIGHT = new Palette(
            colours("#0c9fce", "#b54152", "#889d13", "#5f3d9d", "#a76904", "#d46caa", "#2a2682", "#413906", "#15776f",
                    "#5e0a58", "#7d4b02", "#637adc", "#861c40", "#9059ab", "#b38b74", "#315071"),
            colours("#4b0058", "#9a4aa2", "#cb80c9", "#e9b5e4", "#f9e3f5"), colours("#3f9c8a", "#05302b"));
    static final Palette DARK = new Palette(
            colours("#16d3c4", "#9e6b5d", "#bdb62b", "#5855b6", "#bd8500", "#a23b6e", "#a5abff", "#f3e564", "#74ffc6",
                    "#bcdeff", "#feb282", "#047da4", "#ed777d", "#8d79df", "#6b6701", "#62a4be"),
            colours("#f9cff5", "#d083ce", "#96529d", "#5c3067", "#34203e"), colours("#2f7d70", "#c9f5ea"));

    Palette {
        categories = List.copyOf(categories);
        ranks = List.copyOf(ranks);
        layers = List.copyOf(layers);
    }

    private static List<Colour> colours(String... hexes) {
        return List.of(hexes).stream().map(Colour::of).toList();
    }

    Colour category(int number) {
        return categories.get(Math.floorMod(number, categories.size()));
    }

    Colour rank(double rank) {
        return between(ranks, rankShare(rank));
    }

    Colour layer(int layer, int count) {
        return between(layers, (layer + 1.0) / Math.max(1, count));
    }

    /** Where a rank lies on the scale: 0 for rank 1, 1 for {@value #LAST_RANK} and beyond. */
    static double rankShare(double rank) {
        return Math.clamp(Math.log(rank) / Math.log(LAST_RANK), 0, 1);
    }

    private static Colour between(List<Colour> stops, double share) {
        double place = Math.clamp(share, 0, 1) * (stops.size() - 1);
        int stop = Math.min((int) place, stops.size() - 2);
        return stops.get(stop).mix(stops.get(stop + 1), place - stop);
    }
}
