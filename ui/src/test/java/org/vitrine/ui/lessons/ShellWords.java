package org.vitrine.ui.lessons;

import java.util.ArrayList;
import java.util.List;

/** Takes a line apart as bash does: single quotes, double quotes, backslashes. What bash would replace is refused. */
final class ShellWords {
    /** Characters that mean something to a shell where no quotes are around them. */
    private static final String SPECIAL = "|&;<>()$`*?[]#~{}!";
    /** What a backslash protects within double quotes; before anything else it stands for itself. */
    private static final String PROTECTED = "$`\"\\";

    private final String line;
    private final List<String> words = new ArrayList<>();
    private StringBuilder word;
    private int at;

    private ShellWords(String line) {
        this.line = line;
    }

    /**
     * The words of a line.
     *
     * @throws IllegalArgumentException if a shell would not take it literally; the message says which character
     */
    static List<String> split(String line) {
        ShellWords split = new ShellWords(line);
        while (split.at < line.length()) {
            split.next();
        }
        split.end();
        return List.copyOf(split.words);
    }

    private void next() {
        char c = line.charAt(at++);
        switch (c) {
            case ' ', '\t', '\n' -> end();
            case '\'' -> singleQuoted();
            case '"' -> doubleQuoted();
            case '\\' -> append(take("a backslash"));
            default -> {
                if (SPECIAL.indexOf(c) >= 0) {
                    throw refused(c, "outside quotes");
                }
                append(c);
            }
        }
    }

    private void singleQuoted() {
        append("");
        for (char c = take("'"); c != '\''; c = take("'")) {
            append(c);
        }
    }

    private void doubleQuoted() {
        append("");
        for (char c = take("\""); c != '"'; c = take("\"")) {
            if (c == '$' || c == '`') {
                throw refused(c, "within double quotes; put a backslash before it");
            }
            if (c == '\\' && at < line.length() && PROTECTED.indexOf(line.charAt(at)) >= 0) {
                c = line.charAt(at++);
            }
            append(c);
        }
    }

    private char take(String opened) {
        if (at == line.length()) {
            throw new IllegalArgumentException("the line ends after " + opened + ", which is not closed");
        }
        return line.charAt(at++);
    }

    private void append(Object text) {
        if (word == null) {
            word = new StringBuilder();
        }
        word.append(text);
    }

    private void end() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }

    private static IllegalArgumentException refused(char c, String where) {
        return new IllegalArgumentException("a shell would replace '" + c + "' " + where);
    }
}
