package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.LayerPrediction;
import org.vitrine.explain.LayerPredictions;
import org.vitrine.explain.NextSentence;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Context;
import org.vitrine.ui.picture.PredictionsPicture;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.LayerNames;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.TextWidth;
import tools.jackson.core.JsonGenerator;

/**
 * The candidates of each layer at one position.
 *
 * @param texts what was typed
 * @param passage its tokens, and those that were written to reach the position
 * @param predictions the candidates
 * @param next whether the second text follows the first, null where nobody said so
 * @param shown how much was asked for
 */
public record PredictionsAnswer(Texts texts, Passage passage, LayerPredictions predictions, NextSentence next,
        Shown shown)
        implements
            PicturedAnswer {
    /**
     * How much was asked for.
     *
     * @param single one layer, which leaves room for a list
     * @param all a number of candidates, all of which are then shown
     */
    public record Shown(boolean single, boolean all) {
    }

    private static final int BAR = 8;
    private static final int LONG_BAR = 30;
    private static final String FIRST_TITLE = "token";

    @Override
    public void show(Page page) {
        Terminal terminal = page.terminal();
        int position = predictions.position();
        page.title(passage.model().name() + ": the token at position " + position + ", as each layer would have it");
        page.passage(passage, position);
        page.lines(shown.single() ? list(predictions.layers().getFirst(), terminal) : grid(terminal));
        page.line();
        notes().forEach(page::aside);
    }

    @Override
    public Picture picture(Theme theme) {
        return PredictionsPicture.of(Context.of(texts.joined(), passage), predictions, notes(), theme);
    }

    /** Which lens it was, and whether the texts belong together. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(Page.sentence(predictions.lens(), passage));
        if (next == null && !texts.pair().isEmpty() && !passage.predictsNext()) {
            notes.add(
                    "This checkpoint has no next-sentence head, so it cannot say whether the two texts belong together.");
        }
        if (next != null) {
            notes.add("Next-sentence head: the second text follows the first with "
                    + Percent.of(next.probability()).strip() + ".");
        }
        return notes;
    }

    /** One layer: its candidates one below the other, with bars as long as there is room. */
    private static List<String> list(LayerPrediction layer, Terminal terminal) {
        int used = 0;
        for (String line : list(layer, 0, new Terminal(terminal.columns(), false, terminal.unicode()))) {
            used = Math.max(used, TextWidth.of(line));
        }
        int room = terminal.columns() - used + title(layer).length(); // the bars stand below their title
        return list(layer, Math.clamp(room, BAR, LONG_BAR), terminal);
    }

    private static String title(LayerPrediction layer) {
        return "in " + LayerNames.of(layer.layer());
    }

    private static List<String> list(LayerPrediction layer, int bar, Terminal terminal) {
        Table table = new Table(terminal, "rlrrrl");
        table.titles("rank", "token", "id", "logit", "probability", title(layer));
        for (Candidate candidate : layer.candidates()) {
            table.row(Cell.of(candidate.rank()), Cell.of(Chip.of(candidate.token(), terminal)), Cell.of(candidate.id()),
                    Cell.of(Figure.of(candidate.logit())), Cell.of(Percent.of(candidate.probability())),
                    new Cell(terminal.bar(candidate.probability(), bar), Style.BLUE));
        }
        return table.lines();
    }

    /** All layers: a row each, its candidates side by side; further rows where all of them are wanted. */
    private List<String> grid(Terminal terminal) {
        int columns = fitting(terminal);
        Table table = new Table(terminal, "ll" + "lr".repeat(columns));
        List<String> titles = new ArrayList<>(List.of("layer", "top"));
        for (int c = 0; c < columns; c++) {
            titles.add(c == 0 ? FIRST_TITLE : "");
            titles.add("");
        }
        table.titles(titles.toArray(String[]::new));
        for (LayerPrediction layer : predictions.layers()) {
            List<Candidate> candidates = layer.candidates();
            int count = shown.all() ? candidates.size() : Math.min(columns, candidates.size());
            for (int from = 0; from < count; from += columns) {
                List<Cell> row = new ArrayList<>();
                row.add(Cell.of(from == 0 ? LayerNames.of(layer.layer()) : ""));
                row.add(new Cell(from == 0 ? terminal.bar(candidates.getFirst().probability(), BAR) : "", Style.BLUE));
                for (Candidate candidate : candidates.subList(from, Math.min(count, from + columns))) {
                    row.add(new Cell(Chip.of(candidate.token(), terminal),
                            candidate.rank() == 1 ? Style.BOLD : Style.PLAIN));
                    row.add(Cell.of(Percent.of(candidate.probability())));
                }
                table.row(row);
            }
        }
        return table.lines();
    }

    /** How many candidates fit side by side, at least one. */
    private int fitting(Terminal terminal) {
        int most = predictions.layers().getFirst().candidates().size();
        for (int columns = most; columns > 1; columns--) {
            if (width(columns, terminal) <= terminal.columns()) {
                return columns;
            }
        }
        return 1;
    }

    private int width(int columns, Terminal terminal) {
        int width = LayerNames.of(-1).length() + Table.GAP + BAR;
        for (int c = 0; c < columns; c++) {
            int token = c == 0 ? FIRST_TITLE.length() : 0;
            int percent = 0;
            for (LayerPrediction layer : predictions.layers()) {
                List<Candidate> candidates = layer.candidates();
                for (int i = c; i < (shown.all() ? candidates.size()
                        : Math.min(columns, candidates.size())); i += columns) {
                    token = Math.max(token, TextWidth.of(Chip.of(candidates.get(i).token(), terminal)));
                    percent = Math.max(percent, Percent.of(candidates.get(i).probability()).length());
                }
            }
            width += 2 * Table.GAP + token + percent;
        }
        return width;
    }

    @Override
    public void write(JsonGenerator json) {
        Json.passage(json, texts, passage);
        json.writeNumberProperty("position", predictions.position());
        Json.lens(json, predictions.lens(), passage);
        if (next != null) {
            json.writeNumberProperty("next_sentence_probability", next.probability());
        }
        json.writeArrayPropertyStart("layers");
        for (LayerPrediction layer : predictions.layers()) {
            json.writeStartObject();
            json.writeNumberProperty("layer", layer.layer());
            json.writeStringProperty("tensor", layer.tensor());
            json.writeArrayPropertyStart("candidates");
            layer.candidates().forEach(candidate -> write(json, candidate));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void write(JsonGenerator json, Candidate candidate) {
        json.writeStartObject();
        json.writeNumberProperty("rank", candidate.rank());
        json.writeNumberProperty("id", candidate.id());
        json.writeStringProperty("token", candidate.token());
        json.writeNumberProperty("probability", candidate.probability());
        json.writeNumberProperty("logit", candidate.logit());
        json.writeEndObject();
    }
}
