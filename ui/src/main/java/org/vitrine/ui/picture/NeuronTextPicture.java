package org.vitrine.ui.picture;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.neurons.NeuronText;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.ScaleLegend;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Theme;

/** Which tokens fire one neuron: the text, blue where it fires, orange where it is below 0, with the numbers. */
public final class NeuronTextPicture {
    /** Longer texts have the numbers of the strongest tokens only. */
    private static final int MOST_FIGURES = 120;
    /** Of longer texts: which share of the greatest activation has a number. */
    private static final double WORTH_SAYING = 0.25;

    private NeuronTextPicture() {
    }

    /**
     * The picture.
     *
     * @param tokens all tokens that the stack read, in order
     */
    public static Picture of(NeuronText text, List<AttentionToken> tokens, Subject subject, Theme theme) {
        Sheet sheet = new Sheet(body(text, tokens, theme), theme);
        sheet.legend(ScaleLegend.signed(theme, "activation", greatest(text)));
        note(tokens).ifPresent(sheet::note);
        return sheet.picture(subject,
                "which tokens fire neuron " + text.neuron() + " of " + text.stack() + " layer " + text.layer());
    }

    /** What is to be said of the numbers. */
    static Optional<String> note(List<AttentionToken> tokens) {
        return tokens.size() <= MOST_FIGURES ? Optional.empty()
                : Optional.of("Numbers stand below tokens that have at least a quarter of the greatest activation.");
    }

    /** How far from 0 an activation is at most. */
    static double greatest(NeuronText text) {
        float[] activations = text.activations().data();
        return IntStream.range(0, activations.length).mapToDouble(i -> Math.abs(activations[i])).max().orElse(0);
    }

    /** The text alone. */
    static Sketch body(NeuronText text, List<AttentionToken> tokens, Theme theme) {
        float[] activations = text.activations().data();
        if (tokens.size() != activations.length) {
            throw new IllegalArgumentException(
                    "the activations are of " + activations.length + " tokens, not " + tokens.size());
        }
        double greatest = greatest(text);
        double worth = tokens.size() > MOST_FIGURES ? WORTH_SAYING * greatest : 0;
        List<String> figures = IntStream.range(0, activations.length)
                .mapToObj(i -> Math.abs(activations[i]) >= worth ? Wording.figure(activations[i], greatest) : "")
                .toList();
        return new TokenFlow(tokens, figures, theme).sketch(i -> theme.signed(activations[i], greatest),
                i -> Wording.name(tokens.get(i)) + ": " + activations[i], text.stack());
    }
}
