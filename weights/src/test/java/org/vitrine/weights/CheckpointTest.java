package org.vitrine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.vitrine.weights.TestFiles.model;
import static org.vitrine.weights.TestFiles.refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking tensors up in tiny but complete models, as a model's weights are loaded. */
class CheckpointTest {
    @TempDir
    Path folder;

    private static Checkpoint open(String name) {
        return Checkpoint.open(ModelFiles.folder(model(name)));
    }

    private static String refusedCheck(Checkpoint checkpoint, List<String> expected) {
        return refusal(() -> {
            checkpoint.check(expected, name -> name.endsWith(".attn.bias"));
            return null;
        });
    }

    @Test
    void shardsAreOneCheckpoint() {
        try (Checkpoint checkpoint = open("gpt2-tiny-sharded")) {
            assertThat(checkpoint.names()).hasSize(40).contains("transformer.wte.weight");
            float[] table = checkpoint.floats("transformer.wte.weight", 512, 48);
            assertThat(table).hasSize(512 * 48).startsWith(0.21903521f, 0.1169008f, 0.4566868f, 0.50213546f);
        }
    }

    @Test
    void aPrefixNarrowsTheNames() {
        try (Checkpoint checkpoint = open("gpt2-tiny-sharded")) {
            Checkpoint attention = checkpoint.in("transformer").in("h.0").in("attn");
            assertThat(attention.has("c_attn.weight")).isTrue();
            assertThat(attention.has("transformer.h.0.attn.c_attn.weight")).isFalse();
            assertThat(attention.names()).containsExactlyInAnyOrder("c_attn.weight", "c_attn.bias", "c_proj.weight",
                    "c_proj.bias");
            assertThat(attention.require("c_attn.weight", 48, 144).name())
                    .isEqualTo("transformer.h.0.attn.c_attn.weight");
            assertThat(attention.find("c_attn.bias")).isPresent();
            assertThat(attention.find("bias")).isEmpty();
            assertThat(checkpoint.in("")).isSameAs(checkpoint);
            assertThat(checkpoint.in("trans").names()).isEmpty();
        }
    }

    @Test
    void aWrongShapeIsReportedByItsFullName() {
        try (Checkpoint checkpoint = open("gpt2-tiny-sharded")) {
            Checkpoint layer = checkpoint.in("transformer.h.0");
            assertThat(refusal(() -> layer.require("attn.c_attn.weight", 144, 48))).isEqualTo(checkpoint.source()
                    + ": tensor \"transformer.h.0.attn.c_attn.weight\" has shape [48, 144], expected [144, 48];"
                    + " config.json and weights do not belong together");
            assertThat(refusal(() -> layer.floats("ln_1.weight"))).contains("has shape [48], expected []");
        }
    }

    @Test
    void aMissingTensorIsReportedWithNamesThatResembleIt() {
        try (Checkpoint checkpoint = open("gpt2-tiny-sharded")) {
            assertThat(refusal(() -> checkpoint.require("wte.weight", 512, 48))).isEqualTo(checkpoint.source()
                    + ": there is no tensor \"wte.weight\", expected one of shape [512, 48]; did you mean"
                    + " \"transformer.wte.weight\"?");
        }
    }

    @Test
    void buffersOfAllKindsAreReadAndMayBeIgnored() {
        try (Checkpoint checkpoint = open("gpt2-tiny-buffers")) {
            Checkpoint layers = checkpoint.in("transformer.h");
            for (String mask : List.of("0.attn.bias", "1.attn.bias", "2.attn.bias")) {
                float[] triangle = layers.floats(mask, 1, 1, 64, 64);
                for (int i = 0; i < 64 * 64; i++) {
                    assertThat(triangle[i]).isEqualTo(i % 64 <= i / 64 ? 1 : 0);
                }
            }
            assertThat(layers.require("0.attn.bias", 1, 1, 64, 64).dtype()).isEqualTo(DType.U8);
            assertThat(layers.require("1.attn.bias", 1, 1, 64, 64).dtype()).isEqualTo(DType.BOOL);
            assertThat(layers.floats("0.attn.masked_bias")).containsExactly(-10000);
        }
    }

