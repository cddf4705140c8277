package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects merge rules as they are written, and looks their pieces up once the vocabulary is known. */
final class MergeReader {
    private record Written(String left, String right, int place) {
    }

    private final String file;
    private final String placeName;
    private final List<Written> written = new ArrayList<>();

    /**
     * A reader of one file.
     *
     * @param file      what to call it in messages
     * @param placeName what counts its rules, such as "line"
     */
    MergeReader(String file, String placeName) {
        this.file = file;
        this.placeName = placeName;
    }

    /**
     * The rules of a merges.txt: two pieces a line with one space between them. Lines that begin with "#version" and
     * blank lines are passed over; lines may end in CR LF.
     */
    static MergeReader ofText(String file, byte[] bytes) {
        MergeReader reader = new MergeReader(file, "line");
        String text = Utf8.decodeStrictly(file, bytes);
        int line = 0;
        for (int start = 0; start < text.length();) {
            line++;
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String rule = text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
            if (!rule.isEmpty() && !rule.startsWith("#version")) {
                reader.add(rule, line);
            }
            start = end + 1;
        }
        return reader;
    }

    /** A rule written as one text, {@code "a b"}. */
    void add(String rule, int place) {
        int space = rule.indexOf(' ');
        if (space <= 0 || space == rule.length() - 1 || rule.indexOf(' ', space + 1) >= 0) {
            throw error(place, "expected two pieces with one space between them, found " + JsonInput.quote(rule));
        }
        add(rule.substring(0, space), rule.substring(space + 1), place);
    }

    /** A rule written as two texts, {@code ["a", "b"]}. */
    void add(String left, String right, int place) {
        written.add(new Written(left, right, place));
    }

    /**
     * The rules, ranked by their order.
     *
     * @throws TokenizerException if a rule names or makes a piece that the vocabulary does not have
     */
    Merges resolve(Map<String, Integer> ids) {
        Merges merges = new Merges(written.size());
        for (int rank = 0; rank < written.size(); rank++) {
            Written rule = written.get(rank);
            int left = id(rule.left(), rule, ids);
            int right = id(rule.right(), rule, ids);
            int result = id(rule.left() + rule.right(), rule, ids);
            merges.add(new Merges.Rule(rank, left, right, result));
        }
        return merges;
    }

    private int id(String piece, Written rule, Map<String, Integer> ids) {
        Integer id = ids.get(piece);
        if (id == null) {
            throw error(rule.place(),
                    "the rule " + JsonInput.quote(rule.left() + " " + rule.right()) + " needs the piece "
                            + JsonInput.quote(piece)
                            + ", which the vocabulary does not have; the two do not belong together");
        }
        return id;
    }

    private TokenizerException error(int place, String message) {
        return new TokenizerException(file + " " + placeName + " " + place + ": " + message);
    }
}
