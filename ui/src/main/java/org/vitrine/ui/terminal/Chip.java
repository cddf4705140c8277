package org.vitrine.ui.terminal;

/** A token as a reader sees it: spaces are visible, and nothing in it can move the cursor or turn the line around. */
public final class Chip {
    private static final String WORD_GOES_ON = "##";

    private Chip() {
    }

    /** For a place that can show every character. */
    public static String of(String token) {
        return of(token, "·", true);
    }

    /** {@code " city"} becomes {@code ·city}; control and invisible characters become escapes such as {@code \n}. */
    public static String of(String token, Terminal terminal) {
        return of(token, terminal.space(), terminal.unicode());
    }

    private static String of(String token, String space, boolean unicode) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < token.length(); i += Character.charCount(token.codePointAt(i))) {
            int c = token.codePointAt(i);
            if (i == 0 && isMark(c) && unicode) {
                text.append('◌'); // so that an accent by itself has something to stand on
            }
            if (c == ' ') {
                text.append(space);
            } else {
                append(text, c);
            }
        }
        return text.isEmpty() ? "\"\"" : text.toString();
    }

    /**
     * Whether a token goes on within the word of the one before it.
     *
     * @param carrySpaces whether words begin with a space, as GPT-2's; else, as BERT's, the later pieces say that they are
     */
    public static boolean goesOn(String token, boolean carrySpaces) {
        return carrySpaces ? !token.startsWith(" ") : token.startsWith(WORD_GOES_ON);
    }

    /** A text in one line: as typed, but for what would disturb a terminal. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            append(line, text.codePointAt(i));
        }
        return line.toString();
    }

    /** A text whose line breaks and tabs stay, for showing as it is. */
    public static String lines(String text) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == '\n' || c == '\t') {
                lines.append((char) c);
            } else {
                append(lines, c);
            }
        }
        return lines.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static void append(StringBuilder text, int c) {
        switch (c) {
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case 0x200D -> text.appendCodePoint(c); // joins emoji, harmless
            default -> {
                if (isDisturbing(Character.getType(c))) {
                    text.append(c < 0x100 ? "\\x" : "\\u").append(hex(c, c < 0x100 ? 2 : 4));
                } else {
                    text.appendCodePoint(c);
                }
            }
        }
    }

    private static boolean isDisturbing(int type) {
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String hex(int c, int digits) {
        String hex = Integer.toHexString(c);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }
}
