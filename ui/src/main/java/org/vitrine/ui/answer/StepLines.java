package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vitrine.tokenizer.Step;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.TextWidth;
import org.vitrine.ui.terminal.Wrap;

/**
 * The steps of a tokenizer for a person: added tokens, words, bytes, merges or, for WordPiece, added tokens, cleaning,
 * words, matches. The tokens themselves stand elsewhere.
 */
public final class StepLines {
    /** Signs of a word that is shown merge by merge. Each merge takes a line as long as the word: a square, unreadable. */
    public static final int LONGEST_SHOWN = 100;

    private static final String NOTHING = "none";
    private static final String UNKNOWN = "unknown: no piece fits";
    /** Columns for the words "and … more". */
    private static final int MORE = 13;

    private final Page page;
    private final int most;
    private int number; // of the step

    /** @param most how many words are shown in detail */
    StepLines(Page page, int most) {
        this.page = page;
        this.most = most;
    }

    void show(List<Step> steps) {
        for (Step step : steps) {
            number++;
            switch (step) {
                case Step.Parts parts -> parts(parts);
                case Step.Cleaned cleaned -> cleaned(cleaned);
                case Step.Words words -> words(words);
                case Step.Glyphs glyphs -> glyphs(glyphs);
                case Step.Merges merges -> merges(merges);
                case Step.Matches matches -> matches(matches);
                case Step.Pieces pieces -> {}
            }
        }
    }

    private void title(String title) {
        page.title(number + ". " + title);
    }

    private void parts(Step.Parts parts) {
        List<String> added = new ArrayList<>();
        for (Step.Part part : parts.parts()) {
            if (part.id().isPresent()) {
                added.add(Chip.of(part.text(), page.terminal()) + " (" + part.id().getAsInt() + ")");
            }
        }
        title("Added tokens are cut out");
        flow(added.isEmpty() ? List.of("none in this text") : added);
    }

    /** What cleaning did; its result is shown where it fits on a line, and word by word in the next step. */
    private void cleaned(Step.Cleaned cleaned) {
        Set<Step.Change> changes = new TreeSet<>();
        List<String> shown = new ArrayList<>();
        for (Step.CleanedText text : cleaned.texts()) {
            changes.addAll(text.changes());
            String after = Chip.line(text.after());
            if (!text.changes().isEmpty() && TextWidth.of(after) <= room()) {
                shown.add(after);
            }
        }
        title("Text is cleaned");
        flow(changes.isEmpty() ? List.of("nothing to change") : changes.stream().map(StepLines::inWords).toList());
        if (!shown.isEmpty()) {
            flow(shown);
        }
    }

    private static String inWords(Step.Change change) {
        return switch (change) {
            case REMOVED -> "control characters removed";
            case SPACED -> "white space made spaces";
            case CJK_SPACED -> "spaces put around Han characters";
            case ACCENTS_STRIPPED -> "accents stripped";
            case LOWERCASED -> "made lower case";
        };
    }

    private void words(Step.Words words) {
        title("The rest is split into words; no token crosses their borders");
        flow(words.words().stream().map(word -> Chip.of(word.text(), page.terminal())).toList());
    }

    private void glyphs(Step.Glyphs glyphs) {
        title("Each word's bytes are written as visible signs (a space is Ġ)");
        flow(glyphs.words().stream().map(Step.GlyphWord::glyphs).toList());
    }

    /** Each merge with its rank in the model's list, and what the word looks like after it. */
    private void merges(Step.Merges merges) {
        title("Neighbours are merged, the lowest rank first");
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
        page.lines(shown == 0 ? List.of("  " + NOTHING) : table.lines());
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

    /** Each match with what was tried before it. */
    private void matches(Step.Matches matches) {
        title("Each word is matched with pieces, the longest that fits first");
        Table table = new Table(page.terminal(), "lll");
        table.titles("word", "piece", "tried before it, longest first");
        int shown = Math.min(most, matches.words().size());
        List<Step.MatchedWord> words = matches.words().subList(0, shown);
        int room = page.terminal().columns() - widthOfMatches(words) - MORE;
        words.forEach(word -> word(word, room, table));
        page.lines(words.isEmpty() ? List.of("  " + NOTHING) : table.lines());
        if (shown < matches.words().size()) {
            page.aside((matches.words().size() - shown) + " more words; --steps shows their matches, too");
        }
        page.line();
    }

    /** What the columns of words and of pieces take, gaps included. */
    private static int widthOfMatches(List<Step.MatchedWord> words) {
        int word = 0;
        int piece = 0;
        for (Step.MatchedWord each : words) {
            word = Math.max(word, TextWidth.of(Chip.line(each.word())));
            for (Step.Match match : each.matches()) {
                piece = Math.max(piece, TextWidth.of(Chip.line(match.piece().orElse(UNKNOWN))));
            }
        }
        return word + piece + 2 * Table.GAP;
    }

    private static void word(Step.MatchedWord word, int room, Table table) {
        if (word.outcome() == Step.Outcome.TOO_LONG) {
            table.row(new Cell("a word of " + word.word().codePointCount(0, word.word().length()) + " characters",
                    Style.FAINT), Cell.of("unknown"), new Cell("too long to be looked at", Style.FAINT));
            return;
        }
        for (int i = 0; i < word.matches().size(); i++) {
            Step.Match match = word.matches().get(i);
            Cell piece = match.piece().map(found -> new Cell(Chip.line(found), Style.BOLD))
                    .orElse(Cell.of(UNKNOWN));
            table.row(i == 0 ? Cell.of(Chip.line(word.word())) : Cell.empty(), piece, attempts(match, room));
        }
    }

    /** As many of the attempts that failed before a match as there is room for, one at least. */
    private static Cell attempts(Step.Match match, int room) {
        StringBuilder shown = new StringBuilder();
        int count = 0;
        for (String attempt : match.failed()) {
            String one = (count == 0 ? "" : " ") + Chip.line(attempt);
            if (count > 0 && TextWidth.of(shown.toString()) + TextWidth.of(one) > room) {
                break;
            }
            shown.append(one);
            count++;
        }
        int more = match.failures() - count;
        return new Cell(shown + (more > 0 ? " and " + more + " more" : ""), Style.FAINT);
    }

    /** Things side by side, in as many lines as they need; of a long list the beginning. */
    private void flow(List<String> all) {
        List<String> things = all.isEmpty() ? List.of(NOTHING) : all;
        List<String> shown = things.size() > limit() ? things.subList(0, limit()) : things;
        int from = 0;
        for (int to : Wrap.blocks(shown.stream().map(TextWidth::of).toList(), room())) {
            page.line("  " + String.join("  ", shown.subList(from, to)));
            from = to;
        }
        if (shown.size() < things.size()) {
            page.aside("  " + (things.size() - shown.size()) + " more; --steps shows them, too");
        }
        page.line();
    }

    private int room() {
        return page.terminal().columns() - 2 * Table.GAP;
    }

    private int limit() {
        return most == Integer.MAX_VALUE ? most : 10 * most;
    }
}
