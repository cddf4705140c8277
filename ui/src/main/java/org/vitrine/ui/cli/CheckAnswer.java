package org.vitrine.ui.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.vitrine.explain.check.TensorDifference;
import org.vitrine.explain.check.Tolerance;
import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.Json;
import org.vitrine.ui.answer.Page;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Wrap;
import tools.jackson.core.JsonGenerator;

/**
 * Whether every number is right on this machine.
 *
 * @param tokens of each model that has a golden trace
 * @param results of each model and back end
 * @param tensors whether people see the differences of each tensor
 */
record CheckAnswer(List<TokenCheck> tokens, List<ModelCheck.Result> results, MachineFacts machine, boolean tensors)
        implements
            Answer {
    boolean passed() {
        return failed().isEmpty();
    }

    /** What is not right: the tokens of a model, a model on a back end. */
    List<String> failed() {
        return Stream.concat(
                tokens.stream().filter(each -> !each.passed()).map(each -> "the tokens of " + each.model()),
                results.stream().filter(each -> !each.passed()).map(ModelCheck.Result::title)).toList();
    }

    @Override
    public void show(Page page) {
        page.title(passed() ? "Every number is right on this machine." : "Not every number is right on this machine.");
        page.aside("Largest difference from what " + reference()
                + " for the same text, where it is, and the largest share "
                + "of the tolerance that any difference takes:");
        page.line();
        summary(page);
        page.line();
        tokens.forEach(each -> each.difference().ifPresent(difference -> {
            page.paragraph(each.model() + ": the tokenizer makes other tokens of '"
                    + Chip.line(each.texts().joined()) + "': " + difference);
            page.line();
        }));
        results.stream().filter(result -> !result.passed()).forEach(result -> failure(page, result));
        if (tensors) {
            results.forEach(result -> tensors(page, result));
        }
        facts(page);
    }

    private String reference() {
        return tokens.isEmpty()
                ? "the plain loops compute"
                : "another implementation computed (" + Chip.line(tokens.getFirst().source()) + ")";
    }

    private void summary(Page page) {
        Table table = new Table(page.terminal(), "llrrlrl");
        table.titles("model", "back end", "count", "largest", "at", "share", "");
        for (TokenCheck each : tokens) {
            table.row(new Cell(each.model(), Style.BOLD), Cell.of("tokens"), Cell.of(each.count()), Cell.of(""),
                    Cell.of(""), Cell.of(""), verdict(each.passed()));
        }
        for (ModelCheck.Result result : results) {
            TensorDifference largest = result.comparison().largest().orElseThrow();
            table.row(new Cell(model(result), Style.BOLD), Cell.of(result.backend().toString()),
                    Cell.of(result.comparison().tensors().size()), Cell.of(difference(largest.largest())),
                    Cell.of(largest.largest() == 0 ? "" : largest.name().toString()),
                    Cell.of(share(result.comparison().share())), verdict(result.passed()));
        }
        page.lines(table.lines());
    }

    private static Cell verdict(boolean passed) {
        return passed ? Cell.of("pass") : new Cell("FAIL", Style.ORANGE);
    }

    private static String model(ModelCheck.Result result) {
        return Chip.line(MachineFacts.withoutHome(result.model()));
    }

    private static String title(ModelCheck.Result result) {
        return Chip.line(MachineFacts.withoutHome(result.title()));
    }

    private void facts(Page page) {
        Map<String, String> words = machine.words();
        int names = words.keySet().stream().mapToInt(String::length).max().orElse(0);
        Table table = new Table(page.terminal(), "ll");
        words.forEach((name, value) -> {
            String title = name;
            for (String line : Wrap.words(Chip.line(value), page.terminal().columns() - names - Table.GAP)) {
                table.row(new Cell(title, Style.FAINT), Cell.of(line));
                title = "";
            }
        });
        page.lines(table.lines());
    }

    private static void failure(Page page, ModelCheck.Result result) {
        result.failure().ifPresent(reason -> page.paragraph(title(result) + ": the device failed, and the CPU did its "
                + "work: " + Chip.line(MachineFacts.withoutHome(reason))));
        result.comparison().firstBeyond().ifPresent(first -> page.paragraph(title(result)
                + ": the first tensor beyond the tolerance is " + first.sentence() + "; its shape is " + first.shape()
                + "; allowed is a difference of " + allowed(result.tolerance().of(first.name()))));
        page.line();
    }

    private static String allowed(double tolerance) {
        return difference(tolerance) + " + " + difference(tolerance) + "·|x|";
    }

    private static void tensors(Page page, ModelCheck.Result result) {
        page.title(title(result) + ": largest difference per tensor");
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
        json.writeArrayPropertyStart("texts");
        for (TokenCheck each : tokens) {
            json.writeStartObject();
            json.writeStringProperty("model", each.model());
            Json.texts(json, each.texts());
            json.writeNumberProperty("tokens", each.count());
            json.writeStringProperty("source", each.source());
            json.writeBooleanProperty("passed", each.passed());
            each.difference().ifPresent(difference -> json.writeStringProperty("difference", difference));
            json.writeEndObject();
        }
        json.writeEndArray();
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
        json.writeStringProperty("reference", result.reference().name().toLowerCase(Locale.ROOT));
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
