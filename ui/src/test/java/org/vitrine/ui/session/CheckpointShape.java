package org.vitrine.ui.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.SafetensorsWriter;
import org.vitrine.weights.TensorData;

/** The layout of a real checkpoint, scaled down, from the test resources: see their README.md. */
public record CheckpointShape(String name, List<Row> rows) {
    private static final Path ALL = Path.of("src", "test", "resources", "checkpoints");

    /**
     * A tensor.
     *
     * @param canonical what it is called in the canonical layout; {@code -} if it is not there
     * @param leftOut why it is not read; empty if it is
     */
    public record Row(String tensor, long[] shape, String leftOut, String canonical) {
        static Row of(String line) {
            String[] words = line.split(" ");
            long[] shape = words[1].equals("scalar") ? new long[0]
                    : Arrays.stream(words[1].split("x")).mapToLong(Long::parseLong).toArray();
            return switch (words.length) {
                case 2 -> new Row(words[0], shape, "", words[0]);
                case 3 -> new Row(words[0], shape, "", words[2]);
                default -> new Row(words[0], shape, words[2], words[3]);
            };
        }

        boolean isRead() {
            return leftOut.isEmpty();
        }

        /** Numbers from −1 to 1, the same for the same name in the canonical layout. */
        private TensorData data(String writtenAs) {
            Random random = new Random(canonical.equals("-") ? tensor.hashCode() : canonical.hashCode());
            float[] values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))];
            for (int i = 0; i < values.length; i++) {
                values[i] = 2 * random.nextFloat() - 1;
            }
            return TensorData.floats(writtenAs, shape, values);
        }
    }

    /** The names of all layouts. */
    public static List<String> names() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of them. */
    public static CheckpointShape of(String name) {
        try {
            return new CheckpointShape(name,
                    Files.readAllLines(ALL.resolve(name).resolve("tensors.txt")).stream().map(Row::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its configuration. */
    public String config() {
        try {
            return Files.readString(ALL.resolve(name).resolve("config.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes it into a folder, as it is. */
    public ModelFiles write(Path folder) {
        return write(folder, rows.stream().map(row -> row.data(row.tensor)).toList());
    }

    /** Writes a checkpoint of the same numbers in the canonical layout. */
    ModelFiles writeCanonical(Path folder) {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        rows.stream().filter(row -> !row.canonical.equals("-"))
                .forEach(row -> tensors.putIfAbsent(row.canonical, row.data(row.canonical)));
        return write(folder, List.copyOf(tensors.values()));
    }

    private ModelFiles write(Path folder, List<TensorData> tensors) {
        try {
            Files.createDirectories(folder);
            SafetensorsWriter.write(folder.resolve("model.safetensors"), Map.of("format", "pt"), tensors);
            Files.writeString(folder.resolve("config.json"), config());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ModelFiles.folder(folder);
    }
}
