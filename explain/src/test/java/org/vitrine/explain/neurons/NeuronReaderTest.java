package org.vitrine.explain.neurons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;

/** Two layers of three neurons that read two tokens, small enough to check by hand; then real models. */
class NeuronReaderTest {
    private static final float[] LAYER_0 = {1, -0.1f, 3, 0, 2, -0.2f};
    private static final float[] LAYER_1 = {3, 5, 0, 1, 1, 1};

    private static NeuronReader reader(float[]... layers) {
        Recording recording = Recording.everything();
        for (int i = 0; i < layers.length; i++) {
            recording.in(Stack.DECODER).in(i, Part.MLP).keep(Site.ACT, Tensor.of(layers[i], 2, 3));
        }
        return new NeuronReader(recording.trace(), Stack.DECODER);
    }

    @Test
    void layersNeuronsAndTokensAreCounted() {
        NeuronReader reader = reader(LAYER_0, LAYER_1);
        assertThat(reader.layers()).isEqualTo(2);
        assertThat(reader.neurons(1)).isEqualTo(3);
        assertThat(reader.positions()).isEqualTo(2);
    }

    @Test
    void aNeuronsActivationsAreItsColumn() {
        NeuronText text = reader(LAYER_0, LAYER_1).text(0, 1);
        assertThat(text.activations().data()).containsExactly(-0.1f, 2);
        assertThat(text.stack()).isEqualTo(Stack.DECODER);
        assertThat(text.layer()).isZero();
        assertThat(text.neuron()).isEqualTo(1);
    }

