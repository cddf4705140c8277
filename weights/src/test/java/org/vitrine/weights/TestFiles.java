package org.vitrine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Small safetensors files made by hand, valid or not, and the models among the test resources. */
final class TestFiles {
    static final String SOURCE = "a.safetensors";

    private TestFiles() {
    }

    /** A file whose header says {@code json}, followed by {@code dataBytes} zeros. */
    static byte[] file(String json, int dataBytes) {
        return file(json.getBytes(StandardCharsets.UTF_8), new byte[dataBytes]);
    }

    static byte[] file(byte[] header, byte[] data) {
        return ByteBuffer.allocate(Long.BYTES + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(data)
                .array();
    }

    /** A header with one tensor called {@code a}. */
    static String one(String dtype, String shape, String offsets) {
        return "{\"a\":{\"dtype\":\"" + dtype + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}";
    }

    /** One member of a header: {@code "name":{…}}. */
    static String tensor(String name, String dtype, String shape, String offsets) {
        return "\"" + name + one(dtype, shape, offsets).substring("{\"a".length()).replaceFirst("}$", "");
    }

    /** A file with one tensor called {@code a}, a list of as many elements as the data has. */
    static Safetensors list(DType dtype, byte[] data) {
        int elements = data.length * Byte.SIZE / dtype.bits();
        String json = one(dtype.name(), "[" + elements + "]", "[0," + data.length + "]");
        return Safetensors.of(file(json.getBytes(StandardCharsets.UTF_8), data), SOURCE);
    }

    static Safetensors open(byte[] content) {
        return Safetensors.of(content, SOURCE);
    }

    /** The message with which a file is refused; it must be one line that begins with the file's name. */
    static String refusal(byte[] content) {
        return refusal(() -> open(content));
    }

    static String refusal(Callable<?> action) {
        WeightsException e = catchThrowableOfType(WeightsException.class, action::call);
        assertThat(e).as("refused").isNotNull();
        assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(3000);
        return e.getMessage();
    }

    /** A folder among the test resources. */
    static Path model(String name) {
        try {
            return Path.of(TestFiles.class.getResource("/models/" + name + "/config.json").toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
