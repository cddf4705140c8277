package org.vitrine.ui.desktop.inspector;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.vitrine.ui.picture.HeatMap;
import org.vitrine.ui.picture.TensorAxis;
import org.vitrine.weights.WholeFile;

/**
 * A slice of a tensor as a table that other programs read: a header of columns, then a row for each row, with all digits. Tokens
 * stand beside their positions; masked numbers are {@code -Infinity}.
 */
public final class TensorCsv {
    private TensorCsv() {
    }

    /** The whole table as a text. */
    public static String text(HeatMap map) {
        StringBuilder text = new StringBuilder();
        try {
            write(map, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory cannot fail
        }
        return text.toString();
    }

    /**
     * Writes the table to a file, whole or not at all; a file of that name is replaced.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(HeatMap map, Path file) throws IOException {
        WholeFile.write(file, channel -> {
            BufferedWriter out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
            write(map, out);
            out.flush();
        });
    }

    private static void write(HeatMap map, Appendable out) throws IOException {
        int columns = map.matrix().dim(1);
        out.append(quoted(map.words()));
        for (int column = 0; column < columns; column++) {
            out.append(',').append(label(map.columns(), column));
        }
        out.append('\n');
        for (int row = 0; row < map.matrix().dim(0); row++) {
            out.append(label(map.rows(), row));
            for (int column = 0; column < columns; column++) {
                out.append(',').append(Float.toString(map.matrix().data()[row * columns + column]));
            }
            out.append('\n');
        }
    }

    /** The position first, so that no program takes a token for a formula. */
    private static String label(TensorAxis axis, int place) {
        return axis.token().apply(place).map(token -> quoted(place + " " + token)).orElse(Integer.toString(place));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
