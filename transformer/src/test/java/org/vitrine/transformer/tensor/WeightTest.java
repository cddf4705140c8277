package org.vitrine.transformer.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.SafetensorsWriter;
import org.vitrine.weights.TensorData;

class WeightTest {
    @TempDir
    Path folder;

    /** Outputs below, at and above the width of a panel; the last matrix is large enough to be read in parts. */
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 31", "5, 32", "7, 33", "2, 100", "40, 64", "0, 5", "513, 700"})
    void aWeightShowsTheMatrixItWasMadeFrom(int inputs, int outputs) {
        Tensor matrix = Fixtures.random(1, inputs, outputs);
        shows(matrix, Weight.of(matrix));

        float[] turned = new float[matrix.size()];
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < outputs; j++) {
                turned[j * inputs + i] = matrix.at(i, j);
            }
        }
        shows(matrix, Weight.transposeOf(Tensor.of(turned, outputs, inputs)));

        Path file = folder.resolve("w.safetensors");
        SafetensorsWriter.write(file, Map.of(),
                List.of(TensorData.floats("w", new long[]{inputs, outputs}, matrix.data()),
                        TensorData.floats("turned", new long[]{outputs, inputs}, turned)));
        try (Safetensors stored = Safetensors.open(file)) {
            shows(matrix, Weight.columnsOf(stored.require("w"), 0, outputs));
            shows(matrix, Weight.transposeOf(stored.require("turned")));
            Weight some = Weight.columnsOf(stored.require("w"), outputs / 3, outputs);
            for (int i = 0; i < inputs; i++) {
                assertThat(some.at(i, 0)).isEqualTo(matrix.at(i, outputs / 3));
            }
        }
    }

    private static void shows(Tensor matrix, Weight weight) {
        assertThat(weight.inputs()).isEqualTo(matrix.dim(0));
        assertThat(weight.outputs()).isEqualTo(matrix.dim(1));
        for (int i = 0; i < weight.inputs(); i++) {
            assertThat(weight.row(i).data()).isEqualTo(matrix.rows(i).data());
        }
        Tensor columns = weight.columns(weight.outputs() - 1, 0);
        for (int i = 0; i < weight.inputs(); i++) {
            assertThat(columns.at(0, i)).isEqualTo(matrix.at(i, weight.outputs() - 1));
            assertThat(weight.column(0).at(i)).isEqualTo(matrix.at(i, 0));
        }
        assertThatThrownBy(() -> weight.columns(weight.outputs())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> weight.row(weight.inputs())).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aWeightShowsItsShapeStatisticsAndCornerValuesInOneLine() {
        Weight weight = Weight.of(Tensor.of(new float[]{0, 1, 2, 3, 4, 5}, 2, 3));
        assertThat(weight)
                .hasToString("Weight [in=2, out=3] F32 min 0.000 max 5.000 mean 2.500 (0.000 1.000 2.000 … 5.000)");
        assertThat(weight.parts()).hasSize(2);
        assertThat(weight.parts()[1].toString()).startsWith("Weight[1] [out=3] min 3.000");
        assertThat(new Linear(weight, Tensor.of(new float[]{7, 8, 9}, 3)).toString()).startsWith(
                "Linear [in=2, out=3] weight min 0.000").contains("bias min 7.000 max 9.000");
    }
}
