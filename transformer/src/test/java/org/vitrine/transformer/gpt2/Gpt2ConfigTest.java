package org.vitrine.transformer.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.layer.Activation;
import org.vitrine.weights.ModelFiles;

class Gpt2ConfigTest {
    private static final String SMALL = """
            {"model_type": "gpt2", "n_layer": 3, "n_head": 4, "n_embd": 48, "n_positions": 64, "vocab_size": 512}""";

    @TempDir
    Path folder;

    private Gpt2Config read(String json) throws Exception {
        Files.writeString(folder.resolve("config.json"), json);
        return Gpt2Config.of(ConfigFile.of(ModelFiles.folder(folder)));
    }

    @Test
    void whatIsAbsentHasTheReferencesDefaults() throws Exception {
        assertThat(read(SMALL)).isEqualTo(
                new Gpt2Config(3, 4, 48, 192, 64, 512, Activation.GELU_TANH, 1e-5f, true, false, true, -1));
    }

    @Test
    void scoresAreScaledByTheRootOfTheHeadsWidth() throws Exception {
        assertThat(read(SMALL).scaling(2)).isEqualTo((float) (1 / Math.sqrt(12)));
        assertThat(read(SMALL.replace("{", "{\"scale_attn_by_inverse_layer_idx\": true, ")).scaling(2))
                .isEqualTo((float) (1 / Math.sqrt(12) / 3));
        assertThat(read(SMALL.replace("{", "{\"scale_attn_weights\": false, ")).scaling(2)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    "n_layer": 3            | "n_layer": 0                | 'n_layer' must be a whole number of at least 1, found 0
                    "n_layer": 3            | "n_layer": 2.5              | 'n_layer' must be a whole number of at least 1, found 2.5
                    "n_layer": 3            | "n_layer": "3"              | 'n_layer' must be a whole number of at least 1, found "3"
                    "n_layer": 3            | "n_layer": 99999999999      | 'n_layer' must be a whole number of at least 1, found 99999999999
                    "n_layer": 3            | "layers": 3                 | 'n_layer' is missing
                    "n_embd": 48            | "n_embd": 536870912         | 'n_embd' is 536870912, wider than any model
                    "n_head": 4             | "n_head": 5                 | 'n_head' is 5, which does not divide n_embd = 48
                    "n_head": 4             | "n_head": 4, "n_head": 4    | is not valid JSON: Duplicate
                    "gpt2"                  | "bert"                      | 'model_type' is "bert", but this is read as gpt2
                    {"model_type": "gpt2",  | {"model_type": "gpt2", "activation_function": "mish", | 'activation_function' is "mish", which is not supported; supported are gelu, gelu_new
                    {"model_type": "gpt2",  | {"model_type": "gpt2", "layer_norm_epsilon": -1,      | 'layer_norm_epsilon' must be a number above 0, found -1
                    {"model_type": "gpt2",  | {"model_type": "gpt2", "layer_norm_epsilon": 1e99,    | 'layer_norm_epsilon' must be a number above 0
                    {"model_type": "gpt2",  | {"model_type": "gpt2", "eos_token_id": 512,           | 'eos_token_id' must be a token id from 0 to 511, found 512
                    {"model_type": "gpt2",  | {"model_type": "gpt2", "add_cross_attention": true,   | a GPT-2 that attends to an encoder is not supported
                    {"model_type": "gpt2",  | {"model_type": "gpt2", "scale_attn_weights": 1,       | 'scale_attn_weights' must be true or false, found 1
                    {"model_type": "gpt2",  | {"model_type": ["gpt2"],    | 'model_type' must be a text, found […
                    {"model_type": "gpt2",  | {{                          | is not valid JSON
                    """)
    void aValueThatCannotBeUsedIsNamedWithWhatWasExpectedAndFound(String part, String wrong, String message) {
        assertThatThrownBy(() -> read(SMALL.replace(part, wrong))).isInstanceOf(ModelException.class)
                .hasMessageContaining("config.json").hasMessageContaining(message).message().doesNotContain("\n");
    }

    @Test
    void moreLayersThanAnyModelHasAreRefused() {
        assertThatThrownBy(() -> read(SMALL.replace("\"n_layer\": 3", "\"n_layer\": 2000000000")))
                .isInstanceOf(ModelException.class).hasMessage("a model has at most 1000 layers, not 2000000000");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> read("[]")).isInstanceOf(ModelException.class)
                .hasMessageContaining("expected a JSON object");
        assertThatThrownBy(() -> read("")).isInstanceOf(ModelException.class)
                .hasMessageContaining("expected a JSON object");
        assertThatThrownBy(() -> read(SMALL + "{}")).isInstanceOf(ModelException.class)
                .hasMessageContaining("found more");
    }

    @Test
    void theTextsOfAListAreReadAndAllElseInItIsPassedOver() throws Exception {
        Files.writeString(folder.resolve("config.json"),
                "{\"a\": [\"x\", 1, [\"y\"], {\"b\": \"z\"}, null, \"w\"], \"c\": \"d\", \"e\": 5}");
        ConfigFile file = ConfigFile.of(ModelFiles.folder(folder));
        assertThat(file.texts("a")).containsExactly("x", "w");
        assertThat(file.texts("c")).isEmpty();
        assertThat(file.texts("none")).isEmpty();
        assertThat(file.count("e")).isEqualTo(5);
        assertThatThrownBy(() -> read("{\"a\": [\"x\"")).isInstanceOf(ModelException.class)
                .hasMessageContaining("is not valid JSON");
    }

    @Test
    void whatIsNestedIsPassedOver() throws Exception {
        assertThat(read(SMALL.replace("{", "{\"task_specific_params\": {\"n_layer\": [9, {}]}, ")).layers())
                .isEqualTo(3);
    }
}
