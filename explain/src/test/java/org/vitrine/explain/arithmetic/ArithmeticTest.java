package org.vitrine.explain.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

class ArithmeticTest {
    private static final int SAMPLE = 25;
    private static final TensorName LOGITS = TensorName.parse("head.logits");

    @ParameterizedTest
    @ValueSource(strings = {"gpt2-tiny", "gpt2-tiny-opts", "gpt2-tiny-gelu", "gpt2-tiny-noscale", "gpt2-tiny-untied",
        "gpt2-tiny-eps", "bert-tiny", "bert-tiny-untied", "bert-tiny-mlm-nopooler", "bert-tiny-gelu_new",
        "bert-tiny-smallvar", "bart-tiny", "bart-tiny-scale", "bart-tiny-asym", "bart-tiny-encembed",
        "bart-tiny-logitsbias", "bart-tiny-smallvar"})
    void everyTensorOfATinyModelIsMadeAsItsEquationSays(String model) {
        requireExplained(Passes.tiny(model));
    }

    @ParameterizedTest
    @CsvSource({"gpt2-tiny, len1", "gpt2-tiny, maxlen", "bert-tiny, pair", "bert-tiny, len1",
        "bart-tiny-scale, maxlen"})
    void goldenInputsAreExplainedOnTheVectorBackEndToo(String model, String input) {
        requireExplained(Passes.tiny(model, input));
    }

    @ParameterizedTest
    @ValueSource(strings = {"classroom-gpt2", "classroom-bert", "classroom-bart"})
    void everyTensorOfAClassroomModelIsMadeAsItsEquationSays(String model) {
        requireExplained(Passes.classroom(model));
    }

    private static void requireExplained(Arithmetic arithmetic) {
        Trace trace = arithmetic.trace();
        assertThat(arithmetic.names()).containsExactlyElementsOf(trace.names());
        Random random = new Random(17);
        for (TensorName name : trace.names()) {
            for (int flat : sample(trace.get(name).size(), random)) {
                requireExplained(arithmetic, arithmetic.derive(name, index(trace.get(name), flat)));
            }
        }
    }

    private static void requireExplained(Arithmetic arithmetic, Derivation derivation) {
        String what = derivation.number().toString();
        float value = derivation.value();
        assertThat(value).as(what).isEqualTo(at(arithmetic.trace(), derivation.number()));
        assertThat(derivation.residual()).as(what).isLessThanOrEqualTo(1e-5 + 1e-5 * finite(value));
        assertThat(derivation.intervened()).as(what).isFalse();
        assertThat(derivation.equation()).as(what).startsWith(derivation.number().name().site() + "[");
        for (Input.Recorded input : derivation.inputs()) {
            assertThat(input.number()).as(what + " reads " + input).isEqualTo(at(arithmetic.trace(), input));
            assertThat(arithmetic.trace().names().indexOf(input.name())).as("made before " + what)
                    .isLessThan(arithmetic.trace().names().indexOf(derivation.number().name()));
        }
        requireTotal(derivation, what);
    }

    /** What the terms add up to is the value, or the step that the operation names. */
    private static void requireTotal(Derivation derivation, String what) {
        double scale = derivation.terms().stream().mapToDouble(term -> Math.abs(term.product())).sum();
        double expected = switch (derivation.operation()) {
            case TABLE_ROW, ADD, LINEAR, MIX, ACTIVATION -> derivation.value();
            case SCORES -> step(derivation, "dot product");
            case SOFTMAX -> step(derivation, "sum");
            case LAYER_NORM -> step(derivation, "variance");
            case POOL -> step(derivation, "x");
        };
        assertThat(derivation.total()).as(what).isCloseTo(expected, within(1e-5 + 1e-5 * scale));
    }

    private static double finite(float value) {
        return Float.isFinite(value) ? Math.abs(value) : 0;
    }

    private static double step(Derivation derivation, String name) {
        return derivation.steps().stream().filter(step -> step.name().equals(name)).findFirst().orElseThrow().value();
    }

    private static float at(Trace trace, Input.Recorded number) {
        return trace.get(number.name()).at(number.index().stream().mapToInt(Integer::intValue).toArray());
    }

