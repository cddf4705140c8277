package org.vitrine.ui.cli;

import java.util.List;
import java.util.Map;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.weights.TensorEntry;
import tools.jackson.core.JsonGenerator;

/**
 * What is in a model's files.
 *
 * @param model what the user called it
 * @param facts of the configuration, or of a single file the metadata of its header
 * @param tensors of the weights
 */
public record InspectAnswer(String model, Map<String, String> facts, List<TensorEntry> tensors) implements Answer {
    @Override
    public void show(Page page) {
        page.title(Chip.line(model));
        page.line();
        Table about = new Table(page.terminal(), "ll");
        facts.forEach((name, value) -> about.row(new Cell(Chip.line(name), Style.FAINT), Cell.of(Chip.line(value))));
        page.lines(about.lines());
        if (!facts.isEmpty()) {
            page.line();
        }
        Table table = new Table(page.terminal(), "lllr");
        table.titles("tensor", "type", "shape", "bytes");
        for (TensorEntry tensor : tensors) {
            table.row(Cell.of(Chip.line(tensor.name())), Cell.of(tensor.dtype().toString()),
                    Cell.of(tensor.shapeText()),
                    Cell.of(Figure.grouped(tensor.bytes())));
        }
        page.lines(table.lines());
        page.line();
        page.line(Figure.grouped(tensors.size()) + " tensors, " + Figure.grouped(elements()) + " numbers, "
                + Figure.bytes(bytes()));
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStringProperty("model", model);
        json.writeObjectPropertyStart("configuration");
        facts.forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeArrayPropertyStart("tensors");
        for (TensorEntry tensor : tensors) {
            json.writeStartObject();
            json.writeStringProperty("name", tensor.name());
            json.writeStringProperty("dtype", tensor.dtype().toString());
            Json.numbers(json, "shape", tensor.shape());
            json.writeNumberProperty("bytes", tensor.bytes());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberProperty("elements", elements());
        json.writeNumberProperty("bytes", bytes());
    }

    private long elements() {
        long elements = 0;
        for (TensorEntry tensor : tensors) {
            elements += tensor.elements();
        }
        return elements;
    }

    private long bytes() {
        long bytes = 0;
        for (TensorEntry tensor : tensors) {
            bytes += tensor.bytes();
        }
        return bytes;
    }
}
