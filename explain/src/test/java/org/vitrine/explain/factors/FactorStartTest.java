package org.vitrine.explain.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;
import org.vitrine.weights.Safetensors;

class FactorStartTest {
    private static final Ops OPS = new VectorOps(2);

    static List<FactorFixtures.Run> runs() {
        return FactorFixtures.runs();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aRandomStartHasTheBitsOfScikitLearns(FactorFixtures.Run run) {
        ActivationMatrix x = run.activations();
        Factors guess = new RandomStart(0).guess(x, Math.min(run.requested(), x.positions()), OPS);
        assertThat(guess.neurons().data()).containsExactly(run.matrix("init_H").floats());
        assertThat(transposed(guess.strengths())).containsExactly(run.matrix("init_W").floats());
    }

    private static float[] transposed(Tensor matrix) {
        float[] transposed = new float[matrix.size()];
        for (int i = 0; i < transposed.length; i++) {
            transposed[i] = matrix.at(i % matrix.dim(0), i / matrix.dim(0));
        }
        return transposed;
    }

    @Test
    void anotherSeedIsAnotherStartAndTheSameSeedTheSame() {
        ActivationMatrix x = FactorFixtures.run("bert_call", 4).activations();
        float[] zero = new RandomStart(0).guess(x, 4, OPS).neurons().data();
        assertThat(new RandomStart(0).guess(x, 4, OPS).neurons().data()).containsExactly(zero);
        assertThat(new RandomStart(1).guess(x, 4, OPS).neurons().data()).doesNotContain(zero[0], zero[1], zero[2]);
    }

    /** NumPy 2.4.6: {@code np.random.RandomState(2147483647).standard_normal(4)}. */
    @Test
    void theLargestSeedGivesNumpysNumbers() {
        NumpyNormals normals = new NumpyNormals(Integer.MAX_VALUE);
        for (double expected : new double[]{1.628680950870893, -1.1083224214197442, 1.3931666912751481,
            0.6885372651891304}) {
            assertThat(normals.next()).isCloseTo(expected, within(1e-15));
        }
    }

    @Test
    void aNegativeSeedIsRefused() {
        assertThatThrownBy(() -> new RandomStart(-1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a seed is 0 or more, not -1");
    }

    /** scikit-learn 1.9.1 in float64, but with NumPy's exact singular vectors; its own are randomised and 1e-3 away. */
    @ParameterizedTest
    @CsvSource({"bert_call, 4", "gpt2_call, 10"})
    void theSingularVectorsGiveScikitLearnsNndsvda(String name, int components) {
        Safetensors expected = FactorFixtures.file("nndsvda");
        Factors guess = new NndsvdStart().guess(FactorFixtures.run(name, components).activations(), components, OPS);
        close(guess.neurons().data(), expected.require(name + "/init_H").floats());
        close(transposed(guess.strengths()), expected.require(name + "/init_W").floats());
    }

    private static void close(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).as("number " + i).isPositive().isCloseTo(expected[i], within(1e-5f));
        }
    }

    @Test
    void moreFactorsThanTheActivationsHaveDirectionsAreFilledWithTheMean() {
        ActivationMatrix x = FactorFixtures.matrixOf(Tensor.of(new float[]{1, 2, 2, 4, 3, 6}, 3, 2)); // rank 1
        Factors guess = new NndsvdStart().guess(x, 3, OPS);
        assertThat(guess.strengths().rows(1, 2).data()).containsOnly(3);
        assertThat(guess.neurons().rows(1, 2).data()).containsOnly(3);
        assertThat(guess.strengths().at(0, 2) * guess.neurons().at(0, 1)).isCloseTo(6, within(1e-5f));
    }

    @Test
    void activationsThatAreAllZeroGiveAStartOfZeros() {
        ActivationMatrix x = FactorFixtures.matrixOf(Tensor.of(new float[12], 3, 4));
        for (FactorStart start : List.of(new RandomStart(0), new NndsvdStart())) {
            Factors guess = start.guess(x, 2, OPS);
            assertThat(guess.strengths().data()).hasSize(6).containsOnly(0);
            assertThat(guess.neurons().data()).hasSize(8).containsOnly(0);
        }
    }

    /** Those that end a search do not wait for the whole product, whose bits must stay what they are. */
    @ParameterizedTest
    @ValueSource(ints = {1, 64, 65, 300})
    void theProductsOfAllPairsOfTokensAreThoseOfOneProduct(int positions) {
        Random random = new Random(positions);
        float[] values = new float[positions * 700];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, (float) random.nextGaussian());
        }
        Tensor x = Tensor.of(values, positions, 700);
        Tensor whole = OPS.linear(x, Linear.withoutBias(Weight.transposeOf(x)));
        assertThat(NndsvdStart.products(x, OPS, () -> {
        }).data()).containsExactly(whole.data());
    }
}
