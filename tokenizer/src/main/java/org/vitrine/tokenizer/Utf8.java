package org.vitrine.tokenizer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 as the reference (Rust) sees it. Java's own decoder differs: it makes one U+FFFD of the three bytes of an
 * encoded surrogate, Rust three.
 *
 * @see <a href="https://www.unicode.org/versions/latest/core-spec/chapter-3/#G66453">Unicode, table 3-7 and the section
 *      on U+FFFD substitution of maximal subparts</a>
 */
final class Utf8 {
    static final int REPLACEMENT = 0xFFFD;

    private Utf8() {
    }

    /** Byte {@code i} of a code point's UTF-8 form, 0 to 255. */
    static int byteOf(int codePoint, int i) {
        int length = length(codePoint);
        if (length == 1) {
            return codePoint;
        }
        int bits = codePoint >> 6 * (length - 1 - i);
        if (i > 0) {
            return 0x80 | bits & 0x3F;
        }
        return 0xF00 >> length & 0xFF | bits; // as many leading ones as there are bytes
    }

    /** How many bytes a code point takes: 1 to 4. */
    static int length(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /** The character at {@code index}; half a surrogate pair is read as U+FFFD. */
    static int codePointAt(String text, int index) {
        int codePoint = text.codePointAt(index);
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE ? REPLACEMENT : codePoint;
    }

    /**
     * The text of a file.
     *
     * @param file what to call it in messages
     * @throws TokenizerException if it is not UTF-8
     */
    static String decodeStrictly(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new TokenizerException(file + ": expected UTF-8 text, found other bytes: fetch the file again", e);
        }
    }

    /** Text of bytes; a stray byte, or the longest run that begins a character without ending it, is one U+FFFD. */
    static String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        int i = 0;
        while (i < bytes.length) {
            int first = bytes[i++] & 0xFF;
            if (first < 0x80) {
                text.append((char) first);
                continue;
            }
            int rest = continuations(first);
            int codePoint = first & 0x3F >> rest;
            int missing = rest;
            while (missing > 0 && i < bytes.length && isContinuation(first, missing == rest, bytes[i] & 0xFF)) {
                codePoint = codePoint << 6 | bytes[i++] & 0x3F;
                missing--;
            }
            text.appendCodePoint(rest > 0 && missing == 0 ? codePoint : REPLACEMENT);
        }
        return text.toString();
    }

    /** How many bytes follow this first one, or 0 if no character begins with it. */
    private static int continuations(int first) {
        if (first >= 0xC2 && first <= 0xDF) {
            return 1;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            return 2;
        }
        return first >= 0xF0 && first <= 0xF4 ? 3 : 0;
    }

    /** After E0, ED, F0 and F4 the second byte is narrower: no long forms, no surrogates, nothing past U+10FFFF. */
    private static boolean isContinuation(int first, boolean second, int value) {
        int low = second && first == 0xE0 ? 0xA0 : second && first == 0xF0 ? 0x90 : 0x80;
        int high = second && first == 0xED ? 0x9F : second && first == 0xF4 ? 0x8F : 0xBF;
        return value >= low && value <= high;
    }
}
