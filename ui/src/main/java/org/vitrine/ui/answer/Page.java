package org.vitrine.ui.answer;

import java.util.List;
import java.util.Set;
import org.vitrine.explain.Lens;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.Wrap;

/** Where an answer shows itself: lines fitted to a terminal. */
public record Page(Paper paper, Terminal terminal) {
    /** What a page is written on. */
    @FunctionalInterface
    public interface Paper {
        /** Writes text as it is. */
        void print(String text);

        /** Makes sure that everything has arrived. */
        default void flush() {
        }
    }

    /**
     * What an answer shows, as a text.
     *
     * @param notes what is worth a word beside it: sentences without their full stops
     * @param columns how wide a line may be
     * @param colour whether colours and bold letters are wanted
     */
    public static String text(Answer answer, List<String> notes, int columns, boolean colour) {
        StringBuilder text = new StringBuilder();
        Page page = new Page(text::append, new Terminal(columns, colour, true));
        answer.show(page);
        if (!notes.isEmpty()) {
            page.line();
        }
        notes.forEach(note -> page.aside("Note: " + note + "."));
        return text.toString().stripTrailing();
    }

    /** An empty line. */
    public void line() {
        line("");
    }

    /** A line as it is. */
    public void line(String text) {
        paper.print(text + System.lineSeparator());
    }

    /** Lines as they are. */
    public void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** A line that stands out. */
    public void title(String text) {
        for (String line : Wrap.words(text, terminal.columns())) {
            line(terminal.paint(Style.BOLD, line));
        }
    }

    /** Some sentences, broken into lines. */
    public void paragraph(String text) {
        Wrap.words(text, terminal.columns()).forEach(this::line);
    }

    /** A sentence, broken into lines, that stands back. */
    public void aside(String text) {
        for (String line : Wrap.words(text, terminal.columns())) {
            line(terminal.paint(Style.FAINT, line));
        }
    }

    /** The tokens that an answer is about; see {@link TokenStrip#lines}. */
    public void passage(Passage passage, int position) {
        line();
        if (passage.input().hasDecoder()) {
            aside("The encoder reads:");
            lines(TokenStrip.source(passage, terminal));
            line();
            aside("The decoder, so far:");
        }
        lines(TokenStrip.lines(passage, position, terminal));
        lines(TokenStrip.legend(passage));
        line();
    }

    /** All tokens that some stacks of a model read; says whose they are where it has two. */
    void reading(Reading reading, Set<Stack> stacks) {
        stack("The encoder:", stacks.contains(Stack.ENCODER) ? reading.tokens().encoder() : List.of(), reading);
        stack("The decoder:", stacks.contains(Stack.DECODER) ? reading.tokens().decoder() : List.of(), reading);
    }

    private void stack(String whose, List<AttentionToken> tokens, Reading reading) {
        if (tokens.isEmpty()) {
            return;
        }
        line();
        if (reading.input().hasDecoder()) {
            aside(whose);
        }
        lines(TokenStrip.lines(tokens, -1, terminal));
    }

    /** Which lens was used and what it does to the model. */
    public void lens(Lens lens, Passage passage) {
        aside(sentence(lens, passage));
    }

    /** Which lens was used and what it does to the model. */
    public static String sentence(Lens lens, Passage passage) {
        return "Lens " + lens + ": " + passage.explanation(lens) + ".";
    }

    /** Text without a line break, at once. */
    public void stream(String text) {
        paper.print(text);
        paper.flush();
    }
}
