package org.vitrine.explain.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

class TraceComparisonTest {
    private static final String Q = "decoder.0.attn.q";
    private static final String LOGITS = "head.logits";
    private static final Tolerance TOLERANCE = new Tolerance(1e-3, 1e-2);

    @Test
    void equalTracesDoNotDiffer() {
        Trace trace = trace(tensor(1, -2, 3, 4), tensor(0, 0, 0, 0));
        TraceComparison comparison = TraceComparison.of(trace, trace, TOLERANCE);
        assertThat(comparison.within()).isTrue();
        assertThat(comparison.tensors()).extracting(each -> each.name().toString()).containsExactly(Q, LOGITS);
        assertThat(comparison.share()).isZero();
        assertThat(comparison.largest().orElseThrow().largest()).isZero();
    }

    @Test
    void theFirstTensorBeyondTheToleranceIsNamedNotTheWorst() {
        TraceComparison comparison = TraceComparison.of(trace(tensor(1, 2, 3, 4), tensor(1, 2, 3, 4)),
                trace(tensor(1, 2, 3.5f, 4), tensor(9, 9, 9, 9)), TOLERANCE);
        assertThat(comparison.within()).isFalse();
        assertThat(comparison.firstBeyond().orElseThrow().sentence())
                .isEqualTo("decoder.0.attn.q[1, 0]: expected 3.0, found 3.5");
        assertThat(comparison.largest().orElseThrow().name().toString()).isEqualTo(LOGITS);
        assertThat(comparison.largest().orElseThrow().largest()).isEqualTo(8);
    }

    @Test
    void theToleranceGrowsWithTheExpectedNumberAndIsTheLogitsOwn() {
        Trace expected = trace(tensor(0, 99, 0, 0), tensor(0, 0, 0, 0));
        TraceComparison comparison = TraceComparison.of(expected,
                trace(tensor(0.0009f, 99.05f, 0, 0), tensor(0.009f, 0, 0, 0)), TOLERANCE);
        assertThat(comparison.within()).isTrue();
        TensorDifference q = comparison.tensors().getFirst();
        assertThat(q.largest()).as("where the numbers are large").isCloseTo(0.05, within(1e-5));
        assertThat(q.index()).as("where the tolerance is nearest").containsExactly(0, 0);
        assertThat(q.share()).isCloseTo(0.9, within(1e-5));
        assertThat(TraceComparison.of(expected, trace(tensor(0, 99.11f, 0, 0), tensor(0, 0, 0, 0)), TOLERANCE).within())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-Infinity, -Infinity, true", "Infinity, Infinity, true", "NaN, NaN, true", "0, -0, true",
        "-Infinity, Infinity, false", "-Infinity, -3e38, false", "1, -Infinity, false", "NaN, 0, false",
        "0, NaN, false", "Infinity, NaN, false"})
    void whatIsNoFiniteNumberMustBeTheSame(float expected, float found, boolean same) {
        Trace one = trace(tensor(1, 1, 1, expected), tensor(0, 0, 0, 0));
        Trace two = trace(tensor(1, 1, 1, found), tensor(0, 0, 0, 0));
        TraceComparison comparison = TraceComparison.of(one, two, TOLERANCE);
        assertThat(comparison.within()).isEqualTo(same);
        assertThat(comparison.tensors().getFirst().largest()).isEqualTo(same ? 0 : Double.POSITIVE_INFINITY);
        if (!same) {
            assertThat(comparison.firstBeyond().orElseThrow().sentence())
                    .isEqualTo(Q + "[1, 1]: expected " + expected + ", found " + found);
        }
    }

    @Test
    void anotherShapeIsADifference() {
        TraceComparison comparison = TraceComparison.of(trace(tensor(1, 2, 3, 4), tensor(0, 0, 0, 0)),
                trace(Tensor.of(new float[]{1, 2, 3, 4}, 4, 1), tensor(0, 0, 0, 0)), TOLERANCE);
        assertThat(comparison.within()).isFalse();
        assertThat(comparison.firstBeyond().orElseThrow().sentence())
                .isEqualTo(Q + ": expected shape [2, 2], found [4, 1]");
    }

    @Test
    void aTensorThatIsMissingIsADifference() {
        Recording without = Recording.everything();
        without.keep(TensorName.parse(LOGITS), tensor(0, 0, 0, 0));
        TraceComparison comparison = TraceComparison.of(trace(tensor(1, 2, 3, 4), tensor(0, 0, 0, 0)), without.trace(),
                TOLERANCE);
        assertThat(comparison.firstBeyond().orElseThrow().sentence()).isEqualTo(Q + " was not computed");
    }

    @Test
    void ofTwoPassesTheWorseCounts() {
        Trace expected = trace(tensor(1, 2, 3, 4), tensor(0, 0, 0, 0));
        TraceComparison good = TraceComparison.of(expected, expected, TOLERANCE);
        TraceComparison bad = TraceComparison.of(expected, trace(tensor(1, 2, 3, 5), tensor(0, 0, 0, 0)), TOLERANCE);
        assertThat(good.worse(bad)).isEqualTo(bad);
        assertThat(bad.worse(good)).isEqualTo(bad);
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }

    private static Tensor tensor(float... numbers) {
        return Tensor.of(numbers, 2, 2);
    }

    private static Trace trace(Tensor q, Tensor logits) {
        Recording recording = Recording.everything();
        recording.keep(TensorName.parse(Q), q);
        recording.keep(TensorName.parse(LOGITS), logits);
        return recording.trace();
    }
}
