package org.vitrine.ui.cli;

import java.util.List;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.Wrap;

/** Where an answer shows itself: lines on standard output, fitted to the terminal. */
record Page(Console console, Terminal terminal) {
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

    /** A sentence, broken into lines, that stands back. */
    void aside(String text) {
        for (String line : Wrap.words(text, terminal.columns())) {
            console.line(terminal.paint(Style.FAINT, line));
        }
    }

    /** Text without a line break, at once. */
    void stream(String text) {
        console.print(text);
        console.flush();
    }
}
