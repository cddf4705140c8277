package org.vitrine.ui.terminal;

/** How many columns a text takes in a terminal: Chinese, Japanese, Korean and emoji two, combining marks none. */
public final class TextWidth {
    /** First and last code points of what is drawn two columns wide (Unicode's East Asian Width W and F). */
    private static final int[] WIDE = {0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F,
        0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18DFF, 0x1B000,
        0x1B2FF, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD};

    private TextWidth() {
    }

    /** The columns of a text. */
    public static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            columns += of(text.codePointAt(i));
        }
        return columns;
    }

    /** The columns of a character: 0, 1 or 2. */
    public static int of(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int codePoint) {
        for (int i = 0; i < WIDE.length; i += 2) {
            if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
                return true;
            }
        }
        return Character.isEmojiPresentation(codePoint);
    }

    /** The text, or as much of its beginning as leaves room for an ellipsis within so many columns; empty for none. */
    public static String cut(String text, int columns) {
        if (of(text) <= columns || columns < 1) {
            return columns < 1 ? "" : text;
        }
        int used = 0;
        int end = 0;
        while (used + of(text.codePointAt(end)) < columns) {
            used += of(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end) + "…";
    }

    /** Spaces that bring a text to a width; none if it is there already. */
    static String padding(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text)));
    }
}
