package org.vitrine.ui.picture;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;

/**
 * A step of a beam search: the texts that could be written, best first, and what became of each.
 *
 * @param rows the candidates
 * @param finished the texts that have ended so far, best first
 * @param position of the token that is written
 */
public record BeamTable(List<Row> rows, List<Ended> finished, int position) implements WritingPicture.Choice {
    private static final double GAP = 14;
    private static final int LONGEST_TEXT = 70;

    /**
     * A text that could be written.
     *
     * @param parent the beam that it goes on from
     * @param token the new token
     * @param sum of the log-probabilities of all new tokens
     * @param fate what became of it, in words
     * @param kept whether it is written on
     * @param text the text with the new token, its end
     */
    public record Row(int parent, String token, double sum, String fate, boolean kept, String text) {
    }

    /** A text that has ended, and its score. */
    public record Ended(double score, String text) {
    }

    public BeamTable {
        rows = List.copyOf(rows);
        finished = List.copyOf(finished);
    }

    @Override
    public String title() {
        return "Beams: what could follow at position " + position + "; what is written on is outlined";
    }

    @Override
    public List<String> legend() {
        return List.of(
                "From: the beam of the step before. Sum: of the log-probabilities of all new tokens. Score: that sum "
                        + "divided by a power of their number, the length penalty.");
    }

    @Override
    public Sketch sketch(Theme theme) {
        Sketch table = candidates(theme);
        Sketch ended = new Sketch();
        TextStyle small = theme.small();
        for (int i = 0; i < finished.size(); i++) {
            ended.text("ended, score " + Figure.of((float) finished.get(i).score()) + ": "
                    + cut(finished.get(i).text()), 0, (i + 1) * 1.5 * small.size(), small.coloured(theme.ink()));
        }
        table.below(theme.length(GAP), ended);
        return table;
    }

    private Sketch candidates(Theme theme) {
        TextStyle small = theme.small();
        double from = width(row -> small.width(from(row)), small.width("from"));
        double chips = width(row -> chip(row, theme).width(), small.width("token"));
        double sum = width(row -> small.width(sum(row)), small.width("sum"));
        double fate = width(row -> small.width(row.fate()), small.width("becomes"));
        double height = chip(rows.getFirst(), theme).height();
        double gap = theme.length(GAP);
        double[] x = {0, from + gap, from + chips + 2 * gap, from + chips + sum + 3 * gap,
            from + chips + sum + fate + 4 * gap};
        Sketch table = new Sketch();
        List<String> titles = List.of("from", "token", "sum", "becomes", "text");
        for (int c = 0; c < titles.size(); c++) {
            double at = c == 2 ? x[c] + sum : x[c];
            table.text(titles.get(c), at, small.size(), c == 2 ? small.aligned(Align.RIGHT) : small);
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = 1.5 * small.size() + i * height * 1.15;
            double line = small.baseLine(y + height / 2);
            TextStyle style = row.kept() ? small.coloured(theme.ink()) : small;
            table.text(from(row), x[0], line, style);
            chip(row, theme).paint(table, new Box(x[1], y, chips, height), theme.faint().withOpacity(0.12));
            table.text(sum(row), x[2] + sum, line, style.aligned(Align.RIGHT));
            table.text(row.fate(), x[3], line, style);
            table.text(cut(row.text()), x[4], line, style);
            if (row.kept()) {
                table.outline(new Box(x[1], y, chips, height), theme.ink(), theme.length(1.5));
            }
            table.hint(new Box(0, y, x[4], height), Chip.of(row.token()) + " after beam " + row.parent()
                    + ": sum of log-probabilities " + row.sum() + ", " + row.fate());
        }
        return table;
    }

    private double width(ToDoubleFunction<Row> width, double least) {
        return Math.max(least, rows.stream().mapToDouble(width).max().orElse(0));
    }

    private static String from(Row row) {
        return "beam " + row.parent();
    }

    private static String sum(Row row) {
        return Figure.of((float) row.sum());
    }

    private static TokenChip chip(Row row, Theme theme) {
        return new TokenChip(row.token(), theme.text());
    }

    /** The end of a text in a line. */
    private static String cut(String text) {
        String line = Chip.line(text);
        int from = Math.max(0, line.length() - LONGEST_TEXT);
        return from == 0 ? line : "…" + line.substring(Character.isLowSurrogate(line.charAt(from)) ? from + 1 : from);
    }
}
