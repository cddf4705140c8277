package org.vitrine.transformer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.GenerationSettings.Tokens;
import org.vitrine.weights.ModelFiles;

class GenerationSettingsTest {
    /** What facebook/bart-large-cnn's file says. */
    private static final String CNN = """
            {"_from_model_config": true, "bos_token_id": 0, "decoder_start_token_id": 2, "early_stopping": true,
             "eos_token_id": 2, "forced_bos_token_id": 0, "forced_eos_token_id": 2, "length_penalty": 2.0,
             "max_length": 142, "min_length": 56, "no_repeat_ngram_size": 3, "num_beams": 4, "pad_token_id": 1,
             "transformers_version": "4.27.0.dev0"}""";

    @TempDir
    Path folder;

    private GenerationSettings read(String file, String json) throws Exception {
        Files.writeString(folder.resolve(file), json);
        return GenerationSettings.of(ModelFiles.folder(folder), 512);
    }

    private GenerationSettings read(String json) throws Exception {
        return read("generation_config.json", json);
    }

    @Test
    void everyKeyIsRead() throws Exception {
        assertThat(read(CNN)).isEqualTo(new GenerationSettings(4, new Lengths(142, 56, 0, 0), 2,
                EarlyStopping.WHEN_FULL, 3, new Tokens(2, 0, 2, 2)));
    }

    @Test
    void theFileOfATinyModelIsRead() {
        GenerationSettings settings = GenerationSettings.of(ModelFiles.folder(Fixtures.path("models/bart-tiny")), 516);
        assertThat(settings).isEqualTo(new GenerationSettings(4, Lengths.of(12, 40), 2, EarlyStopping.WHEN_FULL, 3,
                new Tokens(2, 0, 2, 2)));
        assertThat(settings.minLength()).isEqualTo(12);
        assertThat(settings.maxLength()).isEqualTo(40);
        assertThat(settings.forcedFirst()).isZero();
        assertThat(settings.forcedLast()).isEqualTo(2);
    }

    @Test
    void whatIsAbsentOrNullHasTheReferencesDefaults() throws Exception {
        assertThat(read("{}")).isEqualTo(GenerationSettings.DEFAULT);
        assertThat(read("""
                {"num_beams": null, "max_length": null, "early_stopping": null, "forced_bos_token_id": null}"""))
                .isEqualTo(GenerationSettings.DEFAULT);
        assertThat(GenerationSettings.DEFAULT.maxLength()).isEqualTo(20);
    }

    @Test
    void anOlderCheckpointSaysItInItsConfiguration() throws Exception {
        GenerationSettings settings = read("config.json", """
                {"model_type": "bart", "num_beams": 2, "max_length": 62, "early_stopping": "never",
                 "task_specific_params": {"summarization": {"num_beams": 9, "min_length": 50}}}""");
        assertThat(settings).isEqualTo(new GenerationSettings(2, Lengths.of(0, 62), 1, EarlyStopping.WHEN_HOPELESS, 0,
                new Tokens(2, -1, 2, 2)));
    }

    @Test
    void bartsOwnTokensAreKnownUnlessAFileSaysOtherwise() throws Exception {
        assertThat(read("config.json", """
                {"model_type": "bart", "forced_eos_token_id": null, "eos_token_id": 7, "decoder_start_token_id": 5}""")
                .tokens()).isEqualTo(new Tokens(5, -1, -1, 7));
        assertThat(read("config.json", "{\"model_type\": \"gpt2\"}").tokens()).isEqualTo(Tokens.NONE);
        assertThat(read("generation_config.json", "{}").tokens()).isEqualTo(Tokens.NONE);
    }

