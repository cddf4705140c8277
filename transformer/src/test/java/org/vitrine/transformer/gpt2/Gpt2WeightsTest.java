package org.vitrine.transformer.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.SafetensorsWriter;
import org.vitrine.weights.TensorData;
import org.vitrine.weights.WeightsException;

class Gpt2WeightsTest {
    @TempDir
    Path folder;

    /** A copy of gpt2-tiny whose tensors were changed. */
    private Gpt2 load(UnaryOperator<List<TensorData>> change) throws Exception {
        try (Safetensors file = Safetensors.open(Fixtures.path("models/gpt2-tiny/model.safetensors"))) {
            List<TensorData> tensors = new ArrayList<>(file.entries().stream().map(entry -> file.require(entry.name()))
                    .map(t -> TensorData.floats(t.name(), t.shape(), t.floats())).toList());
            SafetensorsWriter.write(folder.resolve("model.safetensors"), Map.of(), change.apply(tensors));
        }
        Files.copy(Fixtures.path("models/gpt2-tiny/config.json"), folder.resolve("config.json"));
        return Gpt2.load(ModelFiles.folder(folder), new ScalarOps());
    }

    private static TensorData zeros(String name, long... shape) {
        return TensorData.floats(name, shape, new float[Math.toIntExact(shape[0] * shape[1])]);
    }

    @Test
    void missingAndUnexpectedTensorsAreListedTogether() {
        assertThatThrownBy(() -> load(tensors -> {
            tensors.removeIf(t -> t.name().equals("transformer.h.1.mlp.c_fc.weight"));
            tensors.add(zeros("transformer.h.1.mlp.c_fc.kernel", 2, 3));
            return tensors;
        })).isInstanceOf(WeightsException.class).hasMessageContaining("transformer.h.1.mlp.c_fc.weight")
                .hasMessageContaining("transformer.h.1.mlp.c_fc.kernel");
    }

    @Test
    void aLayerThatTheConfigurationDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> load(tensors -> {
            tensors.add(zeros("transformer.h.3.ln_1.weight", 1, 48));
            return tensors;
        })).isInstanceOf(WeightsException.class).hasMessageContaining("transformer.h.3.ln_1.weight");
    }

    @Test
    void theHeadOfAFineTunedVariantIsLeftAside() throws Exception {
        Gpt2 model = load(tensors -> {
            tensors.add(zeros("score.weight", 2, 48));
            return tensors;
        });
        assertThat(model.weights().layers()).hasSize(3);
    }

    @Test
    void aTensorOfTheWrongShapeIsNamedWithBothShapes() {
        assertThatThrownBy(() -> load(tensors -> {
            tensors.replaceAll(t -> t.name().equals("transformer.wpe.weight") ? zeros(t.name(), 32, 48) : t);
            return tensors;
        })).isInstanceOf(WeightsException.class).hasMessageContaining("transformer.wpe.weight")
                .hasMessageContaining("[64, 48]").hasMessageContaining("[32, 48]");
    }

    @Test
    void aTiedHeadIsTheTokenTableItselfAndAnUntiedOneIsNot() {
        Gpt2Weights tied = Fixtures.gpt2("gpt2-tiny-buffers", new ScalarOps()).weights();
        assertThat(tied.head().weight()).isSameAs(tied.tokens());
        Gpt2Weights untied = Fixtures.gpt2("gpt2-tiny-untied", new ScalarOps()).weights();
        assertThat(untied.head().weight()).isNotSameAs(untied.tokens());
    }
}
