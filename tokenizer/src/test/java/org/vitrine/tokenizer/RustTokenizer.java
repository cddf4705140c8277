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
        Encoding encoding = ours.encode(text);
        ai.djl.huggingface.tokenizers.Encoding expected = rust.encode(text, true, false);
        String shown = Fixtures.escape(text);
        assertThat(encoding.ids()).as("ids of %s", shown).isEqualTo(ints(expected.getIds()));
        int[] unitOf = unitsOfCodePoints(text);
        CharSpan[] spans = expected.getCharTokenSpans();
        for (int i = 0; i < encoding.size(); i++) {
            Token token = encoding.tokens().get(i);
            assertThat(token.codePoints()).as("code points of token %d of %s", i, shown)
                    .isEqualTo(new Span(spans[i].getStart(), spans[i].getEnd()));
            Span units = new Span(unitOf[token.codePoints().start()], unitOf[token.codePoints().end()]);
            assertThat(token.span()).as("units of token %d of %s", i, shown).isEqualTo(units);
            assertThat(token.special()).as("special flag %d of %s", i, shown)
                    .isEqualTo(expected.getSpecialTokenMask()[i] == 1);
        }
        assertThat(ours.decode(encoding.ids())).as("decoded text of %s", shown)
                .isEqualTo(rust.decode(expected.getIds(), false));
        return encoding;
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
