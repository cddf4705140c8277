package org.vitrine.tokenizer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes letters apart (canonical decomposition, NFD: {@code é} is {@code e} and an accent, a Hangul syllable its jamo),
 * puts the marks behind a letter into canonical order, and leaves out the accents among them.
 *
 * <p>The reference keeps account of origins by position: behind a letter the first mark that is not the fruit of a
 * decomposition counts as the first such mark of the original, wherever the order put it. So does this.
 *
 * @see <a href="https://www.unicode.org/versions/latest/core-spec/chapter-3/#G50628">Unicode, D108: canonical ordering
 *      algorithm</a>
 */
final class AccentStripper {
    /** A character that goes with a letter; {@code more} if it is not the first of its original's decomposition. */
    private record Mark(int combiningClass, int codePoint, boolean more) {
    }

    private final AlignedText text;
    private final AlignedText.Builder out;
    private final List<Mark> marks = new ArrayList<>(); // since the last letter
    private final List<Integer> sources = new ArrayList<>(); // where in the text the marks stood that are not more
    private int source; // where in the text the character stood that was written last

    private AccentStripper(AlignedText text) {
        this.text = text;
        out = new AlignedText.Builder(text.text().length());
    }

    /** The text decomposed, without accents. */
    static AlignedText strip(AlignedText text) {
        AccentStripper stripper = new AccentStripper(text);
        String characters = text.text();
        for (int at = 0; at < characters.length(); at += Character.charCount(characters.codePointAt(at))) {
            stripper.read(characters.codePointAt(at), at);
        }
        stripper.writeMarks();
        return stripper.out.build();
    }

    private void read(int codePoint, int at) {
        if (!BertCharacters.DECOMPOSED.contains(codePoint)) {
            place(codePoint, at, false);
            return;
        }
        String parts = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD);
        for (int i = 0; i < parts.length(); i += Character.charCount(parts.codePointAt(i))) {
            place(parts.codePointAt(i), at, i > 0);
        }
    }

    private void place(int codePoint, int at, boolean more) {
        int combiningClass = BertCharacters.COMBINING_CLASS.get(codePoint, 0);
        if (combiningClass == 0) {
            writeMarks();
            source = at;
            write(codePoint);
            return;
        }
        marks.add(new Mark(combiningClass, codePoint, more));
        if (!more) {
            sources.add(at);
        }
    }

    private void writeMarks() {
        marks.sort(Comparator.comparingInt(Mark::combiningClass));
        int next = 0;
        for (Mark mark : marks) {
            if (!mark.more()) {
                source = sources.get(next++);
            }
            write(mark.codePoint());
        }
        marks.clear();
        sources.clear();
    }

    private void write(int codePoint) {
        if (!BertCharacters.ACCENT.contains(codePoint)) {
            out.from(text, source);
            out.add(codePoint);
        }
    }
}
