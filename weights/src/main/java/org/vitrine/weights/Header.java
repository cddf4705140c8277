package org.vitrine.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The checked header of a safetensors file: which tensors there are and where. The file is
 *
 * <pre>
 * 8 bytes    N, unsigned, little-endian
 * N bytes    JSON: {"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, …, "__metadata__": {…}}
 * the rest   the tensors, back to back
 * </pre>
 *
 * Source of the rules: {@code SafeTensors::read_metadata} and {@code Metadata::validate} in the reference
 * implementation's {@code tensor.rs}. Stricter than the reference: no name may occur twice, and there are limits on
 * names, nesting and dimensions that no real file comes near.
 *
 * @param metadata the free text of {@code __metadata__}; empty if there is none
 * @param entries the tensors in the order of their bytes
 * @param dataStart where the data section begins in the file
 */
record Header(Map<String, String> metadata, List<TensorEntry> entries, long dataStart) {
    /** Bytes that a header may have; the reference implementation's limit. */
    static final int LONGEST = 100_000_000;
    /** Bytes in front of the header, which hold its length. */
    static final int LENGTH_BYTES = Long.BYTES;

    private static final String DAMAGED = "; the file is damaged or no safetensors file";
    /** What Git leaves in place of a large file that it has not fetched; such a file is no longer than a screen. */
    private static final byte[] LFS_POINTER = "version ".getBytes(StandardCharsets.US_ASCII);

    /** Reads and checks everything but the tensors' own bytes. */
    static Header read(Content content) {
        String source = content.source();
        int length = readLength(content);
        long dataStart = LENGTH_BYTES + (long) length;
        byte[] text = new byte[length];
        content.copy(LENGTH_BYTES, text, length);
        HeaderJson json = HeaderJson.parse(text, source);
        List<TensorEntry> entries = new ArrayList<>(json.entries());
        // An empty tensor shares its place with the next one, and comes before it.
        entries.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
        for (TensorEntry entry : entries) {
            checkSize(entry, source);
        }
        checkLayout(entries, content.size() - dataStart, source);
        return new Header(json.metadata(), List.copyOf(entries), dataStart);
    }

    private static int readLength(Content content) {
        String source = content.source();
        if (content.size() < LENGTH_BYTES) {
            throw new WeightsException(source + ": has " + content.size() + " bytes, expected at least " + LENGTH_BYTES
                    + " for the length of the header" + DAMAGED);
        }
        byte[] first = new byte[LENGTH_BYTES];
        content.copy(0, first, LENGTH_BYTES);
        if (Arrays.equals(first, LFS_POINTER)) {
            throw new WeightsException(source + ": is a Git LFS pointer, not the weights; run 'git lfs pull'");
        }
        long length = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (Long.compareUnsigned(length, LONGEST) > 0) {
            throw new WeightsException(source + ": the header length is " + Long.toUnsignedString(length)
                    + " bytes, expected at most " + LONGEST + DAMAGED);
        }
        if (length > content.size() - LENGTH_BYTES) {
            throw new WeightsException(source + ": the header length is " + length + " bytes, but only "
                    + (content.size() - LENGTH_BYTES) + " follow; the download is incomplete or the file is damaged");
        }
        return (int) length;
    }

    /** The byte range must be as long as shape and type make it. */
    private static void checkSize(TensorEntry entry, String source) {
        String tensor = source + ": tensor " + Wording.quoted(entry.name());
        if (entry.end() < entry.begin()) {
            throw new WeightsException(tensor + ": data_offsets [" + entry.begin() + ", " + entry.end()
                    + "]: expected the end after the beginning");
        }
        String what = tensor + ": shape " + entry.shapeText() + " of " + entry.dtype();
        long bits;
        try {
            bits = Math.multiplyExact(entry.elements(), entry.dtype().bits());
        } catch (ArithmeticException e) {
            throw new WeightsException(what + " has more bits than a 64-bit number can count", e);
        }
        if (bits % Byte.SIZE != 0) {
            throw new WeightsException(what + " takes " + bits + " bits, expected whole bytes");
        }
        if (bits / Byte.SIZE != entry.end() - entry.begin()) {
            throw new WeightsException(what + " takes " + bits / Byte.SIZE + " bytes, but data_offsets ["
                    + entry.begin() + ", " + entry.end() + "] hold " + (entry.end() - entry.begin()));
        }
    }

    /** The tensors must fill the data section: no hole, no overlap, nothing behind the last one. */
    private static void checkLayout(List<TensorEntry> sorted, long dataSize, String source) {
        TensorEntry before = null;
        long free = 0;
        for (TensorEntry entry : sorted) {
            if (entry.begin() != free) {
                String after = before == null ? "the start of the data" : "tensor " + Wording.quoted(before.name());
                throw new WeightsException(source + ": tensor " + Wording.quoted(entry.name()) + ": data_offsets begin"
                        + " at " + entry.begin() + ", expected " + free + ", right after " + after
                        + (entry.begin() < free ? " (the two overlap)" : " (there is a hole)"));
            }
            before = entry;
            free = entry.end();
        }
        if (free > dataSize) {
            throw new WeightsException(source + ": tensor " + Wording.quoted(before.name()) + " ends at byte " + free
                    + " of the data, but the file has only " + dataSize + "; the download is incomplete");
        }
        if (free < dataSize) {
            throw new WeightsException(source + ": " + (dataSize - free) + " bytes follow the last tensor, expected"
                    + " none; the file is damaged or hides something");
        }
    }
}
