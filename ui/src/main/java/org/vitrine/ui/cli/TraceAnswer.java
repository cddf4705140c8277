package org.vitrine.ui.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.Json;
import org.vitrine.ui.answer.Page;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import tools.jackson.core.JsonGenerator;

/**
 * What was written to a file.
 *
 * @param model what the user called the model
 * @param file where it is
 * @param inputs what the model read, under the names that the file gives them
 * @param trace the tensors
 */
public record TraceAnswer(String model, Path file, Map<String, int[]> inputs, Trace trace) implements Answer {
    @Override
    public void show(Page page) {
        page.title(model + ": " + Figure.grouped(trace.names().size()) + " tensors of " + tokens() + ", "
                + Figure.bytes(bytes()) + ", written to " + file);
        page.line();
        Table table = new Table(page.terminal(), "lllr");
        table.titles("tensor", "axes", "shape", "bytes");
        inputs.forEach((name, ids) -> table.row(Cell.of(name), new Cell("[T]", Style.FAINT),
                Cell.of("[" + ids.length + "]"), Cell.of(Figure.grouped((long) Long.BYTES * ids.length))));
        for (Tensor tensor : trace.tensors()) {
            table.row(Cell.of(tensor.name()), new Cell(tensor.axes().toString(), Style.FAINT),
                    Cell.of(tensor.shape().toString()), Cell.of(Figure.grouped((long) Float.BYTES * tensor.size())));
        }
        page.lines(table.lines());
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStringProperty("model", model);
        json.writeStringProperty("file", file.toString());
        json.writeNumberProperty("bytes", bytes());
        json.writeArrayPropertyStart("tensors");
        inputs.forEach((name, ids) -> entry(json, name, "I64", List.of(ids.length)));
        for (TensorName name : trace.names()) {
            entry(json, name.toString(), "F32", trace.get(name).shape().dims());
        }
        json.writeEndArray();
    }

    private static void entry(JsonGenerator json, String name, String dtype, List<Integer> shape) {
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeStringProperty("dtype", dtype);
        Json.numbers(json, "shape", shape);
        json.writeEndObject();
    }

    private String tokens() {
        int read = inputs.get("input.ids").length;
        int[] decoder = inputs.get("input.decoder_ids");
        return read + (decoder == null ? "" : " + " + decoder.length)
                + (read == 1 && decoder == null ? " token" : " tokens");
    }

    /** Bytes of the numbers, without the file's header. */
    private long bytes() {
        long bytes = 0;
        for (int[] ids : inputs.values()) {
            bytes += (long) Long.BYTES * ids.length;
        }
        for (Tensor tensor : trace.tensors()) {
            bytes += (long) Float.BYTES * tensor.size();
        }
        return bytes;
    }
}
