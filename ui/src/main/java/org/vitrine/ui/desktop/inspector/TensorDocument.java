package org.vitrine.ui.desktop.inspector;

import java.util.List;
import org.vitrine.explain.tensors.TensorHistogram;
import org.vitrine.explain.tensors.TensorSlice;
import org.vitrine.explain.tensors.TensorStatistics;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.Page;
import org.vitrine.ui.desktop.inspector.Inspected.Numbers;
import org.vitrine.ui.picture.TensorAxis;
import tools.jackson.core.JsonGenerator;

/**
 * What the inspector shows, as JSON: name, shape, axes, statistics, histogram, and the numbers of the slice, unless they are too
 * many for a document. Masked numbers (−∞) and those that are none are {@code null}.
 */
record TensorDocument(Inspected inspected) implements Answer {
    private static final int MOST_NUMBERS = 1_000_000;

    @Override
    public void show(Page page) {
        // The window shows it by itself.
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStringProperty("model", inspected.exhibit().model().name());
        json.writeStringProperty("text", inspected.exhibit().texts().text());
        if (!inspected.exhibit().texts().pair().isEmpty()) {
            json.writeStringProperty("text_pair", inspected.exhibit().texts().pair());
        }
        json.writeStringProperty("name", inspected.name().toString());
        if (inspected.comparable()) {
            json.writeStringProperty("compared", inspected.whole().compared().toString());
        }
        integers(json, "shape", inspected.tensor().shape().dims());
        json.writeArrayPropertyStart("axes");
        inspected.map().axes().forEach(axis -> json.writeString(axis.letter()));
        json.writeEndArray();
        json.writeStringProperty("formula", inspected.name().site().formula());
        numbers(json, inspected.numbers());
        json.writeObjectPropertyStart("slice");
        slice(json);
        json.writeEndObject();
    }

    private void slice(JsonGenerator json) {
        TensorSlice slice = inspected.map().slice();
        if (slice.axis() != TensorSlice.NONE) {
            json.writeNumberProperty("axis", slice.axis());
            json.writeNumberProperty("index", slice.index());
        }
        inspected.part().ifPresent(part -> numbers(json, part));
        Tensor matrix = inspected.map().matrix();
        labels(json, "rows", inspected.map().rows());
        labels(json, "columns", inspected.map().columns());
        if (matrix.size() > MOST_NUMBERS) {
            json.writeNumberProperty("numbers_left_out", matrix.size());
            return;
        }
        json.writeArrayPropertyStart("numbers");
        for (int row = 0; row < matrix.dim(0); row++) {
            json.writeStartArray();
            for (int column = 0; column < matrix.dim(1); column++) {
                number(json, matrix.at(row, column));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void labels(JsonGenerator json, String name, TensorAxis axis) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("axis", axis.letter());
        json.writeStringProperty("counts", axis.words());
        boolean tokens = axis.size() > 0 && axis.token().apply(0).isPresent() && axis.size() <= MOST_NUMBERS;
        if (tokens) {
            json.writeArrayPropertyStart("tokens");
            for (int i = 0; i < axis.size(); i++) {
                json.writeString(axis.token().apply(i).orElse(""));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, Numbers numbers) {
        TensorStatistics found = numbers.statistics();
        json.writeObjectPropertyStart("statistics");
        json.writeNumberProperty("count", found.count());
        property(json, "min", found.min());
        property(json, "max", found.max());
        property(json, "mean", found.mean());
        property(json, "standard_deviation", found.deviation());
        property(json, "norm", found.norm());
        json.writeNumberProperty("zeros", found.zeros());
        json.writeNumberProperty("masked", found.masked());
        json.writeNumberProperty("infinite", found.infinite());
        json.writeNumberProperty("nan", found.nan());
        json.writeEndObject();
        TensorHistogram histogram = numbers.histogram();
        json.writeObjectPropertyStart("histogram");
        property(json, "from", histogram.from());
        property(json, "to", histogram.to());
        integers(json, "counts", histogram.counts());
        json.writeEndObject();
    }

    private static void integers(JsonGenerator json, String name, List<Integer> numbers) {
        json.writeArrayPropertyStart(name);
        numbers.forEach(json::writeNumber);
        json.writeEndArray();
    }

    private static void property(JsonGenerator json, String name, double number) {
        json.writeName(name);
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeNull();
        }
    }

    private static void property(JsonGenerator json, String name, float number) {
        json.writeName(name);
        number(json, number);
    }

    private static void number(JsonGenerator json, float number) {
        if (Float.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeNull();
        }
    }
}
