package org.vitrine.ui.cli;

import java.util.List;
import java.util.Locale;
import org.vitrine.explain.check.TensorDifference;
import org.vitrine.explain.check.Tolerance;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import tools.jackson.core.JsonGenerator;

/**
 * Whether every number is right on this machine.
 *
 * @param results of each model and back end
 * @param everywhere whether every back end was wanted, so that one which is not there is worth a word
 * @param tensors whether people see the differences of each tensor
 */
record CheckAnswer(List<ModelCheck.Result> results, MachineFacts machine, boolean everywhere, boolean tensors)
        implements
            Answer {
    boolean passed() {
        return failed().isEmpty();
    }

    /** The results that are not right. */
    List<ModelCheck.Result> failed() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    @Override
    public void show(Page page) {
        page.title(passed() ? "Every number is right on this machine." : "Not every number is right on this machine.");
        page.aside("Largest difference from what the plain loops compute, where it is, and the largest share of the "
                + "tolerance that any difference takes:");
        page.line();
        summary(page);
        page.line();
        failed().forEach(result -> failure(page, result));
        if (tensors) {
            results.forEach(result -> tensors(page, result));
        }
        if (everywhere && !machine.gpu().available()) {
            page.paragraph("No GPU was checked: " + machine.noGpu());
            page.line();
        }
        Table facts = new Table(page.terminal(), "ll");
        machine.words().forEach((name, value) -> facts.row(new Cell(name, Style.FAINT), Cell.of(Chip.line(value))));
        page.lines(facts.lines());
    }

    private void summary(Page page) {
        Table table = new Table(page.terminal(), "llrrlrl");
        table.titles("model", "back end", "tensors", "largest", "at", "share", "");
        for (ModelCheck.Result result : results) {
            TensorDifference largest = result.comparison().largest().orElseThrow();
            table.row(new Cell(Chip.line(result.model()), Style.BOLD), Cell.of(result.backend().toString()),
                    Cell.of(result.comparison().tensors().size()), Cell.of(difference(largest.largest())),
                    Cell.of(largest.largest() == 0 ? "" : largest.name().toString()),
                    Cell.of(share(result.comparison().share())),
                    result.passed() ? Cell.of("pass") : new Cell("FAIL", Style.ORANGE));
        }
        page.lines(table.lines());
    }

    private static void failure(Page page, ModelCheck.Result result) {
        result.failure().ifPresent(reason -> page.paragraph(result.title() + ": the device failed, and the CPU did its "
                + "work: " + Chip.line(reason)));
        result.comparison().firstBeyond().ifPresent(first -> page.paragraph(result.title()
                + ": the first tensor beyond the tolerance is " + first.sentence() + "; allowed is a difference of "
                + allowed(result.tolerance().of(first.name()))));
        page.line();
    }

    private static String allowed(double tolerance) {
        return difference(tolerance) + " + " + difference(tolerance) + "·|x|";
    }

    private static void tensors(Page page, ModelCheck.Result result) {
        page.title(Chip.line(result.title()) + ": largest difference per tensor");
        Table table = new Table(page.terminal(), "llrr");
        table.titles("tensor", "shape", "largest", "share");
        for (TensorDifference tensor : result.comparison().tensors()) {
            Style style = tensor.within() ? Style.PLAIN : Style.ORANGE;
            table.row(new Cell(tensor.name().toString(), style), Cell.of(tensor.shape().toString()),
                    Cell.of(difference(tensor.largest())), new Cell(share(tensor.share()), style));
        }
        page.lines(table.lines());
        page.line();
    }

    private static String difference(double difference) {
        return difference == 0
                ? "0"
                : Double.isInfinite(difference) ? "infinite" : String.format(Locale.ROOT, "%.1e", difference);
    }

    /** A share of the tolerance in percent; what is too much is never rounded down to 100. */
    private static String share(double share) {
        if (share == 0 || Double.isInfinite(share)) {
            return difference(share);
        }
        return share < 0.01
                ? "< 1 %"
                : Figure.grouped(share > 1 ? (long) Math.ceil(100 * share) : Math.round(100 * share)) + " %";
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeBooleanProperty("passed", passed());
        json.writeArrayPropertyStart("checks");
        for (ModelCheck.Result result : results) {
            json.writeStartObject();
            write(json, result);
            json.writeEndObject();
        }
        json.writeEndArray();
        machine.write(json);
    }

    private static void write(JsonGenerator json, ModelCheck.Result result) {
        json.writeStringProperty("model", result.model());
        json.writeStringProperty("backend", result.backend().toString());
        json.writeBooleanProperty("passed", result.passed());
        result.failure().ifPresent(reason -> json.writeStringProperty("device_failure", reason));
        json.writeNumberProperty("passes", result.passes());
        Tolerance tolerance = result.tolerance();
        json.writeNumberProperty("tolerance", tolerance.numbers());
        json.writeNumberProperty("logits_tolerance", tolerance.logits());
        result.comparison().largest().ifPresent(largest -> {
            json.writeNumberProperty("largest_difference", largest.largest());
            json.writeStringProperty("largest_tensor", largest.name().toString());
        });
        json.writeNumberProperty("share", result.comparison().share());
        result.comparison().firstBeyond()
                .ifPresent(first -> json.writeStringProperty("first_beyond", first.name().toString()));
        json.writeArrayPropertyStart("tensors");
        for (TensorDifference tensor : result.comparison().tensors()) {
            json.writeStartObject();
            write(json, tensor);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, TensorDifference tensor) {
        json.writeStringProperty("tensor", tensor.name().toString());
        Json.numbers(json, "shape", tensor.shape().dims());
        json.writeNumberProperty("largest_difference", tensor.largest());
        json.writeNumberProperty("share", tensor.share());
        if (tensor.comparable()) {
            json.writeArrayPropertyStart("at");
            for (int place : tensor.index()) {
                json.writeNumber(place);
            }
            json.writeEndArray();
            json.writeNumberProperty("expected", tensor.expected());
            json.writeNumberProperty("found", tensor.found());
        }
        tensor.foundShape().filter(shape -> !tensor.comparable())
                .ifPresent(shape -> Json.numbers(json, "found_shape", shape.dims()));
    }
}
