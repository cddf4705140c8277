package org.vitrine.ui.answer;

import java.util.Locale;
import org.vitrine.explain.factors.ActivationFactors;
import org.vitrine.explain.factors.FactorHeights;
import org.vitrine.explain.factors.FactorNeuron;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.ActivationsPicture;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.terminal.Shade;
import org.vitrine.ui.terminal.Terminal;
import tools.jackson.core.JsonGenerator;

/**
 * Groups of neurons that fire together, and how strong each is at each token.
 *
 * @param reading what the stack reads
 * @param factors the groups
 * @param start how they were first guessed
 * @param seed of a random start
 */
public record ActivationsAnswer(StackReading reading, ActivationFactors factors, StartChoice start, int seed)
        implements
            PicturedAnswer {
    /** Neurons of each factor that a document names. */
    private static final int MOST_NEURONS = 20;
    /** Of a factor's peak: where it is fainter, the factor does not count. */
    static final double FAINTEST = 1 / 8.0;

    @Override
    public void show(Page page) {
        Terminal terminal = page.terminal();
        int last = factors.toLayer() - 1;
        page.title(reading.model() + ": " + factors.components() + " groups of neurons that fire together, "
                + reading.stack() + (last == factors.fromLayer()
                        ? " layer " + last
                        : " layers " + factors.fromLayer() + " to " + last));
        page.line();
        FactorHeights heights = FactorHeights.of(factors);
        FactorLines lines = new FactorLines(factors, heights, reading.tokens(), terminal);
        page.lines(lines.lines());
        page.line();
        page.aside("A factor is such a group. Bars: how strong it is at each token"
                + (lines.folding() > 1 ? " (each the greatest of " + lines.folding() + " tokens)" : "")
                + ", from 0 to its peak. Tokens: where it is strongest, from 1/8 of the peak on. Neurons: layer.neuron of "
                + "those that belong to it most, and which share of the factor each is.");
        page.line();
        showText(heights, page);
        page.line();
        page.aside(summary());
    }

    /** The text, each token in the colour of the factor that is nearest to its peak, with the factor's number behind it. */
    private void showText(FactorHeights heights, Page page) {
        Terminal terminal = page.terminal();
        TokenText tokens = new TokenText(reading.tokens(), terminal);
        page.lines(tokens.lines(position -> Shade.kind(heights.highest(position), heights.height(position)),
                position -> heights.height(position) < FAINTEST ? "" : tokens.mark(heights.highest(position))));
        page.line();
        if (terminal.colour()) {
            page.line("strength  " + Shade.legend(share -> Shade.kind(0, share), terminal) + "  of the factor's peak");
        }
        page.aside("Behind each token: the factor that is nearest to its peak there"
                + (terminal.colour() ? ", whose colour it has;" : ";") + " nothing below 1/8 of every peak.");
    }

    private String summary() {
        return "The factors explain " + Percent.of(factors.explained())
                + " of the activations (of their sum of squares). Error, the "
                + "Frobenius norm of the rest: " + figure(factors.errors().getFirst()) + " at first, "
                + figure(factors.error()) + " after " + factors.iterations()
                + (factors.iterations() == 1 ? " iteration" : " iterations")
                + (factors.converged() ? ", when the factors stood still." : "; the factors had not come to rest.")
                + " Start: " + factors.start() + ".";
    }

    private static String figure(double number) {
        return Figure.of((float) number);
    }

    @Override
    public Picture picture(Theme theme) {
        return ActivationsPicture.of(factors, reading.tokens(), reading.subject(), theme);
    }

    @Override
    public void write(JsonGenerator json) {
        reading.write(json);
        json.writeNumberProperty("from_layer", factors.fromLayer());
        json.writeNumberProperty("to_layer", factors.toLayer());
        json.writeStringProperty("start", start.toString().toLowerCase(Locale.ROOT));
        if (start == StartChoice.RANDOM) {
            json.writeNumberProperty("seed", seed);
        }
        json.writeArrayPropertyStart("components");
        for (int component = 0; component < factors.components(); component++) {
            json.writeStartObject();
            json.writeNumberProperty("component", component);
            Json.floats(json, "strengths", factors.strengths().rows(component).data());
            json.writeArrayPropertyStart("neurons");
            factors.topNeurons(component, MOST_NEURONS).forEach(neuron -> write(json, neuron));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("errors");
        factors.errors().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeNumberProperty("explained", factors.explained());
        json.writeNumberProperty("iterations", factors.iterations());
        json.writeBooleanProperty("converged", factors.converged());
    }

    private static void write(JsonGenerator json, FactorNeuron neuron) {
        json.writeStartObject();
        json.writeNumberProperty("layer", neuron.layer());
        json.writeNumberProperty("neuron", neuron.neuron());
        json.writeNumberProperty("share", neuron.share());
        json.writeEndObject();
    }
}
