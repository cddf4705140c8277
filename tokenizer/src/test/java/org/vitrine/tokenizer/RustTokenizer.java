package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The reference itself, loaded from the text of a tokenizer.json, beside our reading of the same text. */
final class RustTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer rust;
    private final Tokenizer ours;

    RustTokenizer(String tokenizerJson) {
        System.setProperty("OPT_OUT_TRACKING", "true");
        try {
            rust = HuggingFaceTokenizer.newInstance(
                    new ByteArrayInputStream(tokenizerJson.getBytes(StandardCharsets.UTF_8)),
                    Map.of("truncation", "false", "padding", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ours = Tokenizers.load("ours", Fixtures.files(Map.of("tokenizer.json", tokenizerJson)));
    }

    Tokenizer ours() {
        return ours;
    }

    /** Asserts that both give the same ids, spans, special flags and decoded text; returns our answer. */
    Encoding assertSame(String text) {
        return assertSame(text, "");
    }

    /** Asserts the same of a pair of texts, and that both give each token the same text and segment. */
    Encoding assertSame(String text, String pair) {
        Encoding encoding = ours.encode(text, pair);
        ai.djl.huggingface.tokenizers.Encoding expected = pair.isEmpty()
                ? rust.encode(text, true, false)
                : rust.encode(text, pair, true, false);
        String shown = Fixtures.escape(text) + (pair.isEmpty() ? "" : " and " + Fixtures.escape(pair));
        assertThat(encoding.ids()).as("ids of %s", shown).isEqualTo(ints(expected.getIds()));
        assertThat(encoding.segments()).as("segments of %s", shown).isEqualTo(ints(expected.getTypeIds()));
        int[][] unitOf = {unitsOfCodePoints(text), unitsOfCodePoints(pair)};
        for (int i = 0; i < encoding.size(); i++) {
            assertSameToken(encoding.tokens().get(i), i, expected, unitOf, shown);
        }
        assertThat(ours.decode(encoding.ids())).as("decoded text of %s", shown)
                .isEqualTo(rust.decode(expected.getIds(), false));
        assertThat(ours.decodeText(encoding.ids())).as("decoded text without special tokens of %s", shown)
                .isEqualTo(rust.decode(expected.getIds(), true));
        return encoding;
    }

    private static void assertSameToken(Token token, int i, ai.djl.huggingface.tokenizers.Encoding expected,
            int[][] unitOf, String shown) {
        boolean special = expected.getSpecialTokenMask()[i] == 1;
        assertThat(token.special()).as("special flag %d of %s", i, shown).isEqualTo(special);
        assertThat(token.text()).as("text of token %d of %s", i, shown)
                .isEqualTo(special ? Token.TEMPLATE : (int) expected.getSequenceIds()[i]);
        CharSpan span = expected.getCharTokenSpans()[i];
        Span codePoints = span == null ? new Span(0, 0) : new Span(span.getStart(), span.getEnd());
        assertThat(token.codePoints()).as("code points of token %d of %s", i, shown).isEqualTo(codePoints);
        int[] units = unitOf[Math.max(0, token.text())];
        assertThat(token.span()).as("units of token %d of %s", i, shown)
                .isEqualTo(new Span(units[codePoints.start()], units[codePoints.end()]));
    }

    private static int[] unitsOfCodePoints(String text) {
        int[] codePoints = text.codePoints().toArray();
        int[] units = new int[codePoints.length + 1];
        for (int i = 0; i < codePoints.length; i++) {
            units[i + 1] = units[i] + Character.charCount(codePoints[i]);
        }
        return units;
    }

    /** The reference's text of some ids. */
    String decode(int[] ids) {
        long[] longs = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            longs[i] = ids[i];
        }
        return rust.decode(longs, false);
    }

    private static int[] ints(long[] longs) {
        int[] ints = new int[longs.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) longs[i];
        }
        return ints;
    }

    @Override
    public void close() {
        rust.close();
    }
}
