package org.vitrine.transformer.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.layer.Activation;
import org.vitrine.weights.ModelFiles;

class BertConfigTest {
    private static final String SMALL = """
            {"model_type": "bert", "num_hidden_layers": 3, "num_attention_heads": 4, "hidden_size": 48,
            "intermediate_size": 96, "max_position_embeddings": 64, "vocab_size": 500}""";

    @TempDir
    Path folder;

    private BertConfig read(String json) throws Exception {
        Files.writeString(folder.resolve("config.json"), json);
        return BertConfig.of(ConfigFile.of(ModelFiles.folder(folder)));
    }

    @Test
    void whatIsAbsentHasTheReferencesDefaults() throws Exception {
        assertThat(read(SMALL))
                .isEqualTo(new BertConfig(3, 4, 48, 96, 64, 500, 2, Activation.GELU, 1e-12f, true));
    }

    @Test
    void whatIsThereIsRead() throws Exception {
        String keys = """
                {"type_vocab_size": 1, "hidden_act": "relu", "layer_norm_eps": 1e-5, "tie_word_embeddings": false,
                "position_embedding_type": "absolute", "is_decoder": false,""";
        assertThat(read(SMALL.replace("{", keys)))
                .isEqualTo(new BertConfig(3, 4, 48, 96, 64, 500, 1, Activation.RELU, 1e-5f, false));
    }

    @Test
    void scoresAreScaledByTheRootOfTheHeadsWidth() throws Exception {
        assertThat(read(SMALL).scaling()).isEqualTo((float) (1 / Math.sqrt(12)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"num_hidden_layers", "num_attention_heads", "hidden_size", "intermediate_size",
        "max_position_embeddings", "vocab_size"})
    void aSizeThatIsMissingIsNamed(String key) {
        assertThatThrownBy(() -> read(SMALL.replace(key, "other"))).isInstanceOf(ModelException.class)
                .hasMessageEndingWith(
                        "/config.json: '" + key + "' is missing; it must be a whole number of at least 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    "num_hidden_layers": 3   | "num_hidden_layers": 0    | 'num_hidden_layers' must be a whole number of at least 1, found 0
                    "num_hidden_layers": 3   | "num_hidden_layers": 1001 | a model has at most 1000 layers, not 1001
                    "num_attention_heads": 4 | "num_attention_heads": 5  | config.json: 'num_attention_heads' is 5, which does not divide hidden_size = 48
                    "bert"                   | "roberta"                 | 'model_type' is "roberta", but this is read as bert
                    "bert",                  | "bert", "hidden_act": "a\\u0000\\u001b[2J", | 'hidden_act' is "a [2J", which is not supported
                    "bert",                  | "bert", "hidden_act": "mish",        | 'hidden_act' is "mish", which is not supported; supported are gelu, gelu_new
                    "bert",                  | "bert", "layer_norm_eps": 0,         | 'layer_norm_eps' must be a number above 0, found 0
                    "bert",                  | "bert", "type_vocab_size": 0,        | 'type_vocab_size' must be a whole number of at least 1, found 0
                    "bert",                  | "bert", "tie_word_embeddings": 1,    | 'tie_word_embeddings' must be true or false, found 1
                    "bert",                  | "bert", "is_decoder": true,          | 'is_decoder' is true: a BERT that writes is not supported
                    "bert",                  | "bert", "add_cross_attention": true, | 'add_cross_attention' is true: a BERT that writes is not supported
                    "bert",                  | "bert", "position_embedding_type": "relative_key", | 'position_embedding_type' is "relative_key", which is not supported; only absolute positions are
                    """)
    void aValueThatCannotBeUsedIsNamedWithWhatWasExpectedAndFound(String part, String wrong, String message) {
        assertThat(SMALL).contains(part);
        assertThatThrownBy(() -> read(SMALL.replace(part, wrong))).isInstanceOf(ModelException.class)
                .hasMessageContaining(message).message().doesNotContain("\n");
    }
}
