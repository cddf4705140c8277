package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.arithmetic.Arithmetic;
import org.vitrine.explain.arithmetic.Derivation;
import org.vitrine.explain.arithmetic.Digits;
import org.vitrine.explain.arithmetic.Operation;
import org.vitrine.explain.arithmetic.Term;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.answer.ArithmeticAnswer;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.CellSpot;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.session.Texts;
import org.vitrine.weights.ModelFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArithmeticPictureTest {
    private static final Texts TEXTS = new Texts("The cat sat.", "");

    /** What a classroom model computes of a short text. */
    private record Pass(Reading reading, Arithmetic arithmetic) {
        static Pass of(String name) {
            LoadedModel model = LoadedModel.load(ModelFiles.classroom(name), new ScalarOps());
            Reading reading = Reading.of(model, model.input(TEXTS.text(), TEXTS.pair(), true));
            return new Pass(reading, model.arithmetic(reading.trace(each -> true), reading.input()));
        }

        ArithmeticAnswer answer(TensorName name) {
            int rank = arithmetic.trace().get(name).shape().rank();
            return new ArithmeticAnswer(TEXTS, reading, arithmetic.derive(name, Collections.nCopies(rank, 1)));
        }

        ArithmeticAnswer answer(String name) {
            return answer(TensorName.parse(name));
        }
    }

    @ParameterizedTest
    @CsvSource({"classroom-gpt2, 8", "classroom-bert, 9", "classroom-bart, 8"})
    void everyKindOfEquationIsDrawnInOrderAndWritten(String model, int kinds) {
        Pass pass = Pass.of(model);
        Set<Operation> drawn = EnumSet.noneOf(Operation.class);
        for (TensorName name : pass.arithmetic.names()) {
            ArithmeticAnswer answer = pass.answer(name);
            if (drawn.add(answer.derivation().operation())) {
                Recorded.of(answer.picture(Theme.LIGHT)).assertInOrder();
                Recorded.of(answer.picture(Theme.DARK.scaled(2))).assertInOrder();
            }
            JsonNode document = JsonMapper.shared().readTree(Documents.of(answer));
            assertThat(document.get("name").stringValue()).isEqualTo(name.toString());
            assertThat(document.get("terms").size()).isEqualTo(answer.derivation().terms().size());
            assertThat(document.get("intervened").booleanValue()).isFalse();
        }
        assertThat(drawn).hasSize(kinds);
    }

    @Test
    void aBarIsAsLongAsItsTermIsLargeAndHasItsColour() {
        ArithmeticAnswer answer = Pass.of("classroom-gpt2").answer("decoder.0.attn.q");
        Recorded drawn = Recorded.of(answer.picture(Theme.LIGHT));
        List<Term> terms = answer.derivation().largestFirst().subList(0, ArithmeticPicture.MOST_TERMS);
        List<Recorded.Rectangle> bars = drawn.rectangles().stream().filter(each -> each.box().height() > 12
                && each.box().height() < 13).toList();
        assertThat(bars).hasSize(terms.size());
        for (int i = 0; i < bars.size(); i++) {
            double product = terms.get(i).product();
            assertThat(bars.get(i).colour()).isEqualTo(product < 0 ? Theme.LIGHT.negative() : Theme.LIGHT.positive());
            assertThat(bars.get(i).box().width() / bars.getFirst().box().width()).isCloseTo(
                    Math.abs(product / terms.getFirst().product()), within(1e-9));
        }
        assertThat(drawn.texts()).contains(Digits.four(answer.derivation().value()), answer.derivation().equation());
        assertThat(drawn.hints()).anyMatch(hint -> hint.endsWith(Digits.all(terms.getFirst().product())));
    }

    @Test
    void everyInputThatIsShownCanBeChosen() {
        for (String name : List.of("decoder.1.attn.scores", "decoder.1.attn.pattern", "decoder.1.mlp.norm")) {
            ArithmeticAnswer answer = Pass.of("classroom-gpt2").answer(name);
            Derivation derivation = answer.derivation();
            Set<Spot> expected = new HashSet<>();
            derivation.largestFirst().stream().limit(ArithmeticPicture.MOST_TERMS)
                    .flatMap(term -> term.factors().stream()).forEach(factor -> derivation.inputs().stream()
                            .filter(factor::equals).forEach(in -> expected.add(new CellSpot(in.name(), in.index()))));
            assertThat(expected).isNotEmpty();
            assertThat(Recorded.of(answer.picture(Theme.LIGHT)).spots()).containsAll(expected);
        }
    }

    @Test
    void aMaskedScoreIsWrittenAsText() {
        Pass pass = Pass.of("classroom-gpt2");
        Derivation masked = pass.arithmetic.derive(TensorName.parse("decoder.0.attn.scores"), List.of(0, 0, 2));
        ArithmeticAnswer answer = new ArithmeticAnswer(TEXTS, pass.reading, masked);
        JsonNode document = JsonMapper.shared().readTree(Documents.of(answer));
        assertThat(document.get("value").stringValue()).isEqualTo("-Infinity");
        assertThat(Recorded.of(answer.picture(Theme.LIGHT)).texts()).contains("-∞", "mask");
    }
}
