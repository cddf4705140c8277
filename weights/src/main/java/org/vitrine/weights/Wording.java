package org.vitrine.weights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Wording of messages: strings from files made safe to print, and names that resemble a name that was not found. */
final class Wording {
    private static final int LONGEST_NAME = 120;
    private static final int MOST_NAMES = 10;
    private static final int MOST_NEIGHBOURS = 3;

    private Wording() {
    }

    /** A name out of a file, in quotes: control characters escaped, so that it cannot play with a terminal, and cut. */
    static String quoted(String name) {
        return '"' + printable(name, LONGEST_NAME) + '"';
    }

    /** At most {@code longest} characters of a text, in one line, with everything that does not print escaped. */
    static String printable(String text, int longest) {
        StringBuilder safe = new StringBuilder();
        int i = 0;
        while (i < text.length() && i < longest) {
            int c = text.codePointAt(i);
            if (prints(c)) {
                safe.appendCodePoint(c);
            } else {
                safe.append(String.format("\\u%04x", c));
            }
            i += Character.charCount(c);
        }
        return i < text.length() ? safe + "… (" + text.length() + " characters)" : safe.toString();
    }

    private static boolean prints(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    /** Names in quotes, separated by commas; of a long list the first ten and how many more there are. */
    static String list(Collection<String> names) {
        StringBuilder text = new StringBuilder();
        int written = 0;
        for (String name : names) {
            if (written == MOST_NAMES) {
                return text + " and " + (names.size() - written) + " more";
            }
            text.append(written == 0 ? "" : ", ").append(quoted(name));
            written++;
        }
        return text.toString();
    }

    /** {@code "; did you mean …?"} with the names most like the wanted one, or nothing if none is. */
    static String didYouMean(String wanted, Collection<String> names) {
        List<String> near = new ArrayList<>();
        for (String name : names) {
            boolean moreOrLessPrefix = name.endsWith("." + wanted) || wanted.endsWith("." + name);
            if (moreOrLessPrefix || 2 * likeness(wanted, name) >= Math.max(wanted.length(), name.length())) {
                near.add(name);
            }
        }
        near.sort(Comparator.comparingInt((String name) -> -likeness(wanted, name)).thenComparing(name -> name));
        List<String> best = near.subList(0, Math.min(near.size(), MOST_NEIGHBOURS));
        return best.isEmpty() ? "" : "; did you mean " + list(best) + "?";
    }

    /** Characters shared at the start plus those shared at the end: linear, so that hostile names cost nothing. */
    private static int likeness(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int head = 0;
        while (head < shorter && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        return head + tail;
    }
}
