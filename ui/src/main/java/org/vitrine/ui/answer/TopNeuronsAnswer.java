package org.vitrine.ui.answer;

import java.util.List;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.neurons.NeuronActivation;
import org.vitrine.explain.neurons.NeuronText;
import org.vitrine.explain.neurons.TopNeurons;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.TopNeuronsPicture;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.Wrap;
import tools.jackson.core.JsonGenerator;

/**
 * The neurons that a token fires most.
 *
 * @param reading what the stack reads
 * @param top the neurons
 * @param texts for each of them, how strongly all tokens fire it
 */
public record TopNeuronsAnswer(StackReading reading, TopNeurons top, List<NeuronText> texts) implements PicturedAnswer {
    private static final int BAR = 8;
    /** Columns of a table that the other tokens leave to the rest. */
    private static final int REST = 37;
    private static final int MOST_OTHERS = 5;

    @Override
    public void show(Page page) {
        Terminal terminal = page.terminal();
        AttentionToken token = reading.tokens().get(top.position());
        page.title(reading.model() + ": the " + reading.stack() + "'s neurons that " + Chip.of(token.token(), terminal)
                + " at position " + top.position() + " fires most");
        page.line();
        page.lines(TokenStrip.lines(reading.tokens(), top.position(), terminal));
        page.line();
        page.lines(table(terminal));
        page.line();
        page.aside(
                "Activation: after the activation function. Other tokens: those that fire the neuron most; --layer and "
                        + "--neuron show it at all of them.");
    }

    private List<String> table(Terminal terminal) {
        float greatest = Math.max(Float.MIN_NORMAL, top.neurons().getFirst().activation());
        Table table = new Table(terminal, "rrrll");
        table.titles("layer", "neuron", "activation", "", "other tokens");
        for (int i = 0; i < top.neurons().size(); i++) {
            NeuronActivation neuron = top.neurons().get(i);
            List<String> others = StrongToken.different(texts.get(i).activations().data(), others()).stream()
                    .limit(MOST_OTHERS).map(strong -> strong.show(terminal)).toList();
            table.row(Cell.of(neuron.layer()), Cell.of(neuron.neuron()), Cell.of(Figure.of(neuron.activation())),
                    new Cell(terminal.bar(neuron.activation() / greatest, BAR), Style.BLUE),
                    Cell.of(Wrap.fitting(others, terminal.columns() - REST)));
        }
        return table.lines();
    }

    /** All tokens but the one in question. */
    private List<AttentionToken> others() {
        return reading.tokens().stream().filter(token -> token.position() != top.position()).toList();
    }

    @Override
    public Picture picture(Theme theme) {
        return TopNeuronsPicture.of(top, reading.tokens().get(top.position()), reading.subject(), theme);
    }

    @Override
    public void write(JsonGenerator json) {
        reading.write(json);
        json.writeNumberProperty("position", top.position());
        json.writeArrayPropertyStart("neurons");
        for (int i = 0; i < top.neurons().size(); i++) {
            json.writeStartObject();
            json.writeNumberProperty("layer", top.neurons().get(i).layer());
            json.writeNumberProperty("neuron", top.neurons().get(i).neuron());
            json.writeNumberProperty("activation", top.neurons().get(i).activation());
            json.writeArrayPropertyStart("other_tokens");
            StrongToken.all(texts.get(i).activations().data(), others()).stream().limit(MOST_OTHERS)
                    .forEach(strong -> strong.write(json));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
