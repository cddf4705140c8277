package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.TextWidth;
import org.vitrine.ui.terminal.Wrap;

/** A passage as two rows, positions above tokens, with the place in question marked. */
final class TokenStrip {
    private static final int MOST_BLOCKS = 3;
    private static final String LABEL = "position";

    private TokenStrip() {
    }

    /**
     * The strip's lines; of a long passage only the part before the place.
     *
     * @param position the place that is predicted, drawn as a gap where no token stands; −1 for none
     */
    static List<String> lines(Passage passage, int position, Terminal terminal) {
        List<String> tokens = new ArrayList<>();
        int places = Math.max(passage.size(), position + 1);
        for (int i = 0; i < places; i++) {
            tokens.add(i < passage.size() ? mark(passage, i) + Chip.of(passage.token(i), terminal) : "?");
        }
        return strip(tokens, position, terminal);
    }

    /** The strip of the text that the encoder reads, if the passage is a decoder's. */
    static List<String> source(Passage passage, Terminal terminal) {
        return strip(passage.source().stream().map(token -> Chip.of(token, terminal)).toList(), -1, terminal);
    }

    /**
     * The strip of a text of which nothing is predicted.
     *
     * @param position the token in question; −1 for none
     */
    static List<String> lines(List<AttentionToken> tokens, int position, Terminal terminal) {
        return strip(tokens.stream().map(token -> Chip.of(token.token(), terminal)).toList(), position, terminal);
    }

    private static List<String> strip(List<String> tokens, int position, Terminal terminal) {
        int places = tokens.size();
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            widths.add(Math.max(TextWidth.of(tokens.get(i)), Integer.toString(i).length()));
        }
        List<Integer> ends = Wrap.blocks(widths, terminal.columns() - LABEL.length() - Table.GAP);
        int last = blockOf(position < 0 ? places - 1 : position, ends);
        int first = Math.max(0, last - MOST_BLOCKS + 1);
        List<String> lines = new ArrayList<>();
        if (first > 0) {
            lines.add(terminal.ellipsis() + " the first " + ends.get(first - 1) + " tokens are not shown");
        }
        for (int block = first; block <= last; block++) {
            lines.addAll(block(tokens, block == 0 ? 0 : ends.get(block - 1), ends.get(block), position, terminal));
        }
        return lines;
    }

    private static List<String> block(List<String> tokens, int from, int to, int position, Terminal terminal) {
        List<Cell> numbers = new ArrayList<>(List.of(new Cell(LABEL, Style.FAINT)));
        List<Cell> chips = new ArrayList<>(List.of(new Cell("token", Style.FAINT)));
        for (int i = from; i < to; i++) {
            numbers.add(new Cell(Integer.toString(i), i == position ? Style.BOLD : Style.FAINT));
            chips.add(new Cell(tokens.get(i), i == position ? Style.BOLD : Style.PLAIN));
        }
        Table table = new Table(terminal, "l");
        table.row(numbers);
        table.row(chips);
        return table.lines();
    }

    private static String mark(Passage passage, int position) {
        return position >= passage.typed() ? "+" : "";
    }

    /** What the mark means, where there is one. */
    static List<String> legend(Passage passage) {
        return passage.size() > passage.typed() ? List.of("+ written by the model") : List.of();
    }

    private static int blockOf(int position, List<Integer> ends) {
        int block = 0;
        while (ends.get(block) <= position) {
            block++;
        }
        return block;
    }
}
