package org.vitrine.transformer.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/** The definitions, checked by hand. */
class ScalarOpsTest {
    private final Ops ops = new ScalarOps();

    @Test
    void aLinearLayerIsRowsTimesColumnsPlusBias() {
        Weight weight = Weight.of(tensor(2, 3, 1, 2, 3, 4, 5, 6));
        Tensor y = ops.linear(tensor(2, 2, 1, 10, 2, 20), new Linear(weight, Tensor.of(new float[]{100, 200, 300}, 3)));
        assertThat(y.data()).containsExactly(141, 252, 363, 182, 304, 426);
    }

    @Test
    void aStackOfProductsIsAProductForEachHead() {
        Tensor a = Tensor.of(new float[]{1, 2, 3, 4}, 2, 1, 2);
        assertThat(ops.matmul(a, Tensor.of(new float[]{5, 6, 7, 8}, 2, 2, 1)).data()).containsExactly(17, 53);
        assertThat(ops.matmulT(a, Tensor.of(new float[]{5, 6, 7, 8}, 2, 1, 2)).data()).containsExactly(17, 53);
    }

    @Test
    void layerNormTakesOffTheMeanAndDividesByTheDeviation() {
        LayerNorm norm = new LayerNorm(Tensor.of(new float[]{1, 2}, 2), Tensor.of(new float[]{10, 20}, 2), 1e-9f);
        Tensor y = ops.layerNorm(tensor(1, 2, 3, 5), norm); // mean 4, deviation 1
        assertThat(y.at(0, 0)).isCloseTo(9, within(1e-5f));
        assertThat(y.at(0, 1)).isCloseTo(22, within(1e-5f));
    }

    @Test
    void aRowOfEqualNumbersNormalisesToTheBias() {
        LayerNorm norm = new LayerNorm(Tensor.of(new float[]{1, 2}, 2), Tensor.of(new float[]{10, 20}, 2), 1e-5f);
        assertThat(ops.layerNorm(tensor(1, 2, 7, 7), norm).data()).containsExactly(10, 20);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 0.8413447, 0.8411920", "-1, -0.1586553, -0.1588080", "3, 2.9959502, 2.9963627",
        "-3, -0.0040498, -0.0036374", "20, 20, 20", "-20, 0, 0"})
    void theTwoGelusAreTheExactOneAndTheTanhApproximation(float x, float exact, float tanh) {
        assertThat(ops.gelu(tensor(1, 1, x)).at(0, 0)).isCloseTo(exact, within(1e-6f));
        assertThat(ops.geluTanh(tensor(1, 1, x)).at(0, 0)).isCloseTo(tanh, within(1e-6f));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "1, 1, 0.7310586, 0.7615942", "-2, 0, -0.2384058, -0.9640276", "-200, 0, 0, -1"})
    void reluSiluAndTanhAreWhatTheirNamesSay(float x, float relu, float silu, float tanh) {
        assertThat(ops.relu(tensor(1, 1, x)).at(0, 0)).isEqualTo(relu);
        assertThat(ops.silu(tensor(1, 1, x)).at(0, 0)).isCloseTo(silu, within(1e-6f));
        assertThat(ops.tanh(tensor(1, 1, x)).at(0, 0)).isCloseTo(tanh, within(1e-6f));
    }

    /** Abramowitz and Stegun, table 7.1, and further values to full double precision. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0.1, 0.1124629160182849", "0.5, 0.5204998778130465", "1, 0.8427007929497149",
        "2, 0.9953222650189527", "3, 0.9999779095030014", "5, 0.9999999999984626", "6, 1", "100, 1"})
    void theErrorFunctionIsThatOfTheTable(double x, double erf) {
        assertThat(Erf.erf(x)).isCloseTo(erf, within(2e-15));
        assertThat(Erf.erf(-x)).isCloseTo(-erf, within(2e-15));
    }

    @Test
    void theErrorFunctionOfNoNumberIsNoNumber() {
        assertThat(Erf.erf(Double.NaN)).isNaN();
        assertThat(Erf.erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    }

    private static Tensor tensor(int rows, int columns, float... data) {
        return Tensor.of(data, rows, columns);
    }
}