    /** All places of a small tensor; the first, the last, and some others of a large one. */
    private static Set<Integer> sample(int size, Random random) {
        Set<Integer> places = new HashSet<>(List.of(0, size - 1));
        while (places.size() < Math.min(size, SAMPLE)) {
            places.add(random.nextInt(size));
        }
        return places;
    }

    private static List<Integer> index(Tensor tensor, int flat) {
        List<Integer> index = new ArrayList<>();
        int rest = flat;
        for (int axis = tensor.shape().rank() - 1; axis >= 0; axis--) {
            index.add(rest % tensor.dim(axis));
            rest /= tensor.dim(axis);
        }
        Collections.reverse(index);
        return index;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2-tiny", "bert-tiny", "bart-tiny"})
    void everyWayBackFromALogitEndsAtATable(String model) {
        Arithmetic arithmetic = Passes.tiny(model);
        int last = arithmetic.trace().get(LOGITS).dim(0) - 1;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Derivation derivation = arithmetic.derive(LOGITS, List.of(last, 3));
            int steps = 0;
            while (!derivation.inputs().isEmpty()) {
                List<Input.Recorded> inputs = derivation.inputs();
                Input.Recorded next = inputs.get(seed == 0 ? 0 : random.nextInt(inputs.size()));
                derivation = arithmetic.derive(next.name(), next.index());
                assertThat(++steps).as("steps back").isLessThan(arithmetic.names().size());
            }
            assertThat(derivation.operation()).isEqualTo(Operation.TABLE_ROW);
            assertThat(derivation.terms().getFirst().factors().getFirst()).isInstanceOf(Input.Learned.class);
        }
    }

    @Test
    void aQueryOfAHeadReadsItsShareOfTheColumns() {
        Arithmetic arithmetic = Passes.tiny("gpt2-tiny");
        Tensor q = arithmetic.trace().get("decoder.1.attn.q");
        Derivation derivation = arithmetic.derive(TensorName.parse("decoder.1.attn.q"), List.of(2, 3, 1));
        assertThat(derivation.equation()).isEqualTo("q[h, t, k] = Σᵢ norm[t, i]·Wq[i, h·e+k] + bq[h·e+k]");
        Term first = derivation.terms().getFirst();
        assertThat(first.factors().getFirst()).hasToString("decoder.1.attn.norm[3, 0]");
        assertThat(first.factors().getLast()).hasToString("decoder.1.attn.Wq[0, " + (2 * q.dim(2) + 1) + "]");
        assertThat(derivation.terms().getLast().factors())
                .hasToString("[decoder.1.attn.bq[" + (2 * q.dim(2) + 1) + "]]");
    }

    @Test
    void termsAreSortedByHowMuchTheyAddOrTakeAway() {
        Derivation derivation = Passes.tiny("bert-tiny").derive(LOGITS, List.of(1, 7));
        List<Term> sorted = derivation.largestFirst();
        assertThat(sorted).hasSameElementsAs(derivation.terms()).hasSameSizeAs(derivation.terms());
        for (int i = 1; i < sorted.size(); i++) {
            assertThat(Math.abs(sorted.get(i).product())).isLessThanOrEqualTo(Math.abs(sorted.get(i - 1).product()));
        }
    }

    @Test
    void aTokenThatComesLaterIsMasked() {
        Derivation later = Passes.tiny("gpt2-tiny").derive(TensorName.parse("decoder.0.attn.scores"),
                List.of(0, 1, 3));
        assertThat(later.value()).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(later.residual()).isZero();
        assertThat(later.steps().getLast().name()).isEqualTo("mask");
        Derivation weight = Passes.tiny("gpt2-tiny").derive(TensorName.parse("decoder.0.attn.pattern"),
                List.of(0, 1, 3));
        assertThat(weight.value()).isZero();
    }

    @Test
    void bartsPositionsBeginAtRowTwoAndItsTokensMayBeScaled() {
        Arithmetic arithmetic = Passes.tiny("bart-tiny-scale");
        Derivation position = arithmetic.derive(TensorName.parse("decoder.embed.positions"), List.of(1, 4));
        assertThat(position.terms().getFirst().factors()).hasToString("[decoder.embed.position table[3, 4]]");
        Derivation token = arithmetic.derive(TensorName.parse("encoder.embed.tokens"), List.of(1, 4));
        assertThat(token.terms().getFirst().factors()).hasToString("[token table[17, 4], √d]");
    }

