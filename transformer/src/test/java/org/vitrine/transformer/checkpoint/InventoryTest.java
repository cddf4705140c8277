package org.vitrine.transformer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.checkpoint.LeftOut.Reason;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.SafetensorsWriter;
import org.vitrine.weights.TensorData;
import org.vitrine.weights.WeightsException;

class InventoryTest {
    @TempDir
    private Path folder;

    private Checkpoint checkpoint(String... names) {
        SafetensorsWriter.write(folder.resolve("model.safetensors"), Map.of(), Stream.of(names)
                .map(name -> TensorData.floats(name, new long[]{1}, new float[1])).toList());
        return Checkpoint.open(ModelFiles.folder(folder));
    }

    private static TensorPlan plan() {
        TensorPlan plan = new TensorPlan();
        plan.add("table", "decoder.embed.tokens", "head.logits");
        plan.addPairs("h.0.", "decoder.0.", TensorPlan.table("""
                both  attn.q attn.k
                out   attn.out
                """));
        return plan;
    }

    @Test
    void everyTensorIsUsedMissingOrUnused() {
        try (Checkpoint checkpoint = checkpoint("table", "h.0.both.weight", "h.0.out.weight", "h.0.out.bias", "mask",
                "strange")) {
            Inventory inventory = plan().inventory(checkpoint,
                    name -> name.equals("mask") ? Optional.of(LeftOut.MASK) : Optional.empty());
            assertThat(inventory.used()).containsExactly(
                    entry("table", List.of("decoder.embed.tokens", "head.logits")),
                    entry("h.0.both.weight", List.of("decoder.0.attn.q", "decoder.0.attn.k")),
                    entry("h.0.out.weight", List.of("decoder.0.attn.out")),
                    entry("h.0.out.bias", List.of("decoder.0.attn.out")));
            assertThat(inventory.missing()).containsExactly(
                    entry("h.0.both.bias", List.of("decoder.0.attn.q", "decoder.0.attn.k")));
            assertThat(inventory.unused()).containsOnlyKeys("mask", "strange");
            assertThat(inventory.unused().get("strange").reason()).isEqualTo(Reason.UNKNOWN);
            assertThat(inventory.complete()).isFalse();
            assertThatThrownBy(() -> inventory.check(checkpoint)).isInstanceOf(WeightsException.class)
                    .hasMessageContaining("missing: \"h.0.both.bias\"")
                    .hasMessageContaining("unexpected: \"strange\"").message().doesNotContain("mask");
        }
    }

    @Test
    void aCheckpointThatHasAllAndHarmlessRestIsComplete() {
        try (Checkpoint checkpoint = checkpoint("table", "h.0.both.weight", "h.0.both.bias", "h.0.out.weight",
                "h.0.out.bias", "score.weight")) {
            Inventory inventory = plan().inventory(checkpoint, name -> Optional.of(LeftOut.head("test head")));
            assertThat(inventory.complete()).isTrue();
            inventory.check(checkpoint);
            assertThat(inventory.unused().get("score.weight").sentence())
                    .isEqualTo("a test head, not run here");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h.0.both.SCB", "h.0.both.weight_format", "h.0.out.qweight", "h.0.out.qzeros",
        "h.0.out.scales", "h.0.out.g_idx", "h.0.both.weight.absmax", "h.0.both.weight.quant_map",
        "h.0.both.weight.quant_state.bitsandbytes__nf4", "h.0.out.weight_scale", "h.0.out.weight_packed"})
    void partsOfQuantisedWeightsAreRefusedAsSuch(String name) {
        try (Checkpoint checkpoint = checkpoint("table", name)) {
            Inventory inventory = plan().inventory(checkpoint, each -> Optional.empty());
            assertThat(inventory.unused().get(name).reason()).isEqualTo(Reason.QUANTISED);
            assertThatThrownBy(() -> inventory.check(checkpoint)).isInstanceOf(ModelException.class)
                    .hasMessageContaining("quantised").hasMessageContaining("float32");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base_model.model.h.0.out.lora_A.weight", "h.0.out.lora_B.default.weight",
        "table.lora_embedding_A"})
    void partsOfAnAdapterAreRefusedAsSuch(String name) {
        try (Checkpoint checkpoint = checkpoint("table", name)) {
            Inventory inventory = plan().inventory(checkpoint, each -> Optional.empty());
            assertThatThrownBy(() -> inventory.check(checkpoint)).isInstanceOf(ModelException.class)
                    .hasMessageContaining("adapter").hasMessageContaining("merge");
        }
    }
}
