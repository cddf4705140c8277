package org.vitrine.ui.cli;

import java.util.List;
import org.vitrine.explain.Lens;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.Wrap;

/** Where an answer shows itself: lines on standard output, fitted to the terminal. */
public record Page(Console console, Terminal terminal) {
    /** An empty line. */
    void line() {
        console.line("");
    }

    /** A line as it is. */
    void line(String text) {
        console.line(text);
    }

    /** Lines as they are. */
    void lines(List<String> lines) {
        lines.forEach(console::line);
    }

    /** A line that stands out. */
    void title(String text) {
        for (String line : Wrap.words(text, terminal.columns())) {
            console.line(terminal.paint(Style.BOLD, line));
        }
    }

    /** Some sentences, broken into lines. */
    void paragraph(String text) {
        Wrap.words(text, terminal.columns()).forEach(console::line);
    }

    /** A sentence, broken into lines, that stands back. */
    void aside(String text) {
        for (String line : Wrap.words(text, terminal.columns())) {
            console.line(terminal.paint(Style.FAINT, line));
        }
    }

    /** The tokens that an answer is about; see {@link TokenStrip#lines}. */
    void passage(Passage passage, int position) {
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

    /** Which lens was used and what it does to the model. */
    void lens(Lens lens, Passage passage) {
        aside(sentence(lens, passage));
    }

    /** Which lens was used and what it does to the model. */
    public static String sentence(Lens lens, Passage passage) {
        return "Lens " + lens + ": " + passage.explanation(lens) + ".";
    }

    /** Text without a line break, at once. */
    void stream(String text) {
        console.print(text);
        console.flush();
    }
}
