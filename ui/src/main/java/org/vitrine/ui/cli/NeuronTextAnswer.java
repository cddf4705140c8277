package org.vitrine.ui.cli;

import java.util.List;
import org.vitrine.explain.neurons.NeuronText;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Shade;
import org.vitrine.ui.terminal.Sparkline;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Terminal;
import tools.jackson.core.JsonGenerator;

/**
 * How strongly each token fires a neuron.
 *
 * @param reading what the stack reads
 * @param text the neuron's activations
 * @param topk how many of the strongest tokens to list
 */
record NeuronTextAnswer(StackReading reading, NeuronText text, int topk) implements Answer {
    private static final int BAR = 30;

    @Override
    public void show(Page page) {
        Terminal terminal = page.terminal();
        float[] activations = text.activations().data();
        float greatest = greatest(activations);
        page.title(reading.model() + ": which tokens fire neuron " + text.neuron() + " of " + reading.stack()
                + " layer " + text.layer());
        page.line();
        int folding = Sparkline.folding(activations.length, terminal.columns());
        page.line(terminal.paint(Style.BLUE, Sparkline.of(activations, folding, terminal)));
        page.lines(new TokenText(reading.tokens(), terminal)
                .lines(position -> Shade.signed(activations[position] / greatest), position -> ""));
        page.line();
        page.lines(table(greatest, terminal));
        page.line();
        page.aside("Bars: the activation as a share of the greatest, " + Figure.of(greatest) + "; "
                + (terminal.colour() ? "blue fires, orange is below 0." : "a minus stands before what is below 0.")
                + (folding > 1 ? " Above the text a bar is the greatest of " + folding + " tokens." : ""));
    }

    /** The strongest tokens, one below the other. */
    private List<String> table(float greatest, Terminal terminal) {
        Table table = new Table(terminal, "rlrl");
        table.titles("position", "token", "activation", "");
        for (StrongToken strong : strongest()) {
            table.row(Cell.of(strong.token().position()), Cell.of(Chip.of(strong.token().token(), terminal)),
                    Cell.of(Figure.of(strong.strength())), bar(strong.strength() / greatest, terminal));
        }
        return table.lines();
    }

    private static Cell bar(float share, Terminal terminal) {
        return new Cell(terminal.bar(Math.abs(share), BAR), share < 0 ? Style.ORANGE : Style.BLUE);
    }

    private List<StrongToken> strongest() {
        return StrongToken.all(text.activations().data(), reading.tokens()).stream().limit(topk).toList();
    }

    /** The greatest distance from 0; never 0 itself. */
    private static float greatest(float[] activations) {
        float greatest = Float.MIN_NORMAL;
        for (float activation : activations) {
            greatest = Math.max(greatest, Math.abs(activation));
        }
        return greatest;
    }

    @Override
    public void write(JsonGenerator json) {
        reading.write(json);
        json.writeNumberProperty("layer", text.layer());
        json.writeNumberProperty("neuron", text.neuron());
        Json.floats(json, "activations", text.activations().data());
        json.writeArrayPropertyStart("strongest");
        strongest().forEach(strong -> strong.write(json));
        json.writeEndArray();
    }
}
