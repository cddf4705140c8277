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
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.ScaleLegend;
import org.vitrine.ui.drawing.ScaleLegend.Tick;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.FactorSpot;
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
    /** What stands back while one factor is shown alone, is so strong. */
    private static final double BACK = 0.25;
    /** Instead of a factor: all are shown. */
    public static final int ALL = -1;

    private final ActivationFactors factors;
    private final FactorHeights heights;
    private final List<AttentionToken> tokens;
    private final Theme theme;
    private final int alone;

    private ActivationsPicture(ActivationFactors factors, List<AttentionToken> tokens, int alone, Theme theme) {
        if (tokens.size() != factors.positions()) {
            throw new IllegalArgumentException(
                    "the factors are of " + factors.positions() + " tokens, not " + tokens.size());
        }
        this.factors = factors;
        this.heights = FactorHeights.of(factors);
        this.tokens = tokens;
        this.theme = theme;
        this.alone = alone;
    }

    /**
     * The picture.
     *
     * @param tokens all tokens that the stack read, in order
     */
    public static Picture of(ActivationFactors factors, List<AttentionToken> tokens, Subject subject, Theme theme) {
        return new ActivationsPicture(factors, tokens, ALL, theme).picture(subject);
    }

    /**
     * The picture of a window, with one factor alone or with all of them; all these pictures are of one size.
     *
     * @param tokens all tokens that the stack read, in order
     * @param alone the only factor whose strength the text shows, and whose neurons are listed; or {@link #ALL}
     */
    public static Picture inWindow(ActivationFactors factors, List<AttentionToken> tokens, int alone, Theme theme) {
        return new ActivationsPicture(factors, tokens, alone, theme).picture(Subject.SAID);
    }

    /** What a window shows until factors are found: the text without colours, and room for so many factors. */
    public static Picture waiting(int components, List<AttentionToken> tokens, Stack stack, Theme theme) {
        Sketch body = new Sketch();
        for (int factor = 0; factor < components; factor++) {
            Sketch frame = new Sketch();
            square(frame, factor, theme.faint().withOpacity(BACK), theme);
            axis(frame, plot(theme), theme);
            frame.reserve(new Box(0, 0, theme.length(SPARK_WIDTH), plot(theme).bottom() + theme.length(LINE)));
            body.below(theme.length(GAP), frame);
        }
        Sketch text = new Sketch();
        text.below(0, PassageSheet.words("Looking for neurons that fire together …", theme.small(),
                theme.length(SPARK_WIDTH)));
        text.reserve(new Box(0, 0, 0, FactorNeuronList.height(theme)));
        text.below(0, new TokenFlow(tokens, List.of(), theme).sketch(i -> theme.faint().withOpacity(0),
                i -> Wording.name(tokens.get(i)), stack));
        body.beside(theme.length(2 * GAP), 0, text);
        return new Sheet(body, theme).picture(Subject.SAID, "factors");
    }

    private Picture picture(Subject subject) {
        Sketch body = sparklines(subject.told());
        Sketch text = new Sketch();
        if (!subject.told()) { // a window, in which things can be chosen
            text.below(0, new FactorNeuronList(factors, alone, theme).sketch());
        }
        text.below(0, new TokenFlow(tokens, List.of(), theme).sketch(this::colour,
                position -> hint(position, !subject.told()), factors.stack()));
        body.beside(theme.length(2 * GAP), 0, text);
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

    private Colour colour(int position) {
        int factor = alone == ALL ? heights.highest(position) : alone;
        return theme.factor(factor).withOpacity(heights.at(factor, position));
    }

    /**
     * All factors, one below the other.
     *
     * @param hinted whether a factor's neurons are told in hints: not in a window, which lists them above the text
     */
    private Sketch sparklines(boolean hinted) {
        Sketch all = new Sketch();
        for (int factor = 0; factor < factors.components(); factor++) {
            all.below(theme.length(GAP), sparkline(factor, hinted));
        }
        return all;
    }

    /** A factor's number and peak, its bars, and the tokens at which it is strongest. */
    private Sketch sparkline(int factor, boolean hinted) {
        Sketch sketch = new Sketch();
        TextStyle small = theme.small();
        double line = theme.length(LINE);
        double width = theme.length(SPARK_WIDTH);
        Colour colour = alone == ALL || alone == factor ? theme.factor(factor)
                : theme.factor(factor).withOpacity(BACK);
        square(sketch, factor, colour, theme);
        sketch.text("peak " + Figure.of(factors.peak(factor)), width, small.baseLine(line / 2),
                small.aligned(Align.RIGHT));
        Box plot = plot(theme);
        bars(sketch, factor, plot, colour);
        int columns = (int) (width / small.width("x"));
        sketch.text(TextWidth.cut(strongest(factor), columns), 0, small.baseLine(plot.bottom() + 0.6 * line), small);
        if (hinted) {
            sketch.hint(new Box(0, 0, width, plot.bottom()), neurons(factor));
        }
        sketch.spot(new Box(0, 0, width, plot.bottom() + line), new FactorSpot(factor));
        return sketch;
    }

    private String neurons(int factor) {
        return "factor " + factor + "; neurons that belong to it most: "
                + factors.topNeurons(factor, HINTED).stream().map(neuron -> neuron.layer() + "." + neuron.neuron() + " "
                        + Percent.of(neuron.share())).collect(Collectors.joining(", "));
    }

    /** A factor's number. */
    private static void square(Sketch sketch, int factor, Colour colour, Theme theme) {
        double line = theme.length(LINE);
        TextStyle number = theme.small().coloured(theme.inkOn(colour)).aligned(Align.CENTRE);
        Box square = new Box(0, 0, Math.max(line, number.width(" " + factor + " ")), line);
        sketch.rectangle(square, colour);
        sketch.text(Integer.toString(factor), square.centreX(), number.baseLine(square.centreY()), number);
    }

    private static Box plot(Theme theme) {
        return new Box(0, theme.length(LINE + GAP / 4), theme.length(SPARK_WIDTH), theme.length(SPARK_HEIGHT));
    }

    private static void axis(Sketch sketch, Box plot, Theme theme) {
        sketch.line(new Line(plot.x(), plot.bottom(), plot.right(), plot.bottom()), theme.faint(), theme.length(0.5));
    }

    private void bars(Sketch sketch, int factor, Box plot, Colour colour) {
        int count = Math.ceilDiv(tokens.size(), folding());
        double step = plot.width() / count;
        for (int bar = 0; bar < count; bar++) {
            double height = plot.height() * IntStream
                    .range(bar * folding(), Math.min(tokens.size(), (bar + 1) * folding()))
                    .mapToDouble(position -> heights.at(factor, position)).max().orElse(0);
            sketch.rectangle(new Box(plot.x() + bar * step, plot.bottom() - height, step, height), colour);
        }
        axis(sketch, plot, theme);
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

    /** @param every whether factors that are not at work there are named, too: in a window, where there is room for it */
    private String hint(int position, boolean every) {
        StringBuilder hint = new StringBuilder(Wording.name(tokens.get(position)));
        IntStream.range(0, factors.components())
                .filter(factor -> every || heights.at(factor, position) > 0).boxed()
                .sorted(Comparator.comparingDouble(factor -> -heights.at(factor, position)))
                .limit(every ? factors.components() : HINTED)
                .forEach(factor -> hint.append("\nfactor ").append(factor).append(": ")
                        .append(Figure.of(factors.strengths().at(factor, position))).append(", ")
                        .append(Percent.of(heights.at(factor, position))).append(" of its peak"));
        return hint.toString();
    }

    private static String figure(double number) {
        return Figure.of((float) number);
    }
}