    @Test
    void whatWouldPlayWithATerminalIsLeftOutOfMessages() {
        for (String json : new String[]{"{\"num_beams\": fal\u0085\u001bse}",
            "{\"num_beams\": \"\\u001b[2J\\u0085\\n\"}"}) {
            assertThatThrownBy(() -> read(json)).isInstanceOf(ModelException.class)
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContainPattern("\\p{Cc}"));
        }
    }

    @Test
    void aGenerationFileAloneCounts() throws Exception {
        read("{\"bos_token_id\": 3}");
        GenerationSettings settings = read("config.json", "{\"model_type\": \"bart\", \"num_beams\": 9}");
        assertThat(settings).isEqualTo(GenerationSettings.DEFAULT.withTokens(new Tokens(3, -1, -1, -1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`',
            textBlock = """
                    "num_beams": 0                | 'num_beams' must be a whole number of at least 1, found 0
                    "num_beams": 2000000000       | 'num_beams' must be at most 100, found 2000000000
                    "max_length": 0               | 'max_length' must be a whole number of at least 1, found 0
                    "max_length": "142"           | 'max_length' must be a whole number of at least 1, found "142"
                    "min_length": -1              | 'min_length' must be a whole number of at least 0, found -1
                    "max_new_tokens": 0           | 'max_new_tokens' must be a whole number of at least 1, found 0
                    "min_new_tokens": 1.5         | 'min_new_tokens' must be a whole number of at least 0, found 1.5
                    "no_repeat_ngram_size": true  | 'no_repeat_ngram_size' must be a whole number of at least 0, found true
                    "length_penalty": "2"         | 'length_penalty' must be a number, found "2"
                    "length_penalty": 1e999       | 'length_penalty' must be a number, found 1e999
                    "length_penalty": -1000       | 'length_penalty' must be −100 to 100, found -1000.0
                    "early_stopping": "always"    | 'early_stopping' must be one of true, false, "never", found "always"
                    "early_stopping": "true"      | 'early_stopping' must be one of true, false, "never", found "true"
                    "early_stopping": 1           | 'early_stopping' must be one of true, false, "never", found 1
                    "eos_token_id": [2, 3]        | 'eos_token_id' must be a token id from 0 to 511, found […
                    "eos_token_id": 512           | 'eos_token_id' must be a token id from 0 to 511, found 512
                    "forced_bos_token_id": -1     | 'forced_bos_token_id' must be a token id from 0 to 511, found -1
                    "decoder_start_token_id": 1e3 | 'decoder_start_token_id' must be a token id from 0 to 511, found 1e3
                    "num_beams": 4, "num_beams":4 | is not valid JSON: Duplicate
                    """)
    void aValueThatCannotBeUsedIsNamedWithWhatWasExpectedAndFound(String part, String message) {
        assertThatThrownBy(() -> read("{" + part + "}")).isInstanceOf(ModelException.class)
                .hasMessageContaining("generation_config.json").hasMessageContaining(message).message()
                .doesNotContain("\n");
        assertThatThrownBy(() -> {
            Files.delete(folder.resolve("generation_config.json"));
            read("config.json", "{" + part + "}");
        }).isInstanceOf(ModelException.class).hasMessageContaining("/config.json").hasMessageContaining(message);
    }

    @Test
    void whatIsAskedForAndNotFollowedIsNamed() throws Exception {
        read("""
                {"repetition_penalty": 1.2, "do_sample": true, "suppress_tokens": [1], "num_beam_groups": 2}""");
        assertThat(GenerationSettings.leftOut(ModelFiles.folder(folder))).containsExactly("num_beam_groups",
                "repetition_penalty", "suppress_tokens", "do_sample");
        read("""
                {"repetition_penalty": 1.0, "do_sample": false, "suppress_tokens": null, "num_beam_groups": 1}""");
        assertThat(GenerationSettings.leftOut(ModelFiles.folder(folder))).isEmpty();
        read(CNN);
        assertThat(GenerationSettings.leftOut(ModelFiles.folder(folder))).isEmpty();
    }

    @Test
    void lengthsThatCountFromThePromptAreAddedToIt() throws Exception {
        GenerationSettings settings = read("{\"max_new_tokens\": 30, \"min_new_tokens\": 5, \"max_length\": 9}");
        assertThat(settings.forPrompt(7, 1000).lengths()).isEqualTo(Lengths.of(12, 37));
        assertThat(settings.withMaxLength(10).withMinLength(2).forPrompt(7, 1000).lengths())
                .isEqualTo(Lengths.of(2, 10));
        assertThat(GenerationSettings.DEFAULT.forPrompt(7, 1000).maxLength()).isEqualTo(27);
        assertThat(GenerationSettings.DEFAULT.withMaxNew(3).forPrompt(7, 1000).maxLength()).isEqualTo(10);
    }

    @Test
    void noTextIsLongerThanTheModelReads() {
        assertThat(GenerationSettings.DEFAULT.withMaxLength(142).forPrompt(1, 64).maxLength()).isEqualTo(64);
        assertThat(GenerationSettings.DEFAULT.withMaxNew(Integer.MAX_VALUE).forPrompt(1, 64).maxLength()).isEqualTo(64);
    }

    @Test
    void rulesComeInTheReferencesOrder() throws Exception {
        float[] scores = new float[512];
        GenerationSettings settings = read(CNN).withMaxLength(2);
        assertThat(settings.rules()).hasSize(4);
        Scores.apply(settings.rules(), scores, new int[]{2});
        assertThat(scores[2]).as("forced last, although the text is too short to end").isZero();
        assertThat(scores[0]).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(GenerationSettings.DEFAULT.withMaxLength(20).rules()).isEmpty();
        assertThat(GenerationSettings.DEFAULT.withMaxLength(20).withMinLength(5).rules())
                .as("a text without an end token").isEmpty();
        assertThatThrownBy(GenerationSettings.DEFAULT::rules).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsOverriddenIsWhatIsAskedFor() throws Exception {
        GenerationSettings settings = read(CNN).withBeams(2).withLengthPenalty(-0.5).withNoRepeat(0)
                .withEarlyStopping(EarlyStopping.WHEN_UNLIKELY).withMinLength(1).withMaxLength(9);
        assertThat(settings).isEqualTo(new GenerationSettings(2, Lengths.of(1, 9), -0.5, EarlyStopping.WHEN_UNLIKELY, 0,
                new Tokens(2, 0, 2, 2)));
    }

    @Test
    void whatNobodyCanAskForIsRefused() {
        GenerationSettings settings = GenerationSettings.DEFAULT;
        assertThatThrownBy(() -> settings.withBeams(0)).isInstanceOf(ModelException.class)
                .hasMessage("the number of beams must be 1 to 100, not 0");
        assertThatThrownBy(() -> settings.withBeams(101)).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> settings.withLengthPenalty(Double.NaN)).isInstanceOf(ModelException.class)
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> settings.withNoRepeat(-1)).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> settings.withMaxLength(0)).isInstanceOf(ModelException.class)
                .hasMessageContaining("0 (max_length)");
        assertThatThrownBy(() -> settings.withMinLength(-1)).isInstanceOf(ModelException.class);
    }
}
