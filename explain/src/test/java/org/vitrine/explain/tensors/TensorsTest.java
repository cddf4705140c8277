package org.vitrine.explain.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.tensor.Tensor;

class TensorsTest {
    private static final float MASKED = Float.NEGATIVE_INFINITY;

    @Test
    void statisticsCountWhatIsNotFiniteAndSumUpTheRest() {
        TensorStatistics found = TensorStatistics
                .of(Tensor.of(new float[]{3, 0, -1, MASKED, Float.NaN, Float.POSITIVE_INFINITY, 2, 0}, 2, 4));
        assertThat(found.shape()).containsExactly(2, 4);
        assertThat(found).extracting(TensorStatistics::count, TensorStatistics::finite, TensorStatistics::zeros,
                TensorStatistics::masked, TensorStatistics::infinite, TensorStatistics::nan)
                .containsExactly(8, 5, 2, 1, 1, 1);
        assertThat(found.min()).isEqualTo(-1);
        assertThat(found.max()).isEqualTo(3);
        assertThat(found.mean()).isCloseTo(0.8, within(1e-12));
        assertThat(found.deviation()).isCloseTo(Math.sqrt((4.84 + 0.64 + 3.24 + 1.44 + 0.64) / 5), within(1e-12));
        assertThat(found.norm()).isCloseTo(Math.sqrt(14), within(1e-12));
        assertThat(found.greatest()).isEqualTo(3);
    }

    @Test
    void nothingFiniteHasNoMeanAndNoGreatest() {
        TensorStatistics found = TensorStatistics.of(Tensor.of(new float[]{MASKED, Float.NaN}, 2));
        assertThat(found.mean()).isNaN();
        assertThat(found.min()).isNaN();
        assertThat(found.greatest()).isZero();
        assertThat(found.norm()).isZero();
        assertThat(TensorHistogram.of(Tensor.of(new float[]{MASKED}, 1), 4).counts()).containsExactly(0, 0, 0, 0);
        assertThat(Magnitudes.percentile(Tensor.of(new float[]{MASKED}, 1), 1)).isZero();
        assertThat(TensorStatistics.of(Tensor.of(new float[0], 0)).count()).isZero();
    }

    @Test
    void aHistogramCountsEveryFiniteNumberOnce() {
        TensorHistogram found = TensorHistogram.of(Tensor.of(new float[]{0, 1, 2, 3, 4, 4, MASKED}, 7), 4);
        assertThat(found.counts()).as("4 belongs to the last part").containsExactly(1, 1, 1, 3);
        assertThat(found.edge(0)).isZero();
        assertThat(found.edge(2)).isEqualTo(2);
        assertThat(found.edge(4)).isEqualTo(4);
        assertThat(found.most()).isEqualTo(3);
        assertThat(TensorHistogram.of(Tensor.of(new float[]{5, 5}, 2), 3).counts()).containsExactly(2, 0, 0);
    }

    @Test
    void aPercentileIsTheNumberThatSortingWouldFind() {
        Random random = new Random(7);
        for (int size : List.of(1, 2, 10, 1000)) {
            float[] numbers = new float[size];
            for (int i = 0; i < size; i++) {
                numbers[i] = (float) (random.nextGaussian() * Math.exp(4 * random.nextGaussian()));
            }
            float[] sorted = numbers.clone();
            for (int i = 0; i < size; i++) {
                sorted[i] = Math.abs(sorted[i]);
            }
            Arrays.sort(sorted);
            for (double share : new double[]{0, 0.1, 0.5, 0.99, 1}) {
                int place = (int) Math.max(1, Math.ceil(share * size)) - 1;
                assertThat(Magnitudes.percentile(Tensor.of(numbers, size), share)).isEqualTo(sorted[place]);
            }
        }
    }

    @Test
    void aSliceIsCutAtAnyAxis() {
        Tensor tensor = Tensor.of(new float[]{0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112}, 2, 2, 3);
        for (int axis = 0; axis < 3; axis++) {
            TensorSlice slice = TensorSlice.of(tensor, axis, 1);
            Tensor matrix = slice.of(tensor);
            assertThat(matrix.dim(0)).isEqualTo(tensor.dim(slice.rowAxis(3)));
            assertThat(matrix.dim(1)).isEqualTo(tensor.dim(slice.columnAxis(3)));
            for (int row = 0; row < matrix.dim(0); row++) {
                for (int column = 0; column < matrix.dim(1); column++) {
                    List<Integer> place = slice.place(3, row, column);
                    assertThat(tensor.at(place.get(0), place.get(1), place.get(2))).isEqualTo(matrix.at(row, column));
                    assertThat(slice.holds(place)).isTrue();
                }
            }
        }
        assertThat(TensorSlice.of(tensor, 2, 0).holds(List.of(0, 0, 1))).isFalse();
    }

    @Test
    void aSliceThatIsNotThereIsTheNearest() {
        Tensor tensor = Tensor.of(new float[8], 2, 2, 2);
        assertThat(TensorSlice.of(tensor, 7, 9)).isEqualTo(new TensorSlice(0, 1));
        assertThat(TensorSlice.of(tensor, 1, -1)).isEqualTo(new TensorSlice(1, 0));
        assertThat(TensorSlice.of(tensor.reshape(2, 4), 1, 1)).isEqualTo(TensorSlice.WHOLE);
        assertThat(TensorSlice.WHOLE.of(tensor.reshape(8)).shape().dims()).containsExactly(1, 8);
        assertThat(TensorSlice.WHOLE.place(1, 0, 5)).containsExactly(5);
        assertThatThrownBy(() -> TensorSlice.WHOLE.of(tensor)).hasMessageContaining("no slice");
    }

    @Test
    void theStrongestNumberOfABlockIsTheFarthestFromZero() {
        Tensor matrix = Tensor.of(new float[]{1, -5, 2, MASKED, 0, 3, MASKED, MASKED, 1, 1, Float.NaN, 9}, 3, 4);
        StrongestNumbers found = StrongestNumbers.of(matrix, 2, 2);
        assertThat(found.at(0, 0)).isEqualTo(-5);
        assertThat(found.row(0, 0)).isZero();
        assertThat(found.column(0, 0)).isEqualTo(1);
        assertThat(found.at(0, 1)).isEqualTo(2);
        assertThat(found.at(1, 0)).isEqualTo(3);
        assertThat(found.at(1, 1)).isNaN();
        assertThat(StrongestNumbers.of(matrix, 3, 4).at(0, 3)).as("a block of masked ones").isEqualTo(MASKED);
        assertThatThrownBy(() -> StrongestNumbers.of(matrix, 4, 1)).hasMessageContaining("4 × 1 blocks");
    }

    @Test
    void aDifferenceIsAfterLessBefore() {
        Tensor before = Tensor.of(new float[]{1, MASKED, 3}, 3);
        Tensor after = Tensor.of(new float[]{4, MASKED, 1}, 3);
        assertThat(TensorDifference.of(before, after).data()).containsExactly(3, MASKED, -2);
        assertThatThrownBy(() -> TensorDifference.of(before, Tensor.of(new float[2], 2)))
                .hasMessageContaining("cannot be compared");
    }
}
