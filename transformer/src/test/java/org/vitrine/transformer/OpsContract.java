package org.vitrine.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.transformer.Fixtures.random;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/** One contract for every back end: what {@link Ops} promises, at sizes that do not divide by anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OpsContract {
    protected static final ScalarOps DEFINITION = new ScalarOps();

    /** The back ends that keep it. */
    protected abstract Stream<Ops> backends();

    /** Where back ends on a CPU give the same bits. */
    protected abstract void same(Tensor found, Tensor expected);

    /** Where back ends on a CPU stay within a tolerance of a + a·|x|. */
    protected abstract void near(Tensor found, Tensor expected, double tolerance);

    /** Rows, inputs, outputs: empty, single, below and above a panel, and large enough for vectors and threads. */
    Stream<Arguments> products() {
        List<int[]> sizes = List.of(new int[]{0, 3, 5}, new int[]{1, 1, 1}, new int[]{1, 0, 4}, new int[]{2, 7, 31},
                new int[]{5, 13, 32}, new int[]{6, 64, 33}, new int[]{7, 100, 65}, new int[]{13, 129, 257},
                new int[]{1, 1500, 3001}, new int[]{4, 1200, 901}, new int[]{5, 1000, 851},
                new int[]{7, 900, 701}, new int[]{6, 1100, 667}, new int[]{13, 700, 517}, new int[]{131, 257, 131});
        return backends().flatMap(ops -> sizes.stream().map(size -> Arguments.of(ops, size[0], size[1], size[2])));
    }

    @ParameterizedTest
    @MethodSource("products")
    void aLinearLayerHasTheBitsOfTheDefinition(Ops ops, int rows, int inputs, int outputs) {
        Tensor x = random(1, rows, inputs);
        Linear layer = new Linear(Weight.of(random(2, inputs, outputs)), random(3, outputs));
        same(ops.linear(x, layer), DEFINITION.linear(x, layer));
    }

    @ParameterizedTest
    @MethodSource("products")
    void aLinearLayerReadBackwardsHasTheBitsOfTheDefinition(Ops ops, int rows, int inputs, int outputs) {
        Tensor x = random(1, rows, outputs);
        Weight weight = Weight.of(random(2, inputs, outputs));
        same(ops.linearT(x, weight), DEFINITION.linearT(x, weight));
    }

    /** A block of few rows, and of few inputs, that a task makes with vectors. */
    @ParameterizedTest
    @MethodSource("products")
    void productsInTasksHaveTheBitsOfTheDefinition(Ops ops, int rows, int inputs, int outputs) {
        Tensor x = random(1, rows, inputs);
        Weight weight = Weight.of(random(2, inputs, outputs));
        Tensor[] there = new Tensor[2];
        Tensor[] back = new Tensor[2];
        ops.each(2, task -> {
            there[task] = ops.linear(x, Linear.withoutBias(weight));
            back[task] = ops.linearT(there[task], weight);
        });
        for (int task = 0; task < 2; task++) {
            same(there[task], DEFINITION.linear(x, Linear.withoutBias(weight)));
            same(back[task], DEFINITION.linearT(there[task], weight));
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aWeightReadBackwardsIsTheProductWithItsTranspose(Ops ops) {
        Tensor x = random(1, 9, 300);
        Tensor matrix = random(2, 41, 300);
        near(ops.linearT(x, Weight.of(matrix)), ops.linear(x, Linear.withoutBias(Weight.transposeOf(matrix))), 1e-4);
    }

    @ParameterizedTest
    @MethodSource("products")
    void matrixProductsHaveTheBitsOfTheDefinition(Ops ops, int rows, int inner, int columns) {
        Tensor a = random(1, 3, rows, inner);
        same(ops.matmul(a, random(2, 3, inner, columns)), DEFINITION.matmul(a, random(2, 3, inner, columns)));
        same(ops.matmulT(a, random(4, 3, columns, inner)), DEFINITION.matmulT(a, random(4, 3, columns, inner)));
    }

    /** Sizes around a chunk of numbers, and large enough for the vector code. */
    Stream<Arguments> lengths() {
        return backends().flatMap(ops -> Stream.of(0, 1, 15, 16, 17, 1000, 16_384, 16_385, 65_536, 70_001)
                .map(length -> Arguments.of(ops, length)));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void sumsAndScalingAndReluHaveTheBitsOfTheDefinition(Ops ops, int length) {
        Tensor a = random(1, length);
        Tensor b = random(2, length);
        same(ops.add(a, b), DEFINITION.add(a, b));
        same(ops.scale(a, 0.3f), DEFINITION.scale(a, 0.3f));
        same(ops.relu(a), DEFINITION.relu(a));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void activationsStayWithinTheirStatedAccuracy(Ops ops, int length) {
        Tensor x = DEFINITION.scale(random(3, length), 6); // from −12 to 12
        near(ops.gelu(x), DEFINITION.gelu(x), 2e-7);
        near(ops.geluTanh(x), DEFINITION.geluTanh(x));
        near(ops.silu(x), DEFINITION.silu(x));
        near(ops.tanh(x), DEFINITION.tanh(x));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void theGelusAreAccurateFromTinyToHugeNumbersAndPassOnWhatIsNoNumber(Ops ops) {
        float[] data = new float[1 << 17];
        for (int i = 0; i < data.length; i++) {
            data[i] = (i - data.length / 2) / 8192f; // from −8 to 8
        }
        float[] special = {0, -0f, Float.MIN_VALUE, -1e-30f, 1e-6f, -12, 13.5f, -1e20f, 1e30f, Float.MAX_VALUE,
            -Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};
        System.arraycopy(special, 0, data, 0, special.length);
        Tensor x = Tensor.of(data, data.length);
        near(ops.gelu(x), DEFINITION.gelu(x), 2e-7);
        near(ops.geluTanh(x), DEFINITION.geluTanh(x));
        near(ops.silu(x), DEFINITION.silu(x));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aNormKeepsASmallVarianceBesideALargeMeanAndCopesWithHugeNumbers(Ops ops) {
        int width = 333;
        LayerNorm norm = new LayerNorm(random(6, width), random(7, width), 1e-5f);
        float[] far = new float[width];
        float[] huge = new float[width];
        for (int i = 0; i < width; i++) {
            far[i] = 4096 + i % 7 / 8f;
            huge[i] = (i % 5 - 2) * 1e30f;
        }
        Tensor rows = Tensor.of(far, 1, width);
        near(ops.layerNorm(rows, norm), DEFINITION.layerNorm(rows, norm));
        Tensor beyond = Tensor.of(huge, 1, width);
        near(ops.layerNorm(beyond, norm), DEFINITION.layerNorm(beyond, norm));
    }

    Stream<Arguments> rows() {
        List<int[]> sizes = List.of(new int[]{0, 4}, new int[]{1, 1}, new int[]{3, 17}, new int[]{7, 64},
                new int[]{129, 1000}, new int[]{130, 777});
        return backends().flatMap(ops -> sizes.stream().map(size -> Arguments.of(ops, size[0], size[1])));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rowsOfASoftmaxSumToOne(Ops ops, int rows, int width) {
        Tensor x = DEFINITION.scale(random(5, rows, width), 20);
        Tensor y = ops.softmax(x);
        near(y, DEFINITION.softmax(x));
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int i = 0; i < width; i++) {
                sum += y.at(row, i);
            }
            assertThat(Math.abs(sum - 1)).isLessThan(1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void hiddenPlacesGetNothingHoweverLargeTheSoftmax(Ops ops) {
        for (int tokens : new int[]{5, 300}) {
            Tensor scores = DEFINITION.causalMask(random(12, 2, tokens, tokens));
            Tensor pattern = ops.softmax(scores);
            near(pattern, DEFINITION.softmax(scores));
            assertThat(pattern.at(1, 0, 0)).isEqualTo(1);
            assertThat(pattern.at(1, 0, tokens - 1)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void layerNormStaysWithinItsStatedAccuracy(Ops ops, int rows, int width) {
        LayerNorm norm = new LayerNorm(random(6, width), random(7, width), 1e-5f);
        near(ops.layerNorm(random(8, rows, width), norm), DEFINITION.layerNorm(random(8, rows, width), norm));
        Tensor tiny = DEFINITION.scale(random(9, rows, width), 1e-3f); // a variance near epsilon
        near(ops.layerNorm(tiny, norm), DEFINITION.layerNorm(tiny, norm));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void theCausalMaskHidesTheFutureAndNothingElse(Ops ops) {
        Tensor scores = random(10, 2, 3, 5);
        Tensor masked = ops.causalMask(scores);
        for (int h = 0; h < 2; h++) {
            for (int t = 0; t < 3; t++) {
                for (int s = 0; s < 5; s++) {
                    assertThat(masked.at(h, t, s)).isEqualTo(s <= 2 + t ? scores.at(h, t, s) : Float.NEGATIVE_INFINITY);
                }
            }
        }
        same(ops.causalMask(random(11, 3, 70, 70)), DEFINITION.causalMask(random(11, 3, 70, 70)));
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aMaskedEntryGetsNoneOfTheSoftmaxAndANaNSpoilsItsRowOnly(Ops ops) {
        float no = Float.NEGATIVE_INFINITY;
        Tensor y = ops.softmax(Tensor.of(new float[]{0, no, 0, no, 7, no, 1, Float.NaN, 1, no, no, no}, 4, 3));
        assertThat(Arrays.copyOf(y.data(), 6)).containsExactly(0.5f, 0, 0.5f, 0, 1, 0);
        for (int i = 6; i < 12; i++) {
            assertThat(y.data()[i]).isNaN();
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aSoftmaxOfHugeScoresDoesNotOverflow(Ops ops) {
        assertThat(ops.softmax(Tensor.of(new float[]{3e38f, 3e38f, -3e38f}, 3)).data()).containsExactly(0.5f, 0.5f, 0);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void argumentsAreLeftAlone(Ops ops) {
        Tensor x = random(12, 4, 6);
        float[] before = x.data().clone();
        ops.add(x, x);
        ops.scale(x, 2);
        ops.softmax(x);
        ops.gelu(x);
        ops.geluTanh(x);
        ops.relu(x);
        ops.silu(x);
        ops.tanh(x);
        ops.layerNorm(x, new LayerNorm(random(1, 6), random(2, 6), 1e-5f));
        ops.linear(x, Linear.withoutBias(Weight.of(random(3, 6, 5))));
        ops.linearT(x, Weight.of(random(3, 5, 6)));
        ops.causalMask(Tensor.of(x.data(), 1, 4, 6));
        assertThat(x.data()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void shapesThatDoNotFitAreRefusedWithBothShapes(Ops ops) {
        Tensor x = random(1, 7, 768);
        refused(() -> ops.linear(x, Linear.withoutBias(Weight.of(random(1, 1024, 3)))),
                "linear: tensor [7, 768] does not fit Weight [in=1024, out=3], which takes [T, 1024]");
        refused(() -> ops.linearT(x, Weight.of(random(1, 768, 3))),
                "linearT: tensor [7, 768] does not fit Weight [in=768, out=3], which takes [T, 3] backwards");
        refused(() -> ops.add(x, random(1, 768, 7)), "add: tensor [7, 768] and tensor [768, 7] differ");
        BiFunction<Tensor, Tensor, Tensor> matmul = ops::matmul;
        refused(() -> matmul.apply(random(1, 2, 3, 4), random(1, 2, 3, 4)),
                "matmul: tensor [2, 3, 4] and tensor [2, 3, 4] are not [H, T, S] and [H, S, e]");
        refused(() -> ops.matmulT(random(1, 2, 3, 4), random(1, 3, 3, 4)),
                "matmulT: tensor [2, 3, 4] and tensor [3, 3, 4] are not [H, T, e] and [H, S, e]");
        refused(() -> ops.causalMask(random(1, 2, 4, 3)),
                "causalMask: tensor [2, 4, 3] is not [H, T, S] with T at most S");
        refused(() -> ops.layerNorm(x, new LayerNorm(random(1, 5), random(1, 5), 1)),
                "layerNorm: tensor [7, 768] does not fit a gain of [5]");
        refused(() -> ops.softmax(Tensor.of(new float[1])), "softmax: a single number has no row to sum over");
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aResultThatNoArrayHoldsIsRefusedByItsShape(Ops ops) {
        Tensor tall = Tensor.of(new float[0], 100_000, 0);
        Linear wide = Linear.withoutBias(Weight.of(Tensor.of(new float[0], 0, 100_000)));
        refused(() -> ops.linear(tall, wide), "a tensor holds at most 2^31-1 numbers; [100000, 100000] is more");
    }

    private static void refused(Runnable operation, String message) {
        assertThatThrownBy(operation::run).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private void near(Tensor found, Tensor expected) {
        near(found, expected, 1e-6);
    }
}
