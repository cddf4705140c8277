package org.vitrine.explain.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.TensorEntry;

class ActivationMatrixTest {
    private static final Tensor SMALL = Tensor.of(new float[]{1, -2, 3, 4, -5, 6}, 2, 3);

    @ParameterizedTest
    @CsvSource({"bert_call, encoder", "gpt2_call, decoder", "gpt2_generate, decoder", "bart_generate, decoder"})
    void itIsEccosMatrixOfEccosActivations(String name, String stack) {
        Safetensors file = FactorFixtures.file("nmf_" + name);
        Tensor activations = FactorFixtures.tensor(file.require("activations/" + stack));     // [1, layers, f, T]
        Stack owner = Stack.valueOf(stack.toUpperCase(Locale.ROOT));
        ActivationMatrix matrix = ActivationMatrix.of(FactorFixtures.trace(owner, layers(activations)), owner, 0,
                activations.dim(1));
        assertThat(matrix.values().data()).containsExactly(file.require("X").floats());
        assertThat(matrix.positions()).isEqualTo(activations.dim(3));
    }

    private static List<Tensor> layers(Tensor activations) {
        List<Tensor> layers = new ArrayList<>();
        int width = activations.dim(2);
        int positions = activations.dim(3);
        for (int layer = 0; layer < activations.dim(1); layer++) {
            float[] rows = new float[positions * width];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = activations.at(0, layer, i % width, i / width);
            }
            layers.add(Tensor.of(rows, positions, width));
        }
        return layers;
    }

    /** Ecco asks for activations elsewhere in the pass than Hugging Face's own hooks, so the last bits differ. */
    @ParameterizedTest
    @CsvSource({"bert_call, ENCODER", "gpt2_call, DECODER"})
    void itIsEccosMatrixOfTheGoldenTrace(String name, Stack stack) {
        Safetensors golden = FactorFixtures.file("golden_" + name);
        Recording recording = Recording.everything();
        for (TensorEntry entry : golden.entries()) {
            recording.keep(TensorName.parse(entry.name()), FactorFixtures.tensor(golden.require(entry.name())));
        }
        float[] found = ActivationMatrix.of(recording.trace(), stack, 0, 3).values().data();
        float[] expected = FactorFixtures.file("nmf_" + name).require("X").floats();
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).as("number " + i).isCloseTo(expected[i], within(3e-6f));
        }
    }

    @Test
    void layersComeInTheOrderOfTheirNumbersAlsoBeyondTheTenth() {
        List<Tensor> layers = new ArrayList<>();
        for (int layer = 0; layer < 12; layer++) {
            layers.add(Tensor.of(new float[]{layer, 100 + layer}, 2, 1));
        }
        ActivationMatrix matrix = ActivationMatrix.of(FactorFixtures.trace(Stack.DECODER, layers), Stack.DECODER, 1,
                12);
        assertThat(matrix.values().data()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 101, 102, 103, 104, 105,
                106,
                107, 108, 109, 110, 111);
    }

    @Test
    void negativeActivationsAreClippedAndTheTraceIsLeftAlone() {
        ActivationMatrix matrix = ActivationMatrix.of(FactorFixtures.trace(Stack.ENCODER, List.of(SMALL, SMALL)),
                Stack.ENCODER, 0, 2);
        assertThat(matrix.values().data()).containsExactly(1, 0, 3, 1, 0, 3, 4, 0, 6, 4, 0, 6);
        assertThat(matrix.squaredNorm()).isEqualTo(2 * (1 + 9 + 16 + 36));
        assertThat(SMALL.data()).containsExactly(1, -2, 3, 4, -5, 6);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "-1, 1", "0, 3", "2, 3", "2, 2"})
    void aRangeWithoutALayerOrBeyondTheLastIsRefusedInWords(int from, int to) {
        assertThatThrownBy(() -> ActivationMatrix.of(FactorFixtures.trace(Stack.ENCODER, List.of(SMALL, SMALL)),
                Stack.ENCODER, from, to)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("from layer " + from + " to before layer " + to + " is no range of the encoder's 2 recorded"
                        + " layers: the first is 0, and at least one layer is needed");
    }

    @Test
    void aStackThatWasNotRecordedHasNoLayers() {
        assertThatThrownBy(
                () -> ActivationMatrix.of(FactorFixtures.trace(Stack.ENCODER, List.of(SMALL)), Stack.DECODER, 0,
                        1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("the decoder's 0 recorded layers");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void anActivationThatIsNoFiniteNumberIsNamed(float wrong) {
        Tensor damaged = Tensor.of(new float[]{1, 2, 3, 4, wrong, 6}, 2, 3);
        assertThatThrownBy(() -> ActivationMatrix.of(FactorFixtures.trace(Stack.ENCODER, List.of(SMALL, damaged)),
                Stack.ENCODER, 0, 2)).isInstanceOf(ModelException.class).hasMessage("encoder.1.mlp.act holds " + wrong
                        + " at token 1, neuron 1; factors need finite activations: check the model's weights");
    }

    /** NumPy 2.4.6: {@code (np.arange(n, dtype=np.float32) / np.float32(7)).mean()}. */
    @ParameterizedTest
    @CsvSource({"1, 0", "7, 0.42857143", "8, 0.5", "100, 7.071429", "128, 9.071428", "129, 9.142857", "1000, 71.35714",
        "12345, 881.7143", "300001, 21428.572"})
    void theMeanHasNumpysBits(int count, float mean) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i / 7f;
        }
        assertThat(FactorFixtures.matrixOf(Tensor.of(values, 1, count)).mean()).isEqualTo(mean);
    }
}
