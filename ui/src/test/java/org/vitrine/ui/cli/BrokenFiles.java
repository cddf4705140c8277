package org.vitrine.ui.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Files that break a rule of the safetensors format, one for each rule, and folders to put them in. */
final class BrokenFiles {
    private static final String WHOLE = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

    private BrokenFiles() {
    }

    /** What is wrong with each, and its bytes. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("empty", new byte[0]);
        files.put("three bytes", new byte[]{1, 2, 3});
        files.put("header beyond 2^63", withLength(-1L, "{}", 0));
        files.put("header beyond 100 MB", withLength(0xffffffff_0000003cL, "{}", 0));
        files.put("header beyond the file", withLength(1000, "{}", 0));
        files.put("not UTF-8",
                ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN).putLong(1).put((byte) 0xff).array());
        files.put("not JSON", file("{", 0));
        files.put("a list", file("[1]", 0));
        files.put("overlap", file(WHOLE + ",\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}", 12));
        files.put("hole", file("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}", 12));
        files.put("end before begin", file("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}", 8));
        files.put("bytes left over", file(WHOLE + "}", 9));
        files.put("cut short", file(WHOLE + "}", 6));
        files.put("shape and offsets disagree",
                file("{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}", 8));
        files.put("shape overflows", file(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2,9223372036854775807],\"data_offsets\":[0,8]}}", 8));
        files.put("unknown type", file("{\"a\":{\"dtype\":\"F31\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8));
        files.put("same name twice", file(WHOLE + "," + WHOLE.substring(1) + "}", 8));
        files.put("control characters in a name", file("{\"a\\n\\u001b[2J\":{\"dtype\":\"F31\",\"shape\":[2]}}", 8));
        files.put("deep nesting", file("[".repeat(100_000), 0));
        return files;
    }

    /** A folder like the tiny model's, with these weights. */
    static Path folder(Path folder, byte[] weights) {
        try (Stream<Path> files = Files.list(Run.TINY)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
            return Files.write(folder.resolve("model.safetensors"), weights).getParent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tiny model's weights with the last numbers replaced by NaN, which the format allows. */
    static byte[] notNumbers() {
        ByteBuffer weights = tiny();
        return withNaN(weights, weights.capacity() - 4096);
    }

    /** The tiny model with NaN for every weight. */
    static byte[] noNumbersAtAll() {
        ByteBuffer weights = tiny();
        return withNaN(weights, Long.BYTES + (int) weights.getLong(0));
    }

    private static ByteBuffer tiny() {
        try {
            byte[] weights = Files.readAllBytes(Run.TINY.resolve("model.safetensors"));
            return ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] withNaN(ByteBuffer weights, int from) {
        for (int i = from; i < weights.capacity(); i += Float.BYTES) {
            weights.putFloat(i, Float.NaN);
        }
        return weights.array();
    }

    private static byte[] file(String header, int data) {
        return withLength(header.getBytes(StandardCharsets.UTF_8).length, header, data);
    }

    private static byte[] withLength(long length, String header, int data) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
        file.writeBytes(header.getBytes(StandardCharsets.UTF_8));
        file.writeBytes(new byte[data]);
        return file.toByteArray();
    }
}
