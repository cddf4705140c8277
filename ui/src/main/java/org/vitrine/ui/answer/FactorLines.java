package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.factors.ActivationFactors;
import org.vitrine.explain.factors.FactorHeights;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.terminal.Shade;
import org.vitrine.ui.terminal.Sparkline;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.Wrap;

/** Factors, one below the other: how each rises and falls along the text, and what it is strongest at. */
record FactorLines(ActivationFactors factors, FactorHeights heights, List<AttentionToken> tokens, Terminal terminal) {
    private static final String TITLE = "factor ";
    /** Columns behind the bars: {@code "  peak 0.9237"}. */
    private static final int PEAK = 14;
    /** A share of the peak that colours letters only. */
    private static final double LETTERS = 0.2;
    private static final int MOST_TOKENS = 10;
    private static final int MOST_NEURONS = 6;

    /** Three lines for each factor. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int factor = 0; factor < factors.components(); factor++) {
            String title = TITLE + factor;
            float[] strengths = factors.strengths().rows(factor).data();
            lines.add(terminal.paint(Shade.kind(factor, 1), title) + " ".repeat(indent() - title.length())
                    + terminal.paint(Shade.kind(factor, LETTERS), Sparkline.of(strengths, folding(), terminal))
                    + "  peak " + Figure.of(factors.peak(factor)));
            lines.add(entries("tokens", strongest(factor, strengths)));
            lines.add(entries("neurons", factors.topNeurons(factor, MOST_NEURONS).stream()
                    .map(each -> each.layer() + "." + each.neuron() + " (" + Percent.of(each.share()) + ")").toList()));
        }
        return lines;
    }

    /** The tokens at which a factor is not faint. */
    private List<String> strongest(int factor, float[] strengths) {
        return StrongToken.different(strengths, tokens).stream()
                .filter(each -> heights.at(factor, each.token().position()) >= ActivationsAnswer.FAINTEST)
                .limit(MOST_TOKENS).map(each -> each.show(terminal)).toList();
    }

    /** How many tokens share a bar. */
    int folding() {
        return Sparkline.folding(factors.positions(), Math.max(1, terminal.columns() - indent() - PEAK));
    }

    private int indent() {
        return TITLE.length() + Integer.toString(factors.components() - 1).length() + 2;
    }

    private String entries(String title, List<String> entries) {
        return terminal.paint(Style.FAINT, title) + " ".repeat(indent() - title.length())
                + Wrap.fitting(entries, terminal.columns() - indent());
    }
}
