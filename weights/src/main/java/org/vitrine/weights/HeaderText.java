package org.vitrine.weights;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The JSON header of a file to be written, held to the limits that {@link Header} demands when reading. */
final class HeaderText {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int ALIGNMENT = 8;

    private final String target;
    private final Set<String> names = new HashSet<>();

    private HeaderText(String target) {
        this.target = target;
    }

    /**
     * The header, padded with spaces to a multiple of eight bytes.
     *
     * @param ordered the tensors in the order in which their bytes will follow
     * @param target the file's name for messages
     */
    static byte[] of(Map<String, String> metadata, List<TensorData> ordered, String target) {
        HeaderText header = new HeaderText(target);
        header.checkNames(metadata, ordered);
        CappedBytes bytes = new CappedBytes(target);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            writeMetadata(json, metadata);
            writeTensors(json, ordered);
            json.writeEndObject();
        }
        while (bytes.size() % ALIGNMENT != 0) {
            bytes.write(' ');
        }
        return bytes.toByteArray();
    }

    private static void writeMetadata(JsonGenerator json, Map<String, String> metadata) {
        if (metadata.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart(HeaderJson.METADATA);
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            json.writeStringProperty(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeTensors(JsonGenerator json, List<TensorData> tensors) {
        long begin = 0;
        for (TensorData tensor : tensors) {
            long end = begin + tensor.bytes();
            json.writeObjectPropertyStart(tensor.name());
            json.writeStringProperty("dtype", tensor.dtype().name());
            json.writeName("shape");
            json.writeArray(tensor.shape(), 0, tensor.shape().length);
            json.writeName("data_offsets");
            json.writeArray(new long[]{begin, end}, 0, 2);
            json.writeEndObject();
            begin = end;
        }
    }

    private void checkNames(Map<String, String> metadata, List<TensorData> tensors) {
        if (metadata.size() + tensors.size() > HeaderJson.MOST_NAMES) {
            throw error("has more than " + HeaderJson.MOST_NAMES + " names");
        }
        names.add(HeaderJson.METADATA);
        for (TensorData tensor : tensors) {
            checkText(tensor.name());
            if (!names.add(tensor.name())) {
                throw error("the name " + Wording.quoted(tensor.name()) + " is taken: a file holds a name once, and "
                        + HeaderJson.METADATA + " is not a tensor");
            }
        }
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            checkText(entry.getKey());
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(entry.getValue())) {
                throw error("metadata " + Wording.quoted(entry.getKey()) + " is not valid Unicode");
            }
        }
    }

    private void checkText(String name) {
        if (name.length() > StrictJson.LONGEST_NAME) {
            throw error("the name " + Wording.quoted(name) + " is longer than " + StrictJson.LONGEST_NAME);
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw error("the name " + Wording.quoted(name) + " is not valid Unicode (half a surrogate pair)");
        }
    }

    private WeightsException error(String message) {
        return new WeightsException(target + ": cannot be written: " + message);
    }

    /** Stops at the header's limit instead of collecting a header that nobody may read. */
    private static final class CappedBytes extends ByteArrayOutputStream {
        private final String target;

        CappedBytes(String target) {
            this.target = target;
        }

        @Override
        public void write(int b) {
            checkRoom(1);
            super.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            checkRoom(length);
            super.write(bytes, offset, length);
        }

        private void checkRoom(int more) {
            if (size() + more > Header.LONGEST) {
                throw new WeightsException(
                        target + ": cannot be written: the header exceeds " + Header.LONGEST + " bytes");
            }
        }
    }
}
