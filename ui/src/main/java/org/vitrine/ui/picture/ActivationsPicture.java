package org.vitrine.ui.picture;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.factors.ActivationFactors;
import org.vitrine.explain.factors.FactorHeights;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.ScaleLegend;
import org.vitrine.ui.drawing.ScaleLegend.Tick;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.terminal.TextWidth;

/**
 * Groups of neurons that fire together, as Ecco's explorer shows them: on the left a numbered sparkline for each factor, on
 * the right the text, each token in the colour of the factor that is nearest to its peak there.
 */
public final class ActivationsPicture {
    private static final double SPARK_WIDTH = 280;
    private static final double SPARK_HEIGHT = 34;
    private static final double LINE = 18;
    private static final double GAP = 12;
    private static final int MOST_TOKENS = 12;
    private static final int HINTED = 5;

    private final ActivationFactors factors;
    private final FactorHeights heights;
    private final List<AttentionToken> tokens;
    private final Theme theme;

    private ActivationsPicture(ActivationFactors factors, List<AttentionToken> tokens, Theme theme) {
        if (tokens.size() != factors.positions()) {
            throw new IllegalArgumentException(
                    "the factors are of " + factors.positions() + " tokens, not " + tokens.size());
        }
        this.factors = factors;
        this.heights = FactorHeights.of(factors);
        this.tokens = tokens;
        this.theme = theme;
    }

    /**
     * The picture.
     *
     * @param tokens all tokens that the stack read, in order
     */
    public static Picture of(ActivationFactors factors, List<AttentionToken> tokens, Subject subject, Theme theme) {
        return new ActivationsPicture(factors, tokens, theme).picture(subject);
    }

    private Picture picture(Subject subject) {
        Sketch body = sparklines();
        body.beside(theme.length(2 * GAP), 0, new TokenFlow(tokens, List.of(), theme).sketch(
                i -> theme.factor(heights.highest(i)).withOpacity(heights.height(i)), this::hint));
        int last = factors.toLayer() - 1;
        return new Sheet(body, theme)
                .legend(new ScaleLegend("strength, of the factor's peak",
                        List.of(new Tick(0, "0"), new Tick(0.5, "50 %"), new Tick(1, "100 %")),
                        theme.ink()::withOpacity))
                .note("Each token has the colour of the factor that is nearest to its peak there. "
                        + "Bars: how strong the factor is at each token, from 0 to its peak"
                        + (folding() > 1 ? "; a bar is the greatest of " + folding() + " tokens." : "."))
                .note("Error, the norm of what the factors leave of the activations: "
                        + figure(factors.errors().getFirst())
                        + " at first, " + figure(factors.error()) + " after " + factors.iterations()
                        + (factors.iterations() == 1 ? " iteration" : " iterations")
                        + (factors.converged() ? ", when they stood still." : ", when they had not yet come to rest.")
                        + " Start: " + factors.start() + ".")
                .picture(subject, factors.components() + " groups of neurons that fire together (factors), "
                        + factors.stack() + (last == factors.fromLayer() ? " layer " + last
                                : " layers " + factors.fromLayer() + " to " + last));
    }

    /** All factors, one below the other. */
    private Sketch sparklines() {
        Sketch all = new Sketch();
        for (int factor = 0; factor < factors.components(); factor++) {
            all.below(theme.length(GAP), sparkline(factor));
        }
        return all;
    }

    /** A factor's number and peak, its bars, and the tokens at which it is strongest. */
    private Sketch sparkline(int factor) {
        Sketch sketch = new Sketch();
        TextStyle small = theme.small();
        double line = theme.length(LINE);
        double width = theme.length(SPARK_WIDTH);
        TextStyle number = small.coloured(theme.inkOn(theme.factor(factor))).aligned(Align.CENTRE);
        Box square = new Box(0, 0, Math.max(line, small.width(" " + factor + " ")), line);
        sketch.rectangle(square, theme.factor(factor));
        sketch.text(Integer.toString(factor), square.centreX(), number.baseLine(square.centreY()), number);
        sketch.text("peak " + Figure.of(factors.peak(factor)), width, small.baseLine(line / 2),
                small.aligned(Align.RIGHT));
        Box plot = new Box(0, line + theme.length(GAP / 4), width, theme.length(SPARK_HEIGHT));
        bars(sketch, factor, plot);
        int columns = (int) (width / small.width("x"));
        sketch.text(TextWidth.cut(strongest(factor), columns), 0, small.baseLine(plot.bottom() + 0.6 * line), small);
        sketch.hint(new Box(0, 0, width, plot.bottom()), "factor " + factor + "; neurons that belong to it most: "
                + factors.topNeurons(factor, HINTED).stream().map(neuron -> neuron.layer() + "." + neuron.neuron() + " "
                        + Percent.of(neuron.share())).collect(Collectors.joining(", ")));
        return sketch;
    }

    private void bars(Sketch sketch, int factor, Box plot) {
        int count = Math.ceilDiv(tokens.size(), folding());
        double step = plot.width() / count;
        for (int bar = 0; bar < count; bar++) {
            double height = plot.height() * IntStream
                    .range(bar * folding(), Math.min(tokens.size(), (bar + 1) * folding()))
                    .mapToDouble(position -> heights.at(factor, position)).max().orElse(0);
            sketch.rectangle(new Box(plot.x() + bar * step, plot.bottom() - height, step, height),
                    theme.factor(factor));
        }
        sketch.line(new Line(plot.x(), plot.bottom(), plot.right(), plot.bottom()), theme.faint(), theme.length(0.5));
    }

    /** How many tokens share a bar, so that each is at least a point wide. */
    private int folding() {
        return Math.ceilDiv(tokens.size(), (int) SPARK_WIDTH);
    }

    /** The tokens at which a factor is strongest, each of those that read alike only once. */
    private String strongest(int factor) {
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, tokens.size()).filter(position -> heights.at(factor, position) > 0).boxed()
                .sorted(Comparator.comparingDouble(position -> -heights.at(factor, position)))
                .map(position -> Chip.of(tokens.get(position).token())).filter(seen::add).limit(MOST_TOKENS)
                .collect(Collectors.joining("  "));
    }

    private String hint(int position) {
        StringBuilder hint = new StringBuilder(Wording.name(tokens.get(position)));
        IntStream.range(0, factors.components()).filter(factor -> heights.at(factor, position) > 0).boxed()
                .sorted(Comparator.comparingDouble(factor -> -heights.at(factor, position))).limit(HINTED)
                .forEach(factor -> hint.append("\nfactor ").append(factor).append(": ")
                        .append(Figure.of(factors.strengths().at(factor, position))).append(", ")
                        .append(Percent.of(heights.at(factor, position))).append(" of its peak"));
        return hint.toString();
    }

    private static String figure(double number) {
        return Figure.of((float) number);
    }
}