    @Test
    void theLargestChangesComeFirstWhetherUpOrDownAndWhatDidNotChangeIsLeftOut() {
        NeuronReader before = reader(new float[]{1, 0.9f, 3, 0, 2, -0.2f}, new float[]{3, 3, 0.5f, 1, 1, 1});
        TopNeurons changes = reader(LAYER_0, LAYER_1).changes(before, 0, 5);
        assertThat(changes.neurons()).containsExactly(new NeuronActivation(1, 1, 2), new NeuronActivation(0, 1, -1),
                new NeuronActivation(1, 2, -0.5f));
        assertThat(reader(LAYER_0, LAYER_1).changes(before, 0, 1).neurons()).hasSize(1);
        assertThat(reader(LAYER_0, LAYER_1).changes(before, 1, 5).neurons()).isEmpty();
        assertThatThrownBy(() -> reader(LAYER_0, LAYER_1).changes(reader(LAYER_0), 0, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNeuronsChangeIsSignedTokenByToken() {
        NeuronText now = reader(LAYER_0, LAYER_1).text(1, 0);
        NeuronText before = reader(LAYER_1, LAYER_0).text(1, 0);
        assertThat(now.minus(before).activations().data()).containsExactly(2, 1);
        assertThatThrownBy(() -> now.minus(reader(LAYER_0, LAYER_1).text(1, 1)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("same neuron");
    }

    @Test
    void theStrongestNeuronsComeFirstAndOfEqualOnesTheLowest() {
        NeuronReader reader = reader(LAYER_0, LAYER_1);
        assertThat(reader.top(0, 3, layer -> true).neurons()).containsExactly(new NeuronActivation(1, 1, 5),
                new NeuronActivation(0, 2, 3), new NeuronActivation(1, 0, 3));
        assertThat(reader.top(1, 4, layer -> true).neurons()).containsExactly(new NeuronActivation(0, 1, 2),
                new NeuronActivation(1, 0, 1), new NeuronActivation(1, 1, 1), new NeuronActivation(1, 2, 1));
    }

    @Test
    void onlyTheLayersThatAreWantedAreLookedAt() {
        TopNeurons top = reader(LAYER_0, LAYER_1).top(0, 10, layer -> layer == 0);
        assertThat(top.position()).isZero();
        assertThat(top.neurons()).containsExactly(new NeuronActivation(0, 2, 3), new NeuronActivation(0, 0, 1),
                new NeuronActivation(0, 1, -0.1f));
    }

    @Test
    void whatIsNotThereIsSaidWithTheRange() {
        NeuronReader reader = reader(LAYER_0, LAYER_1);
        assertThatThrownBy(() -> reader.text(2, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no layer 2 in this trace's decoder; its layers go from 0 to 1");
        assertThatThrownBy(() -> reader.text(0, -1)).hasMessageContaining("no neuron -1", "0 to 2");
        assertThatThrownBy(() -> reader.top(2, 1, layer -> true)).hasMessageContaining("no position 2");
        assertThatThrownBy(() -> new NeuronReader(reader.trace(), Stack.ENCODER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("encoder.0.mlp.act was not recorded");
    }

    @Test
    void numbersThatAreNoneAreRefusedWithTheirPlace() {
        NeuronReader reader = reader(LAYER_0, new float[]{0, 0, 0, 0, Float.NaN, 0});
        assertThatThrownBy(() -> reader.text(1, 1)).isInstanceOf(ModelException.class)
                .hasMessageContaining("decoder.1.mlp.act is NaN at position 1, neuron 1");
        assertThatThrownBy(() -> reader.top(1, 1, layer -> true)).isInstanceOf(ModelException.class);
        assertThat(reader.top(0, 1, layer -> true).neurons()).containsExactly(new NeuronActivation(0, 2, 3));
    }

    @Test
    void theActivationsAreTheReferences() {
        Path resources = Path.of("../transformer/src/test/resources");
        Gpt2 model = Gpt2.load(ModelFiles.folder(resources.resolve("models/gpt2-tiny")), new ScalarOps());
        try (Safetensors golden = Safetensors.open(resources.resolve("golden/gpt2-tiny/prompt.safetensors"))) {
            Recording recording = Recording.only(name -> name.site() == Site.ACT);
            int[] ids = Arrays.stream(golden.require("input.ids").longs()).mapToInt(Math::toIntExact).toArray();
            model.forward(ids, recording);
            NeuronReader reader = new NeuronReader(recording.trace(), Stack.DECODER);
            assertThat(reader.layers()).isEqualTo(model.config().layers());
            for (int layer = 0; layer < reader.layers(); layer++) {
                float[] act = golden.require("decoder." + layer + ".mlp.act").floats();
                int width = reader.neurons(layer);
                float[] found = reader.text(layer, width - 1).activations().data();
                for (int position = 0; position < ids.length; position++) {
                    assertThat(found[position]).isCloseTo(act[position * width + width - 1], within(2e-5f));
                }
            }
        }
    }

    @Test
    void theClassroomModelHasANeuronForFullStops() {
        ModelFiles files = ModelFiles.classroom("classroom-bert");
        Tokenizer tokenizer = Tokenizers.load("classroom-bert", files::find);
        int[] ids = tokenizer.encode("The cat sat. The dog ran. She was happy.").ids();
        Recording recording = Recording.everything();
        Bert.load(files, new VectorOps()).forward(ids, new int[ids.length], recording);
        NeuronReader reader = new NeuronReader(recording.trace(), Stack.ENCODER);
        NeuronActivation top = reader.top(4, 1, layer -> true).neurons().getFirst();
        float[] activations = reader.text(top.layer(), top.neuron()).activations().data();
        assertThat(top.activation()).isEqualTo(activations[4]);
        List<Integer> strongest = IntStream.range(0, ids.length).boxed()
                .sorted((a, b) -> Float.compare(activations[b], activations[a])).limit(3).sorted().toList();
        assertThat(strongest).containsExactly(4, 8, 12);
        Tensor act = recording.trace().get(TensorName.of(Stack.ENCODER, top.layer(), Part.MLP, Site.ACT));
        assertThat(act.at(4, top.neuron())).isEqualTo(top.activation());
    }
}
