package org.vitrine.transformer.bart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.bart.BartConfig.Specials;
import org.vitrine.transformer.bart.BartConfig.Tower;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.layer.Activation;
import org.vitrine.weights.ModelFiles;

class BartConfigTest {
    private static final String SMALL = """
            {"model_type": "bart", "encoder_layers": 3, "encoder_attention_heads": 4, "encoder_ffn_dim": 64,
             "decoder_layers": 1, "decoder_attention_heads": 6, "decoder_ffn_dim": 112,
             "d_model": 48, "max_position_embeddings": 64, "vocab_size": 516}""";

    @TempDir
    Path folder;

    private BartConfig read(String json) throws Exception {
        Files.writeString(folder.resolve("config.json"), json);
        return BartConfig.of(ConfigFile.of(ModelFiles.folder(folder)));
    }

    private BartConfig with(String keys) throws Exception {
        return read(SMALL.replace("{", "{" + keys + ", "));
    }

    @Test
    void whatIsAbsentHasTheReferencesDefaults() throws Exception {
        assertThat(read(SMALL)).isEqualTo(new BartConfig(new Tower(3, 4, 64), new Tower(1, 6, 112), 48, 64, 516,
                Activation.GELU, false, true, new Specials(0, 2, 1, 2)));
        assertThat(with("\"pad_token_id\": null").pad()).isEqualTo(1);
    }

    @Test
    void theSpecialTokensAreWhatTheFileSays() throws Exception {
        BartConfig config = with("\"bos_token_id\": 10, \"eos_token_id\": 11, \"pad_token_id\": 12,"
                + " \"decoder_start_token_id\": 13");
        assertThat(new int[]{config.begin(), config.end(), config.pad(), config.start()}).containsExactly(10, 11, 12,
                13);
    }

    @Test
    void scoresAreScaledByTheRootOfTheHeadsWidthInEachTower() throws Exception {
        BartConfig config = read(SMALL);
        assertThat(config.scaling(config.encoder())).isEqualTo((float) (1 / Math.sqrt(12)));
        assertThat(config.scaling(config.decoder())).isEqualTo((float) (1 / Math.sqrt(8)));
    }

    @Test
    void theTokenTableIsScaledByTheRootOfTheWidthWhereTheFileSaysSo() throws Exception {
        assertThat(read(SMALL).tokenScale()).isEqualTo(1);
        assertThat(with("\"scale_embedding\": true").tokenScale()).isEqualTo((float) Math.sqrt(48));
    }

    @Test
    void theDecoderReadsTheStartTokenAndThenAllIdsButTheLast() throws Exception {
        BartConfig config = with("\"decoder_start_token_id\": 7");
        assertThat(config.shifted(new int[]{0, 50, 60, 2})).containsExactly(7, 0, 50, 60);
        assertThat(config.shifted(new int[]{50})).containsExactly(7);
        assertThatThrownBy(() -> config.shifted(new int[0])).isInstanceOf(ModelException.class)
                .hasMessageContaining("the text is empty");
    }

    @Test
    void theSwitchesOfOldFilesMayStandAsTheyAreInBart() throws Exception {
        assertThat(with("\"normalize_before\": false, \"normalize_embedding\": true, \"add_final_layer_norm\": false,"
                + " \"static_position_embeddings\": false, \"extra_pos_embeddings\": 2")).isEqualTo(read(SMALL));
    }

    @Test
    void aRealFilesOtherKeysArePassedOver() {
        BartConfig config = BartConfig.of(ConfigFile.of(ModelFiles.folder(Fixtures.path("models/bart-tiny-asym"))));
        assertThat(config.encoder()).isEqualTo(new Tower(3, 4, 64));
        assertThat(config.decoder()).isEqualTo(new Tower(1, 6, 112));
        assertThat(config.activation()).isEqualTo(Activation.RELU);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    "encoder_layers": 3          | "encoder_layers": 0          | 'encoder_layers' must be a whole number of at least 1, found 0
                    "decoder_layers": 1          | "layers": 1                  | 'decoder_layers' is missing
                    "decoder_layers": 1          | "decoder_layers": "1"        | 'decoder_layers' must be a whole number of at least 1, found "1"
                    "decoder_ffn_dim": 112       | "decoder_ffn_dim": -112      | 'decoder_ffn_dim' must be a whole number of at least 1, found -112
                    "d_model": 48                | "d_model": 99999999999       | 'd_model' must be a whole number of at least 1, found 99999999999
                    "max_position_embeddings": 64, | ` `                        | 'max_position_embeddings' is missing
                    "encoder_attention_heads": 4 | "encoder_attention_heads": 5 | 'encoder_attention_heads' is 5, which does not divide d_model = 48
                    "decoder_attention_heads": 6 | "decoder_attention_heads": 7 | 'decoder_attention_heads' is 7, which does not divide d_model = 48
                    "bart"                       | "mbart"                      | 'model_type' is "mbart", but this is read as bart
                    {"model_type": "bart", | {"model_type": "bart", "activation_function": "mish",    | 'activation_function' is "mish", which is not supported; supported are gelu
                    {"model_type": "bart", | {"model_type": "bart", "decoder_start_token_id": 516,    | 'decoder_start_token_id' must be a token id from 0 to 515, found 516
                    {"model_type": "bart", | {"model_type": "bart", "eos_token_id": -1,               | 'eos_token_id' must be a token id from 0 to 515, found -1
                    {"model_type": "bart", | {"model_type": "bart", "normalize_before": true,         | 'normalize_before' is true: that is wired differently from BART
                    {"model_type": "bart", | {"model_type": "bart", "normalize_embedding": false,     | 'normalize_embedding' is false: that is wired differently from BART
                    {"model_type": "bart", | {"model_type": "bart", "add_final_layer_norm": true,     | 'add_final_layer_norm' is true: that is wired differently
                    {"model_type": "bart", | {"model_type": "bart", "static_position_embeddings": true, | 'static_position_embeddings' is true: that is wired
                    {"model_type": "bart", | {"model_type": "bart", "extra_pos_embeddings": 0,        | 'extra_pos_embeddings' is 0, which is not supported
                    {"model_type": "bart", | {"model_type": "bart", "scale_embedding": 1,             | 'scale_embedding' must be true or false, found 1
                    """)
    void aValueThatCannotBeUsedIsNamedWithWhatWasExpectedAndFound(String part, String wrong, String message) {
        assertThat(SMALL).contains(part);
        assertThatThrownBy(() -> read(SMALL.replace(part, wrong))).isInstanceOf(ModelException.class)
                .hasMessageContaining("config.json").hasMessageContaining(message).message().doesNotContain("\n");
    }

    @Test
    void moreLayersThanAnyModelHasAreRefused() {
        assertThatThrownBy(() -> read(SMALL.replace("\"decoder_layers\": 1", "\"decoder_layers\": 2000000000")))
                .isInstanceOf(ModelException.class).hasMessage("a model has at most 1000 layers, not 2000000000");
    }

    @Test
    void headsThatDoNotDivideTheWidthAreRefusedInAConfigurationMadeByHandToo() {
        assertThatThrownBy(() -> new BartConfig(new Tower(1, 4, 8), new Tower(1, 5, 8), 48, 64, 516, Activation.GELU,
                false, true, new Specials(0, 2, 1, 2))).isInstanceOf(ModelException.class)
                .hasMessage("a width of 48 cannot be dealt out evenly to 4 heads in the encoder and 5 in the decoder");
    }
}