    @Test
    void crossAttentionReadsTheEncodersLastStream() {
        Arithmetic arithmetic = Passes.tiny("bart-tiny");
        TensorName last = arithmetic.names().stream().filter(name -> name.toString().startsWith("encoder.")).toList()
                .getLast();
        Derivation key = arithmetic.derive(TensorName.parse("decoder.0.cross.k"), List.of(1, 5, 0));
        assertThat(key.inputs().getFirst().name()).isEqualTo(last);
        assertThat(key.inputs().getFirst().index()).startsWith(5);
    }

    @Test
    void theHeadReadsTheTokenTableFromTheOtherSide() {
        Term term = Passes.tiny("gpt2-tiny").derive(LOGITS, List.of(2, 9)).terms().get(4);
        assertThat(term.factors().getLast()).hasToString("token table[9, 4]");
        assertThat(Passes.tiny("gpt2-tiny-untied").derive(LOGITS, List.of(2, 9)).terms().get(4).factors().getLast())
                .hasToString("head.W[4, 9]");
    }

    @Test
    void anInterventionIsSeenWhereItWasMadeAndNowhereElse() {
        TensorName changed = TensorName.parse("decoder.0.attn.heads");
        Arithmetic arithmetic = Passes.tiny("gpt2-tiny",
                (name, tensor) -> name.equals(changed) ? Tensor.of(new float[tensor.size()], tensor.shape()) : tensor);
        Derivation zeroed = arithmetic.derive(changed, List.of(0, 2, 1));
        assertThat(zeroed.intervened()).isTrue();
        assertThat(zeroed.value()).isZero();
        assertThat(zeroed.recomputed()).isNotZero();
        assertThat(zeroed).asString().contains("somebody intervened");
        Derivation next = arithmetic.derive(TensorName.parse("decoder.0.attn.out"), List.of(2, 1));
        assertThat(next.intervened()).isFalse();
    }

    @Test
    void aNumberThatIsNotThereIsAnsweredInWords() {
        Arithmetic arithmetic = Passes.tiny("gpt2-tiny");
        TensorName q = TensorName.parse("decoder.0.attn.q");
        for (List<Integer> index : List.of(List.<Integer>of(), List.of(0), List.of(0, 0, 1000), List.of(0, -1, 0))) {
            assertThatThrownBy(() -> arithmetic.derive(q, index)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("decoder.0.attn.q has the shape").hasMessageContaining("H, T, e");
        }
        assertThatThrownBy(() -> arithmetic.derive(TensorName.parse("encoder.0.attn.q"), List.of(0, 0, 0)))
                .hasMessage("this model computes no encoder.0.attn.q");
    }

    @Test
    void aDebuggerShowsTheEquationWithItsNumbers() {
        Arithmetic arithmetic = Passes.tiny("gpt2-tiny");
        Derivation norm = arithmetic.derive(TensorName.parse("decoder.0.attn.norm"), List.of(0, 0));
        assertThat(norm.toString()).contains("√(variance + ε) · gain[j] + bias[j]", "mean = Σᵢ x[t, i] / d = ",
                "decoder.0.attn.norm[0, 0]");
        Derivation sum = arithmetic.derive(TensorName.parse("decoder.embed.resid"), List.of(0, 0));
        assertThat(sum.written(4)).isEqualTo(Digits.four(sum.value()) + " = "
                + sum.terms().stream().map(term -> bracketed(term.product())).reduce((a, b) -> a + " + " + b).get());
        for (TensorName name : arithmetic.names()) {
            List<Integer> first = Collections.nCopies(arithmetic.trace().get(name).shape().rank(), 0);
            assertThat(arithmetic.derive(name, first).toString()).contains(" = ").doesNotContain("null");
        }
    }

    private static String bracketed(double number) {
        return number < 0 ? "(" + Digits.four(number) + ")" : Digits.four(number);
    }

    @ParameterizedTest
    @CsvSource({"12.346, 12.35", "0, 0", "-0.5, -0.5", "0.00012345, 0.0001234", "0.000012345, 1.234e-5",
        "123456, 123500", "-1.5e9, -1.500e9"})
    void numbersHaveFourDigits(float number, String text) {
        assertThat(Digits.four(number)).isEqualTo(text);
    }
}
