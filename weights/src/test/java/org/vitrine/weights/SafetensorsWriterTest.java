package org.vitrine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.weights.TestFiles.refusal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the writer puts into a file, and that a failure leaves nothing behind. */
@Timeout(120)
class SafetensorsWriterTest {
    private static final long[] SCALAR = {};

    @TempDir
    Path folder;

    private static TensorData zeros(String name, long... shape) {
        int elements = 1;
        for (long size : shape) {
            elements *= (int) size;
        }
        return TensorData.floats(name, shape, new float[elements]);
    }

    private String refusedWrite(Map<String, String> metadata, TensorData... tensors) throws IOException {
        Path file = folder.resolve("refused.safetensors");
        String message = refusal(() -> {
            SafetensorsWriter.write(file, metadata, List.of(tensors));
            return null;
        });
        assertThat(folder).isEmptyDirectory();
        assertThat(message).startsWith(file + ": cannot be written: ");
        return message;
    }

    @Test
    void theBytesAreThoseThatTheReferenceImplementationWrites() throws IOException {
        Path file = folder.resolve("a.safetensors");
        SafetensorsWriter.write(file, Map.of("format", "pt"),
                List.of(TensorData.floats("b", new long[]{2, 1}, new float[]{1.5f, -2}),
                        TensorData.floats("a", SCALAR, new float[]{7}),
                        TensorData.longs("z", new long[]{1}, new long[]{-2})));
        String header = "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"z\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[8,12]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[12,20]}}";
        byte[] padded = Arrays.copyOf(header.getBytes(StandardCharsets.UTF_8), (header.length() + 7) / 8 * 8);
        Arrays.fill(padded, header.length(), padded.length, (byte) ' ');
        byte[] data = {-2, -1, -1, -1, -1, -1, -1, -1, 0, 0, (byte) 0xe0, 0x40, 0, 0, (byte) 0xc0, 0x3f, 0, 0, 0,
            (byte) 0xc0};
        assertThat(Files.readAllBytes(file)).isEqualTo(TestFiles.file(padded, data));
    }

    @Test
    void aTensorLargerThanTheBufferComesBackWhole() {
        float[] values = new float[100_003];
        Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        Path file = folder.resolve("a.safetensors");
        SafetensorsWriter.write(file, Map.of(), List.of(TensorData.floats("x", new long[]{values.length}, values)));
        try (Safetensors read = Safetensors.open(file)) {
            assertThat(read.require("x").floats()).isEqualTo(values);
        }
    }

    @Test
    void namesAreOrderedByCodePointAsTheReferenceDoes() {
        List<TensorData> tensors = new ArrayList<>();
        for (String name : List.of("😀", "\uffee", "a", "", "ab", "Z")) {
            tensors.add(zeros(name, 1));
        }
        Path file = folder.resolve("a.safetensors");
        SafetensorsWriter.write(file, Map.of(), tensors);
        try (Safetensors read = Safetensors.open(file)) {
            assertThat(read.entries()).extracting(TensorEntry::name)
                    .containsExactly("", "Z", "a", "ab", "\uffee", "😀");
        }
    }

    @Test
    void metadataKeepsItsOrderAndItsCharacters() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("z", "line\nbreak \"quoted\" \\ \u0001 😀");
        metadata.put("", "");
        metadata.put("a", "Größe");
        Path file = folder.resolve("a.safetensors");
        SafetensorsWriter.write(file, metadata, List.of());
        try (Safetensors read = Safetensors.open(file)) {
            assertThat(read.metadata()).containsExactlyEntriesOf(metadata);
            assertThat(read.entries()).isEmpty();
        }
    }

    @Test
    void anOlderFileIsReplacedAndWhoeverHasItOpenKeepsReadingIt() throws IOException {
        Path file = folder.resolve("a.safetensors");
        SafetensorsWriter.write(file, Map.of(), List.of(TensorData.longs("x", SCALAR, new long[]{1})));
        try (Safetensors old = Safetensors.open(file)) {
            SafetensorsWriter.write(file, Map.of(), List.of());
            assertThat(old.require("x").longs()).containsExactly(1);
        }
        try (Safetensors read = Safetensors.open(file)) {
            assertThat(read.entries()).isEmpty();
        }
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void aFailureInTheMiddleLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("a.safetensors"), "old");
        Thread.currentThread().interrupt();
        try {
            assertThat(refusal(() -> {
                SafetensorsWriter.write(file, Map.of(), List.of(zeros("x", 5)));
                return null;
            })).isEqualTo(file + ": cannot be written: the writing was interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void aFileIsNotAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("a.safetensors"), "old");
        Path target = file.resolve("inside.safetensors");
        assertThat(refusal(() -> {
            SafetensorsWriter.write(target, Map.of(), List.of());
            return null;
        })).startsWith(target + ": cannot be written: ");
        assertThat(file).hasContent("old");
    }

    @Test
    void aFolderThatDoesNotExistIsNamed() {
        Path file = folder.resolve("missing").resolve("a.safetensors");
        assertThat(refusal(() -> {
            SafetensorsWriter.write(file, Map.of(), List.of());
            return null;
        })).isEqualTo(file + ": cannot be written: there is no such folder");
    }

    @Test
    void aFolderIsNotOverwritten() throws IOException {
        Path target = Files.createDirectory(folder.resolve("sub"));
        assertThat(refusal(() -> {
            SafetensorsWriter.write(target, Map.of(), List.of());
            return null;
        })).isEqualTo(target + ": cannot be written: it is a folder, expected the name of a file to write");
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void aNameIsWrittenOnce() throws IOException {
        assertThat(refusedWrite(Map.of(), zeros("x"), zeros("x", 2))).contains("the name \"x\" is taken");
        assertThat(refusedWrite(Map.of(), zeros("__metadata__"))).contains("the name \"__metadata__\" is taken");
    }

    @Test
    void halfASurrogatePairIsNotWritten() throws IOException {
        assertThat(refusedWrite(Map.of(), zeros("\ud800"))).contains("the name \"\\ud800\" is not valid Unicode");
        assertThat(refusedWrite(Map.of("\udc00", ""))).contains("the name \"\\udc00\" is not valid Unicode");
        assertThat(refusedWrite(Map.of("k", "\ud800"))).contains("metadata \"k\" is not valid Unicode");
    }

    @Test
    void aHeaderBeyond100MegabytesIsNotWritten() throws IOException {
        assertThat(refusedWrite(Map.of("k", "x".repeat(Header.LONGEST)))).contains("the header exceeds 100000000");
        assertThat(refusedWrite(Map.of(), zeros("x".repeat(StrictJson.LONGEST_NAME + 1)))).contains("is longer than");
    }

    @Test
    void aShapeMustAgreeWithItsValues() {
        assertThat(refusal(() -> TensorData.floats("x", new long[]{2, 3}, new float[5])))
                .isEqualTo("tensor \"x\": shape [2, 3] does not agree with its 5 values");
        assertThat(refusal(() -> TensorData.longs("x", new long[]{-1}, new long[1]))).contains("shape [-1]");
        assertThat(refusal(() -> TensorData.longs("x", new long[]{1L << 32, 1L << 32}, new long[0])))
                .contains("does not agree with its 0 values");
        assertThat(refusal(() -> TensorData.floats("x", SCALAR, new float[0]))).contains("shape []");
    }

    @Test
    void theLongestNameIsReadBack() {
        String name = "x".repeat(StrictJson.LONGEST_NAME);
        Path file = folder.resolve("a.safetensors");
        SafetensorsWriter.write(file, Map.of(), List.of(zeros(name)));
        try (Safetensors read = Safetensors.open(file)) {
            assertThat(read.find(name)).isPresent();
        }
    }

    @Test
    void floatsAreStoredInSixteenBitsRoundedToTheNearestAndToEven() {
        float[] values = {1.5f, -2, 1 + 0x1p-11f, 1 + 3 * 0x1p-11f, 1 + 0x1p-8f, 1 + 3 * 0x1p-8f, 1e6f, Float.NaN};
        long[] shape = {values.length};
        Path file = folder.resolve("a.safetensors");
        SafetensorsWriter.write(file, Map.of(), List.of(TensorData.floats("half", DType.F16, shape, values),
                TensorData.floats("brain", DType.BF16, shape, values)));
        try (Safetensors read = Safetensors.open(file)) {
            assertThat(read.require("half").floats()).containsExactly(1.5f, -2, 1, 1 + 0x1p-9f, 1 + 0x1p-8f,
                    1 + 3 * 0x1p-8f, Float.POSITIVE_INFINITY, Float.NaN);
            assertThat(read.require("brain").floats()).containsExactly(1.5f, -2, 1, 1, 1, 1 + 0x1p-6f, 999_424,
                    Float.NaN);
        }
    }

    @Test
    void floatsAreNotStoredAsWholeNumbers() {
        assertThat(refusal(() -> TensorData.floats("x", DType.I64, new long[]{1}, new float[1])))
                .contains("floats are written as F32, F16 or BF16, not as I64");
    }
}
