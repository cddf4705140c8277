package org.vitrine.ui.answer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vitrine.explain.tensors.TensorHistogram;
import org.vitrine.explain.tensors.TensorSlice;
import org.vitrine.explain.tensors.TensorStatistics;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.HeatMapPicture;
import org.vitrine.ui.picture.HeatMapView;
import org.vitrine.ui.picture.SlicedTensor;
import org.vitrine.ui.picture.Subject;
import org.vitrine.ui.picture.TensorAxis;
import org.vitrine.ui.picture.TensorNumbers;
import org.vitrine.ui.picture.spot.TokenSpot;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.session.Texts;
import tools.jackson.core.JsonGenerator;

/**
 * A tensor of a pass. The document has name, shape, axes, statistics, histogram, and the numbers of the slice, unless they are too
 * many for a document. Masked numbers (−∞) and those that are none are {@code null}.
 *
 * @param texts what was typed
 * @param reading what the model read
 * @param sliced the tensor, and the matrix of it that is shown
 * @param compared after an intervention, which of the tensors of that name it is: {@code before}, {@code after} or {@code
 *        difference}; else empty
 */
public record TensorAnswer(Texts texts, Reading reading, SlicedTensor sliced, String compared)
        implements
            PicturedAnswer {
    private static final int MOST_NUMBERS = 1_000_000;

    /** The same, known to be what an intervention made of it. */
    public TensorAnswer after() {
        return new TensorAnswer(texts, reading, sliced, "after");
    }

    private TensorName name() {
        return sliced.map().name();
    }

    @Override
    public void show(Page page) {
        TensorLines lines = new TensorLines(sliced, page.terminal());
        page.title(reading.model().name() + ": " + lines.heading());
        page.paragraph(name().site() + " = " + reading.model().family().architecture().formula(name()));
        page.reading(reading, stacks());
        page.line();
        page.lines(lines.grid());
        page.line();
        page.lines(lines.statistics());
    }

    /** Whose tokens stand at the edges. */
    private Set<Stack> stacks() {
        Set<Stack> stacks = EnumSet.noneOf(Stack.class);
        for (TensorAxis axis : List.of(sliced.map().rows(), sliced.map().columns())) {
            if (axis.size() > 0 && axis.spot().apply(0).orElse(null) instanceof TokenSpot token) {
                stacks.add(token.stack());
            }
        }
        return stacks;
    }

    @Override
    public Picture picture(Theme theme) {
        return HeatMapPicture.of(sliced.map(), HeatMapView.FILE, new Subject(reading.model().name(), texts.joined()),
                theme);
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStringProperty("model", reading.model().name());
        Json.texts(json, texts);
        json.writeStringProperty("name", name().toString());
        if (!compared.isEmpty()) {
            json.writeStringProperty("compared", compared);
        }
        Json.numbers(json, "shape", sliced.tensor().shape().dims());
        Json.texts(json, "axes", sliced.map().axes().stream().map(TensorAxis::letter).toList());
        json.writeStringProperty("formula", name().site().formula());
        numbers(json, sliced.numbers());
        json.writeObjectPropertyStart("slice");
        slice(json);
        json.writeEndObject();
    }

    private void slice(JsonGenerator json) {
        TensorSlice slice = sliced.map().slice();
        if (slice.axis() != TensorSlice.NONE) {
            json.writeNumberProperty("axis", slice.axis());
            json.writeNumberProperty("index", slice.index());
        }
        sliced.part().ifPresent(part -> numbers(json, part));
        Tensor matrix = sliced.map().matrix();
        labels(json, "rows", sliced.map().rows());
        labels(json, "columns", sliced.map().columns());
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

    private static void numbers(JsonGenerator json, TensorNumbers numbers) {
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
        Json.numbers(json, "counts", histogram.counts());
        json.writeEndObject();
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
