package org.vitrine.tokenizer;

/** Turns UTF-16 positions of one text into code point positions, in constant time each. */
final class CodePoints {
    private final int[] before; // before[i] = code points before unit i; null if every unit is a code point

    CodePoints(String text) {
        int units = text.length();
        if (text.codePointCount(0, units) == units) {
            before = null;
            return;
        }
        before = new int[units + 1];
        for (int i = 0; i < units; i++) {
            boolean second = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
            before[i + 1] = before[i] + (second ? 0 : 1);
        }
    }

    /** The same span in code points; its ends must be character borders. */
    Span of(Span units) {
        return before == null ? units : new Span(at(units.start()), at(units.end()));
    }

    private int at(int unit) {
        return before[unit];
    }
}
