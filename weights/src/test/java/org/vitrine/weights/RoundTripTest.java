package org.vitrine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written comes back bit by bit, for generated names, shapes and values. */
class RoundTripTest {
    private static final int MOST_DIMENSIONS = 4;
    private static final int LARGEST_SIZE = 4;

    @Provide
    Arbitrary<String> text() {
        // Every character that Unicode has, half surrogate pairs left out.
        return Arbitraries.strings()
                .all()
                .ofMaxLength(12)
                .map(text -> new String(text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<Set<String>> names() {
        return text().filter(name -> !name.equals(HeaderJson.METADATA)).set().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Map<String, String>> metadata() {
        return Arbitraries.maps(text(), text()).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    @Property(tries = 300)
    void whatIsWrittenComesBack(@ForAll("names") Set<String> names, @ForAll("metadata") Map<String, String> metadata,
            @ForAll("seeds") long seed) throws IOException {
        Random random = new Random(seed);
        List<TensorData> written = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (String name : names) {
            long[] shape = shape(random);
            Object numbers = numbers(random, shape);
            values.add(numbers);
            written.add(numbers instanceof float[] floats
                    ? TensorData.floats(name, shape, floats)
                    : TensorData.longs(name, shape, (long[]) numbers));
        }
        Path file = Files.createTempFile("round-trip", ".safetensors");
        try {
            SafetensorsWriter.write(file, metadata, written);
            assertSame(file, metadata, written, values);
        } finally {
            Files.delete(file);
        }
    }

    private static void assertSame(Path file, Map<String, String> metadata, List<TensorData> written,
            List<Object> values) {
        try (Safetensors read = Safetensors.open(file)) {
            assertThat(read.metadata()).isEqualTo(metadata);
            assertThat(read.entries()).hasSize(written.size());
            for (int i = 0; i < written.size(); i++) {
                StoredTensor tensor = read.require(written.get(i).name());
                assertThat(tensor.shape()).isEqualTo(written.get(i).shape());
                assertThat(tensor.dtype()).isEqualTo(written.get(i).dtype());
                if (values.get(i) instanceof float[] floats) {
                    assertThat(bits(tensor.floats())).isEqualTo(bits(floats));
                } else {
                    assertThat(tensor.longs()).isEqualTo(values.get(i));
                }
            }
        }
    }

    private static long[] shape(Random random) {
        long[] shape = new long[random.nextInt(MOST_DIMENSIONS + 1)];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = random.nextInt(LARGEST_SIZE + 1);
        }
        return shape;
    }

    private static Object numbers(Random random, long[] shape) {
        int elements = 1;
        for (long size : shape) {
            elements *= (int) size;
        }
        if (random.nextBoolean()) {
            return random.longs(elements).toArray();
        }
        float[] floats = new float[elements];
        for (int i = 0; i < elements; i++) {
            floats[i] = Float.intBitsToFloat(random.nextInt());
        }
        return floats;
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }
}
