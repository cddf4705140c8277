package org.vitrine.tokenizer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The 256 bytes as 256 printable characters, so that any text can be written as symbols without blanks or control
 * characters. A printable Latin-1 byte stands for itself; the other 68, in order, become U+0100, U+0101, …: the space
 * (byte 0x20) is {@code Ġ}, the line feed {@code Ċ}.
 *
 * @see <a href="https://github.com/openai/gpt-2/blob/master/src/encoder.py">bytes_to_unicode in OpenAI's encoder.py</a>
 */
public final class ByteAlphabet {
    /** How many glyphs there are, one a byte. */
    public static final int SIZE = 256;

    private static final int FIRST_SUBSTITUTE = 0x100;
    private static final char[] GLYPHS = new char[SIZE];
    private static final int[] BYTES = new int[2 * SIZE];

    static {
        Arrays.fill(BYTES, -1);
        int substitute = FIRST_SUBSTITUTE;
        for (int value = 0; value < SIZE; value++) {
            boolean printable = value >= '!' && value <= '~' || value >= 0xA1 && value <= 0xFF && value != 0xAD;
            GLYPHS[value] = (char) (printable ? value : substitute++);
            BYTES[GLYPHS[value]] = value;
        }
    }

    private ByteAlphabet() {
    }

    /** The glyph of a byte, 0 to 255. */
    public static char glyph(int value) {
        return GLYPHS[value];
    }

    /** The byte of a glyph, 0 to 255, or -1 if the character is no glyph. */
    public static int value(char glyph) {
        return glyph < BYTES.length ? BYTES[glyph] : -1;
    }

    /**
     * The bytes that a piece stands for. A piece with a character that is no glyph (an added token with a blank in it,
     * say) stands for its own UTF-8 bytes, as in the reference's decoder.
     */
    static void writeBytes(String piece, ByteArrayOutputStream out) {
        byte[] bytes = new byte[piece.length()];
        for (int i = 0; i < bytes.length; i++) {
            int value = value(piece.charAt(i));
            if (value < 0) {
                out.writeBytes(piece.getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[i] = (byte) value;
        }
        out.writeBytes(bytes);
    }
}
