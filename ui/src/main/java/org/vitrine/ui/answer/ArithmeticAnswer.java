package org.vitrine.ui.answer;

import java.util.Locale;
import org.vitrine.explain.arithmetic.Derivation;
import org.vitrine.explain.arithmetic.Input;
import org.vitrine.explain.arithmetic.Quantity;
import org.vitrine.explain.arithmetic.Term;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.ArithmeticPicture;
import org.vitrine.ui.picture.PlaceTag;
import org.vitrine.ui.picture.Subject;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.session.Texts;
import tools.jackson.core.JsonGenerator;

/**
 * How one number of a pass came about.
 *
 * @param texts what was typed
 * @param reading what the model read
 */
public record ArithmeticAnswer(Texts texts, Reading reading, Derivation derivation) implements PicturedAnswer {
    @Override
    public void show(Page page) {
        page.title(reading.model().name() + ": how " + derivation.number() + " came about");
        page.line();
        derivation.toString().lines().forEach(page::paragraph);
    }

    @Override
    public Picture picture(Theme theme) {
        TensorName name = derivation.number().name();
        return ArithmeticPicture.of(derivation, PlaceTag.of(reading, name, derivation.number().index()),
                new Subject(reading.model().name(), texts.joined()), theme);
    }

    @Override
    public void write(JsonGenerator json) {
        Json.reading(json, texts, reading);
        json.writeStringProperty("name", derivation.number().name().toString());
        Json.numbers(json, "index", derivation.number().index());
        number(json, "value", derivation.value());
        number(json, "recomputed", derivation.recomputed());
        json.writeBooleanProperty("intervened", derivation.intervened());
        json.writeStringProperty("operation", derivation.operation().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("equation", derivation.equation());
        json.writeArrayPropertyStart("steps");
        derivation.steps().forEach(step -> write(json, step));
        json.writeEndArray();
        json.writeArrayPropertyStart("terms");
        derivation.terms().forEach(term -> write(json, term));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Quantity step) {
        json.writeStartObject();
        json.writeStringProperty("name", step.name());
        if (!step.formula().isEmpty()) {
            json.writeStringProperty("formula", step.formula());
        }
        number(json, "value", step.value());
        step.source().ifPresent(source -> {
            json.writeObjectPropertyStart("source");
            write(json, source);
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Term term) {
        json.writeStartObject();
        json.writeArrayPropertyStart("factors");
        for (Input factor : term.factors()) {
            json.writeStartObject();
            write(json, factor);
            json.writeEndObject();
        }
        json.writeEndArray();
        number(json, "product", term.product());
        json.writeEndObject();
    }

    /** {@code kind} is recorded, learned or constant. */
    private static void write(JsonGenerator json, Input input) {
        switch (input) {
            case Input.Recorded recorded -> {
                json.writeStringProperty("kind", "recorded");
                json.writeStringProperty("name", recorded.name().toString());
                Json.numbers(json, "index", recorded.index());
            }
            case Input.Learned learned -> {
                json.writeStringProperty("kind", "learned");
                json.writeStringProperty("name", learned.name());
                Json.numbers(json, "index", learned.index());
            }
            case Input.Constant constant -> {
                json.writeStringProperty("kind", "constant");
                json.writeStringProperty("name", constant.name());
            }
        }
        number(json, "value", input.value());
    }

    /** JSON has no infinite numbers: a masked score is the text {@code "-Infinity"}. */
    private static void number(JsonGenerator json, String name, double number) {
        if (!Double.isFinite(number)) {
            json.writeStringProperty(name, Double.toString(number));
        } else if (number == (float) number) {
            json.writeNumberProperty(name, (float) number);
        } else {
            json.writeNumberProperty(name, number);
        }
    }
}
