package org.vitrine.ui.cli;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.tokenizer.Step;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.TextWidth;
import org.vitrine.ui.terminal.Wrap;

/** The steps of a tokenizer for a person: added tokens, words, bytes, merges. The tokens themselves stand elsewhere. */
final class StepLines {
    /** Signs of a word that is shown merge by merge. Each merge takes a line as long as the word: a square, unreadable. */
    static final int LONGEST_SHOWN = 100;

    private final Page page;
    private final int most;

    /** @param most how many words are shown in detail */
    StepLines(Page page, int most) {
        this.page = page;
        this.most = most;
    }

    void show(List<Step> steps) {
        for (Step step : steps) {
            switch (step) {
                case Step.Parts parts -> parts(parts);
                case Step.Words words -> words(words);
                case Step.Glyphs glyphs -> glyphs(glyphs);
                case Step.Merges merges -> merges(merges);
                case Step.Pieces pieces -> {}
            }
        }
    }

    private void parts(Step.Parts parts) {
        List<String> added = new ArrayList<>();
        for (Step.Part part : parts.parts()) {
            if (part.id().isPresent()) {
                added.add(Chip.of(part.text(), page.terminal()) + " (" + part.id().getAsInt() + ")");
            }
        }
        page.title("1. Added tokens are cut out");
        flow(added.isEmpty() ? List.of("none in this text") : added);
    }

    private void words(Step.Words words) {
        page.title("2. The rest is split into words; no token crosses their borders");
        flow(words.words().stream().map(word -> Chip.of(word.text(), page.terminal())).toList());
    }

    private void glyphs(Step.Glyphs glyphs) {
        page.title("3. Each word's bytes are written as visible signs (a space is Ġ)");
        flow(glyphs.words().stream().map(Step.GlyphWord::glyphs).toList());
    }

    /** Each merge with its rank in the model's list, and what the word looks like after it. */
    private void merges(Step.Merges merges) {
        page.title("4. Neighbours are merged, the lowest rank first");
        Table table = new Table(page.terminal(), "rl");
        table.titles("rank", "symbols");
        boolean first = true;
        int shown = Math.min(most, merges.words().size());
        for (Step.MergedWord word : merges.words().subList(0, shown)) {
            if (!first) {
                table.row(); // an empty line between two words
            }
            first = false;
            word(word, table);
        }
        page.lines(table.lines());
        if (shown < merges.words().size()) {
            page.aside((merges.words().size() - shown) + " more words; --steps shows their merges, too");
        }
        page.line();
    }

    private static void word(Step.MergedWord word, Table table) {
        int length = word.glyphs().length();
        if (length > LONGEST_SHOWN) {
            table.row(Cell.empty(), new Cell("a word of " + length + " signs, too long to show its "
                    + word.merges().size() + " merges; --json has them", Style.FAINT));
            return;
        }
        table.row(Cell.empty(), Cell.of(String.join(" ", word.symbolsAfter(0))));
        for (int i = 0; i < word.merges().size(); i++) {
            String after = String.join(" ", word.symbolsAfter(i + 1));
            boolean last = i == word.merges().size() - 1;
            table.row(Cell.of(word.merges().get(i).rank()), new Cell(after, last ? Style.BOLD : Style.PLAIN));
        }
    }

    /** Things side by side, in as many lines as they need; of a long list the beginning. */
    private void flow(List<String> things) {
        int room = page.terminal().columns() - 2 * Table.GAP;
        List<String> shown = things.size() > limit() ? things.subList(0, limit()) : things;
        int from = 0;
        for (int to : Wrap.blocks(shown.stream().map(TextWidth::of).toList(), room)) {
            page.line("  " + String.join("  ", shown.subList(from, to)));
            from = to;
        }
        if (shown.size() < things.size()) {
            page.aside("  " + (things.size() - shown.size()) + " more; --steps shows them, too");
        }
        page.line();
    }

    private int limit() {
        return most == Integer.MAX_VALUE ? most : 10 * most;
    }
}
