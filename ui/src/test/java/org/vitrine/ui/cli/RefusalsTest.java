package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be run is refused in one sentence that names it and what to take instead. */
class RefusalsTest {
    @TempDir
    private Path folder;

    private String model(String key, String value) throws IOException {
        BrokenFiles.folder(folder, Files.readAllBytes(Run.TINY.resolve("model.safetensors")));
        String config = Files.readString(folder.resolve("config.json"));
        Files.writeString(folder.resolve("config.json"), key.equals("model_type")
                ? config.replaceFirst("\"model_type\": *\"gpt2\"", "\"model_type\": \"" + value + "\"")
                : config.replaceFirst("\\{", "{\"" + key + "\": " + value + ","));
        return folder.toString();
    }

    private static String refusal(String model) {
        Run run = Run.of("predictions", "The cat", "-m", model);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaint()).doesNotContain("Exception", "at org.", "bug", "\u001b");
        return run.complaint();
    }

    @ParameterizedTest
    @CsvSource({"roberta, RoBERTa, bert-base-uncased", "xlm-roberta, XLM-RoBERTa, bert-base-uncased",
        "camembert, CamemBERT, bert-base-uncased", "distilbert, DistilBERT, bert-base-uncased",
        "albert, ALBERT, bert-base-uncased", "electra, ELECTRA, bert-base-uncased",
        "deberta, DeBERTa, bert-base-uncased", "deberta-v2, DeBERTa, bert-base-uncased",
        "mpnet, MPNet, bert-base-uncased", "xlnet, XLNet, bert-base-uncased",
        "modernbert, ModernBERT, bert-base-uncased", "t5, T5, facebook/bart-base", "mt5, mT5, facebook/bart-base",
        "mbart, mBART, facebook/bart-base", "pegasus, Pegasus, facebook/bart-base",
        "marian, Marian, facebook/bart-base", "blenderbot, BlenderBot, facebook/bart-base",
        "led, LED, facebook/bart-base", "gpt_neo, GPT-Neo, gpt2", "gpt_neox, GPT-NeoX, gpt2", "gptj, GPT-J, gpt2",
        "opt, OPT, gpt2", "bloom, BLOOM, gpt2", "llama, LLaMA, gpt2", "mistral, Mistral, gpt2", "qwen2, Qwen, gpt2",
        "qwen3, Qwen, gpt2", "gemma, Gemma, gpt2", "gemma3_text, Gemma, gpt2", "phi, Phi, gpt2", "phi3, Phi, gpt2",
        "bert-generation, BERT that writes, gpt2", "whisper, Whisper, models of text", "clip, CLIP, models of text",
        "vit, ViT, models of text", "wav2vec2, Wav2Vec2, models of text", "my-bert, my-bert, bert-base-uncased",
        "fancy_vision, fancy_vision, models of text", "audio_thing, audio_thing, models of text",
        "newt5, newt5, facebook/bart-base", "newllm, newllm, gpt2", "quux, quux, gpt2"})
    void anotherKindIsNamedAsPeopleKnowItWithTheNearestThatIsSupported(String type, String name, String nearest)
            throws IOException {
        assertThat(refusal(model("model_type", type))).contains("config.json", name,
                "not supported; supported: gpt2, bert, bart; ", nearest);
    }

    @Test
    void aConfigurationThatDoesNotSayItsKindIsToldWhatToAdd() throws IOException {
        assertThat(refusal(model("model_type", "")))
                .contains("'model_type' is missing", "supported: gpt2, bert, bart; add the one that it is");
    }

    @Test
    void quantisedWeightsAreRefusedByTheirConfiguration() throws IOException {
        assertThat(refusal(model("quantization_config", "{\"quant_method\": \"gptq\", \"bits\": 4}")))
                .contains("'quantization_config'", "quantised", "float32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adapter_config.json", "adapter_model.safetensors"})
    void anAdapterIsNoModel(String file) throws IOException {
        Files.writeString(folder.resolve(file), "{}");
        assertThat(refusal(folder.toString())).contains(file, "adapter", "merge");
    }

    @ParameterizedTest
    @CsvSource({"model.Q4_K_M.gguf, GGUF", "model.onnx, ONNX", "tf_model.h5, TensorFlow", "flax_model.msgpack, Flax",
        "model.ckpt.index, TensorFlow", "rust_model.ot, Rust", "model.tflite, TensorFlow Lite", "weights.pth, PyTorch"})
    void weightsInAnotherFormatAreNamed(String file, String format) throws IOException {
        Files.write(folder.resolve(file), new byte[100]);
        assertThat(refusal(folder.toString())).contains("there is no file \"config.json\"", file, format);
        assertThat(refusal(folder.resolve(file).toString())).contains(file, format);
        assertThat(Run.of("inspect", folder.resolve(file).toString()).complaint()).contains(file, format);
        Files.copy(Run.TINY.resolve("config.json"), folder.resolve("config.json"));
        assertThat(refusal(folder.toString())).contains("expected model.safetensors", file, format);
    }

    @Test
    void besideWeightsThatAreReadNoOtherFileIsBlamed() throws IOException {
        Files.write(folder.resolve("training_args.bin"), new byte[100]);
        Files.copy(Run.TINY.resolve("model.safetensors"), folder.resolve("model.safetensors"));
        assertThat(refusal(folder.toString())).contains("there is no file \"config.json\"")
                .doesNotContain("training_args", "PyTorch");
    }
}
