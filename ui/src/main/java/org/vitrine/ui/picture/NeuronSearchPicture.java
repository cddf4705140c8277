package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.neurons.NeuronText;
import org.vitrine.explain.neurons.TopNeurons;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.ScaleLegend;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;

/** Single neurons: on the left those that one token fires most, on the right one of them along the text. */
public final class NeuronSearchPicture {
    private static final double GAP = 12;
    private static final double LINE = 18;
    private static final double ROOM = 640;
    private static final int MOST_TOKENS = 8;

    private NeuronSearchPicture() {
    }

    /**
     * What is shown.
     *
     * @param top the neurons of one token; empty where none is selected
     * @param text one neuron along the text; empty where there is none to show
     * @param tokens all that the stack read, in order
     * @param changed whether the numbers are what an intervention changed
     */
    public record Found(Optional<TopNeurons> top, Optional<NeuronText> text, List<AttentionToken> tokens,
            boolean changed) {
        public Found {
            tokens = List.copyOf(tokens);
        }
    }

    /** The picture. */
    public static Picture of(Found found, Subject subject, Theme theme) {
        Sketch body = left(found, theme);
        body.beside(theme.length(2 * GAP), 0, right(found, theme));
        Sheet sheet = new Sheet(body, theme);
        found.text().ifPresent(text -> sheet.legend(ScaleLegend.signed(theme,
                found.changed() ? "change of the activation" : "activation", NeuronTextPicture.greatest(text))));
        found.text().flatMap(text -> NeuronTextPicture.note(found.tokens())).ifPresent(sheet::note);
        sheet.note(found.changed()
                ? "Change: the activation after the intervention less the one without it; blue is more, orange less."
                : "Activation: after the activation function; blue fires, orange is below 0.");
        return sheet.note("Layers, neurons and positions are counted from 0.").picture(subject,
                "single neurons"
                        + found.text().map(text -> ", neuron " + text.layer() + "." + text.neuron()).orElse(""));
    }

    private static Sketch left(Found found, Theme theme) {
        Sketch left = new Sketch();
        if (found.top().isEmpty()) {
            return lines(left, theme, "No token selected.", "Choose one in the text: the neurons that it fires");
        }
        TopNeurons top = found.top().get();
        AttentionToken token = found.tokens().get(top.position());
        lines(left, theme, (found.changed() ? "Changed most at " : "Fire most at ") + Wording.name(token),
                top.neurons().isEmpty() ? "No neuron changed here." : "Choose one: it is shown along the text.");
        left.below(theme.length(GAP), TopNeuronsPicture.body(top, theme));
        return left;
    }

    private static Sketch right(Found found, Theme theme) {
        Sketch right = new Sketch();
        if (found.text().isEmpty()) {
            return lines(right, theme, "No neuron selected.", "Choose one on the left, or type its layer.neuron.");
        }
        NeuronText text = found.text().get();
        lines(right, theme,
                "Neuron " + text.neuron() + " of " + text.stack() + " layer " + text.layer() + " along the text", "");
        TextStyle small = theme.small();
        right.below(0, PassageSheet.words(strongest(text, found), small, theme.length(ROOM)));
        right.below(theme.length(GAP), NeuronTextPicture.body(text, found.tokens(), theme));
        return right;
    }

    /** The tokens that fire it most, or at which it changed most, each of those that read alike only once. */
    private static String strongest(NeuronText text, Found found) {
        float[] activations = text.activations().data();
        List<Integer> order = IntStream.range(0, activations.length).boxed()
                .sorted(Comparator.comparingDouble(i -> found.changed() ? -Math.abs(activations[i]) : -activations[i]))
                .toList();
        StringBuilder words = new StringBuilder(found.changed() ? "Changed most at:" : "Fired most by:");
        List<String> seen = new ArrayList<>();
        for (int i : order) {
            String name = Chip.of(found.tokens().get(i).token());
            if (seen.size() < MOST_TOKENS && !seen.contains(name)) {
                seen.add(name);
                words.append("  ").append(name).append(' ').append(Figure.of(activations[i]));
            }
        }
        return words.toString();
    }

    private static Sketch lines(Sketch sketch, Theme theme, String title, String aside) {
        TextStyle bold = new TextStyle(theme.text().size(), theme.ink(), true, TextStyle.Align.LEFT);
        sketch.text(title, 0, bold.baseLine(theme.length(LINE / 2)), bold);
        sketch.text(aside, 0, theme.small().baseLine(theme.length(1.5 * LINE)), theme.small());
        return sketch;
    }
}
