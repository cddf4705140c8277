package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.TextWidth;

/** Tokens as a text that reads on, each a painted chip; pieces of a word are joined, and line breaks break the line. */
record TokenText(List<AttentionToken> tokens, Terminal terminal) {
    /**
     * The text's lines, fitted to the terminal.
     *
     * @param style of the token at a position
     * @param mark what stands behind the token at a position; may be empty
     */
    List<String> lines(IntFunction<Style> style, IntFunction<String> mark) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        boolean broken = false;
        boolean carrySpaces = tokens.stream().anyMatch(token -> token.token().startsWith(" "));
        for (AttentionToken token : tokens) {
            String chip = Chip.of(token.token(), terminal) + mark.apply(token.position());
            int gap = line.isEmpty() || Chip.goesOn(token.token(), carrySpaces) ? 0 : 1;
            if (broken || !line.isEmpty() && used + gap + TextWidth.of(chip) > terminal.columns()) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
                gap = 0;
            }
            line.append(" ".repeat(gap)).append(terminal.paint(style.apply(token.position()), chip));
            used += gap + TextWidth.of(chip);
            broken = token.token().contains("\n");
        }
        lines.add(line.toString());
        return lines;
    }

    /** A small number behind a token. */
    String mark(int number) {
        StringBuilder mark = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            mark.append(terminal.unicode() ? (char) ('₀' + digit - '0') : digit);
        }
        return terminal.unicode() ? mark.toString() : "/" + mark;
    }
}
