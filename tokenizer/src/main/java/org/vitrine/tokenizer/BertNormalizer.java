package org.vitrine.tokenizer;

import java.util.EnumSet;
import java.util.Set;

/**
 * BERT's cleaning of text, before it is split into words. Read {@link #normalize(AlignedText, Set)}: that is all of it.
 *
 * @param cleanText    control characters and U+FFFD go, white space becomes U+0020 ({@code clean_text})
 * @param spaceCjk     spaces go around Han ideographs ({@code handle_chinese_chars})
 * @param stripAccents letters lose their accents ({@code strip_accents})
 * @param lowercase    letters become small, each by itself: there is no final sigma
 *
 * @see <a href="https://github.com/huggingface/tokenizers/blob/v0.22.2/tokenizers/src/normalizers/bert.rs">
 *      BertNormalizer in the reference</a>
 */
record BertNormalizer(boolean cleanText, boolean spaceCjk, boolean stripAccents, boolean lowercase) {
    private static final int CAPITAL_I_WITH_DOT = 0x130;
    private static final int DOT_ABOVE = 0x307;

    /** As the reference's options say: {@code strip_accents} may be null, which means "as lowercase". */
    static BertNormalizer of(boolean cleanText, boolean spaceCjk, Boolean stripAccents, boolean lowercase) {
        return new BertNormalizer(cleanText, spaceCjk, stripAccents == null ? lowercase : stripAccents, lowercase);
    }

    /**
     * The text as it is split into words.
     *
     * @param changes gets the kinds of changes that happened
     */
    AlignedText normalize(AlignedText text, Set<Step.Change> changes) {
        AlignedText clean = text;
        if (cleanText) {
            clean = noting(Step.Change.REMOVED, clean, clean.rewrite(BertNormalizer::remove), changes);
            clean = noting(Step.Change.SPACED, clean, clean.rewrite(BertNormalizer::makeSpace), changes);
        }
        if (spaceCjk) {
            clean = noting(Step.Change.CJK_SPACED, clean, clean.rewrite(BertNormalizer::putSpacesAround), changes);
        }
        if (stripAccents) {
            clean = noting(Step.Change.ACCENTS_STRIPPED, clean, AccentStripper.strip(clean), changes);
        }
        if (lowercase) {
            clean = noting(Step.Change.LOWERCASED, clean, clean.rewrite(BertNormalizer::lower), changes);
        }
        return clean;
    }

    /** The same for characters alone. */
    String normalize(String text) {
        return normalize(AlignedText.of(text, new Span(0, text.length())), EnumSet.noneOf(Step.Change.class)).text();
    }

    private static AlignedText noting(Step.Change kind, AlignedText before, AlignedText after,
            Set<Step.Change> changes) {
        if (!after.text().equals(before.text())) {
            changes.add(kind);
        }
        return after;
    }

    private static void remove(int codePoint, AlignedText.Builder out) {
        if (!BertCharacters.REMOVED.contains(codePoint)) {
            out.add(codePoint);
        }
    }

    private static void makeSpace(int codePoint, AlignedText.Builder out) {
        out.add(BertCharacters.TO_SPACE.contains(codePoint) ? ' ' : codePoint);
    }

    private static void putSpacesAround(int codePoint, AlignedText.Builder out) {
        if (BertCharacters.CJK.contains(codePoint)) {
            out.add(' ');
            out.add(codePoint);
            out.add(' ');
        } else {
            out.add(codePoint);
        }
    }

    private static void lower(int codePoint, AlignedText.Builder out) {
        if (codePoint == CAPITAL_I_WITH_DOT) {
            out.add('i');
            out.add(DOT_ABOVE);
        } else {
            out.add(BertCharacters.LOWER.get(codePoint, codePoint));
        }
    }
}
