package org.vitrine.ui.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.explain.neurons.NeuronText;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.NeuronTextPicture;
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
public record NeuronTextAnswer(StackReading reading, NeuronText text, int topk) implements PicturedAnswer {
    private static final int LEAST_BAR = 8;
    private static final int MOST_BAR = 30;
    /** Columns of a table that bars leave to the rest. */
    private static final int REST = 48;

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
        page.line();
        List<StrongToken> strongest = strongest();
        Map<Integer, Integer> ranks = new HashMap<>();
        strongest.forEach(strong -> ranks.put(strong.token().position(), ranks.size() + 1));
        TokenText tokens = new TokenText(reading.tokens(), terminal);
        page.lines(tokens.lines(position -> Shade.signed(activations[position] / greatest),
                position -> ranks.containsKey(position) ? tokens.mark(ranks.get(position)) : ""));
        page.line();
        page.lines(table(strongest, greatest, terminal));
        page.line();
        if (terminal.colour()) {
            page.line(Shade.legend(Shade::signed, terminal) + "  of the greatest; blue fires, orange is below 0");
        }
        page.aside("Bars: the activation as a share of the greatest, " + Figure.of(greatest)
                + ". Behind tokens: their rank among all."
                + (folding > 1 ? " Above the text a bar is the greatest of " + folding + " tokens." : ""));
    }

    /** The strongest tokens, one below the other. */
    private static List<String> table(List<StrongToken> strongest, float greatest, Terminal terminal) {
        int bar = Math.clamp(terminal.columns() - REST, LEAST_BAR, MOST_BAR);
        Table table = new Table(terminal, "rrlrl");
        table.titles("rank", "position", "token", "activation", "");
        for (int i = 0; i < strongest.size(); i++) {
            StrongToken strong = strongest.get(i);
            float share = strong.strength() / greatest;
            table.row(Cell.of(i + 1), Cell.of(strong.token().position()),
                    Cell.of(Chip.of(strong.token().token(), terminal)),
                    Cell.of(Figure.of(strong.strength())),
                    new Cell(terminal.bar(Math.abs(share), bar), share < 0 ? Style.ORANGE : Style.BLUE));
        }
        return table.lines();
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
    public Picture picture(Theme theme) {
        return NeuronTextPicture.of(text, reading.tokens(), reading.subject(), theme);
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
