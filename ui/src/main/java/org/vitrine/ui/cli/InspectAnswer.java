package org.vitrine.ui.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.transformer.checkpoint.Inventory;
import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.Json;
import org.vitrine.ui.answer.Page;
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
 * @param tensors of the weights, in the order of the files
 * @param problem why its configuration cannot be run; nothing if it can
 * @param inventory what the model makes of them; nothing where nobody knows
 */
public record InspectAnswer(String model, Map<String, String> facts, List<TensorEntry> tensors,
        Optional<String> problem, Optional<Inventory> inventory) implements Answer {
    @Override
    public void show(Page page) {
        page.title(Chip.line(model));
        page.line();
        Table about = new Table(page.terminal(), "ll");
        facts.forEach((name, value) -> about.row(new Cell(Chip.line(name), Style.FAINT), Cell.of(Chip.line(value))));
        page.lines(about.lines());
        problem.ifPresent(sentence -> page.paragraph("It cannot be run: " + Chip.line(sentence)));
        if (!facts.isEmpty()) {
            page.line();
        }
        page.lines(inventory.map(found -> new InventoryLines(tensors, found).lines(page.terminal()))
                .orElseGet(() -> table(page)));
        page.line();
        page.paragraph(Figure.grouped(tensors.size()) + " tensors, " + Figure.grouped(elements()) + " numbers, "
                + Figure.bytes(bytes()) + inventory.map(InspectAnswer::summary).orElse(""));
    }

    private List<String> table(Page page) {
        Table table = new Table(page.terminal(), "lllr");
        table.titles("tensor", "type", "shape", "bytes");
        for (TensorEntry tensor : tensors) {
            table.row(Cell.of(Chip.line(tensor.name())), Cell.of(tensor.dtype().toString()),
                    Cell.of(tensor.shapeText()), Cell.of(Figure.grouped(tensor.bytes())));
        }
        return table.lines();
    }

    private static String summary(Inventory inventory) {
        int missing = inventory.missing().size();
        int unused = inventory.unused().size();
        return (missing > 0 ? "; " + missing + " missing" : "") + (unused > 0 ? "; " + unused + " unused" : "")
                + (inventory.complete() ? "" : "; so this model cannot be run");
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStringProperty("model", model);
        json.writeObjectPropertyStart("configuration");
        facts.forEach(json::writeStringProperty);
        json.writeEndObject();
        problem.ifPresent(sentence -> json.writeStringProperty("problem", sentence));
        json.writeArrayPropertyStart("tensors");
        for (TensorEntry tensor : tensors) {
            json.writeStartObject();
            json.writeStringProperty("name", tensor.name());
            json.writeStringProperty("dtype", tensor.dtype().toString());
            Json.numbers(json, "shape", tensor.shape());
            json.writeNumberProperty("bytes", tensor.bytes());
            inventory.ifPresent(found -> Json.texts(json, "used_in",
                    found.used().getOrDefault(tensor.name(), List.of())));
            json.writeEndObject();
        }
        json.writeEndArray();
        inventory.ifPresent(found -> write(json, found));
        json.writeNumberProperty("elements", elements());
        json.writeNumberProperty("bytes", bytes());
    }

    private static void write(JsonGenerator json, Inventory inventory) {
        json.writeArrayPropertyStart("missing");
        inventory.missing().forEach((name, places) -> {
            json.writeStartObject();
            json.writeStringProperty("name", name);
            Json.texts(json, "used_in", places);
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("unused");
        inventory.unused().forEach((name, leftOut) -> {
            json.writeStartObject();
            json.writeStringProperty("name", name);
            json.writeStringProperty("reason", leftOut.reason().toString());
            json.writeStringProperty("explanation", leftOut.sentence());
            json.writeEndObject();
        });
        json.writeEndArray();
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