    @Test
    void checkListsWhatIsMissingAndWhatIsUnexpectedAtOnce() {
        try (Checkpoint checkpoint = open("gpt2-tiny-buffers")) {
            List<String> names = new ArrayList<>(checkpoint.names());
            assertThatCode(() -> checkpoint.check(names, name -> false)).doesNotThrowAnyException();
            names.removeIf(name -> name.endsWith(".attn.bias"));
            assertThatCode(() -> checkpoint.check(names, name -> name.endsWith(".attn.bias")))
                    .doesNotThrowAnyException();
            names.remove("lm_head.weight");
            names.add("transformer.h.3.ln_1.weight");
            assertThat(refusedCheck(checkpoint, names)).isEqualTo(checkpoint.source() + ": the tensors are not those of"
                    + " this kind of model; missing: \"transformer.h.3.ln_1.weight\"; unexpected: \"lm_head.weight\"");
        }
    }

    @Test
    void checkShortensLongListsAndGivesFullNames() {
        try (Checkpoint checkpoint = open("gpt2-tiny-buffers")) {
            assertThat(refusedCheck(checkpoint.in("transformer"), List.of("wte.weight", "x"))).contains(
                    "missing: \"transformer.x\"; unexpected: \"transformer.", " and 32 more").hasSizeLessThan(700);
        }
    }

    @Test
    void halfPrecisionModelsHoldTheSameNumbersRounded() {
        try (Checkpoint exact = open("gpt2-tiny-sharded");
                Checkpoint half = open("gpt2-tiny-f16");
                Checkpoint brain = open("gpt2-tiny-bf16")) {
            for (String name : exact.names()) {
                StoredTensor tensor = exact.find(name).orElseThrow();
                float[] expected = tensor.floats();
                float[] halves = half.floats(name, tensor.shape());
                float[] brains = brain.floats(name, tensor.shape());
                for (int i = 0; i < expected.length; i++) {
                    assertThat(halves[i]).isEqualTo(Float.float16ToFloat(Float.floatToFloat16(expected[i])));
                    assertThat(Math.abs(brains[i] - expected[i])).isLessThanOrEqualTo(Math.abs(expected[i]) / 256);
                }
            }
        }
    }

    @Test
    void closingClosesEveryShard() {
        Checkpoint checkpoint = open("gpt2-tiny-sharded");
        checkpoint.close();
        for (String name : checkpoint.names()) {
            StoredTensor tensor = checkpoint.find(name).orElseThrow();
            assertThat(refusal(tensor::floats)).endsWith("is read after it was closed");
        }
    }

    @Test
    void aModelWithPicklesOnlyIsToldHowToConvert() throws IOException {
        Path file = Files.createFile(folder.resolve("pytorch_model.bin"));
        assertThat(refusal(() -> Checkpoint.open(ModelFiles.folder(folder)))).isEqualTo(folder + ": has"
                + " pytorch_model.bin but no model.safetensors; convert it once in Python: load it with transformers'"
                + " class for this model, for example GPT2LMHeadModel.from_pretrained(folder), and call"
                + " save_pretrained(folder)");
        Files.move(file, folder.resolve("pytorch_model.bin.index.json"));
        assertThat(refusal(() -> Checkpoint.open(ModelFiles.folder(folder))))
                .contains("has pytorch_model.bin.index.json but no model.safetensors");
    }

    @Test
    void aFolderWithoutWeightsIsNamed() {
        assertThat(refusal(() -> Checkpoint.open(ModelFiles.folder(folder)))).isEqualTo(
                folder + ": expected model.safetensors or model.safetensors.index.json, found neither");
    }
}
