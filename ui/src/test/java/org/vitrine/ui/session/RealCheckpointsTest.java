package org.vitrine.ui.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.transformer.checkpoint.Inventory;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.session.CheckpointShape.Row;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.ModelFiles;

class RealCheckpointsTest {
    private static final int[] IDS = {0, 5, 7, 3, 2};
    /** What is made without weights; in GPT-2 that is the stream, too. */
    private static final Set<Site> WITHOUT_WEIGHTS = Set.of(Site.SCORES, Site.PATTERN, Site.HEADS, Site.ACT, Site.SUM);

    @TempDir
    private Path folder;

    static List<String> names() {
        return CheckpointShape.names();
    }

    private static Inventory inventory(ModelFiles files) {
        ConfigFile config = ConfigFile.of(files);
        try (Checkpoint checkpoint = Checkpoint.open(files)) {
            return Family.of(config).inventory(checkpoint, config);
        }
    }

    private static Trace trace(LoadedModel model) {
        Recording recording = Recording.everything();
        model.forward(model.input(IDS, null, null), recording);
        return recording.trace();
    }

    @Test
    void everyKindOfModelIsAmongThem() {
        assertThat(names()).hasSize(23);
        Map<String, Long> kinds = names().stream().collect(
                Collectors.groupingBy(name -> kind(CheckpointShape.of(name).config()), Collectors.counting()));
        assertThat(kinds).containsOnly(entry("bert", 9L), entry("gpt2", 8L), entry("bart", 6L));
    }

    /** The kind that a configuration names, found without this library's reader. */
    private static String kind(String config) {
        return config.replaceAll("(?s).*\"model_type\": \"(\\w+)\".*", "$1");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyTensorIsReadOrLeftOutForItsReason(String name) {
        CheckpointShape shape = CheckpointShape.of(name);
        Inventory inventory = inventory(shape.write(folder));
        Map<String, String> leftOut = new TreeMap<>();
        inventory.unused().forEach((tensor, why) -> leftOut.put(tensor, why.reason().toString()));
        assertThat(leftOut).isEqualTo(shape.rows().stream().filter(row -> !row.isRead())
                .collect(Collectors.toMap(Row::tensor, Row::leftOut)));
        assertThat(inventory.used().keySet()).containsExactlyInAnyOrderElementsOf(
                shape.rows().stream().filter(Row::isRead).map(Row::tensor).toList());
        assertThat(inventory.missing()).isEmpty();
        assertThat(inventory.complete()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theNumbersAreThoseOfTheSameWeightsInTheCanonicalLayout(String name) {
        CheckpointShape shape = CheckpointShape.of(name);
        Trace real = trace(LoadedModel.load(shape.write(folder.resolve("real")), new ScalarOps()));
        Trace canonical = trace(LoadedModel.load(shape.writeCanonical(folder.resolve("canonical")), new ScalarOps()));
        assertThat(real.names()).isEqualTo(canonical.names()).hasSizeGreaterThan(15);
        for (TensorName each : real.names()) {
            assertThat(real.get(each).data()).as(each.toString()).isEqualTo(canonical.get(each).data());
            for (float number : real.get(each).data()) {
                boolean masked = each.site() == Site.SCORES && number == Float.NEGATIVE_INFINITY;
                assertThat(Float.isFinite(number) || masked).as(each.toString()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatTensorsMakeIsWhatATraceRecordsAndAllThatIsMadeOfWeights(String name) {
        ModelFiles files = CheckpointShape.of(name).write(folder);
        LoadedModel model = LoadedModel.load(files, new ScalarOps());
        Set<String> made = new TreeSet<>();
        inventory(files).used().values().forEach(made::addAll);
        Set<String> recorded = new TreeSet<>();
        for (TensorName each : trace(model).names()) {
            boolean stream = each.site() == Site.RESID && model.family() == Family.GPT2;
            if (!WITHOUT_WEIGHTS.contains(each.site()) && !stream) {
                recorded.add(each.toString());
            }
        }
        assertThat(made).isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource({"bert-sequence-classification, sequence classification head (classifier.bias",
        "bert-token-classification, token classification head (classifier.bias",
        "bert-multiple-choice, multiple choice head (classifier.bias",
        "bert-question-answering, question answering head (qa_outputs.bias",
        "gpt2-sequence-classification, sequence classification head (score.weight)",
        "gpt2-token-classification, token classification head (classifier.bias",
        "gpt2-double-heads, multiple choice head (multiple_choice_head.summary.bias",
        "bart-large-mnli, sequence classification head (classification_head.dense.bias",
        "bart-question-answering, question answering head (qa_outputs.bias"})
    void theHeadOfAFineTunedVariantIsLeftOutAndNamed(String name, String said) {
        LoadedModel model = LoadedModel.load(CheckpointShape.of(name).write(folder), new ScalarOps());
        assertThat(model.taskHead().orElseThrow()).startsWith("its " + said).contains("is left out");
    }

    @ParameterizedTest
    @CsvSource({"bert-token-classification, its classification head",
        "gpt2-token-classification, its token classification head"})
    void whereTheConfigurationNamesNoClassTheHeadIsCalledByItsTensors(String name, String said) throws IOException {
        ModelFiles files = CheckpointShape.of(name).write(folder);
        Path config = folder.resolve("config.json");
        Files.writeString(config, Files.readString(config).replaceFirst("\"architectures\"", "\"classes\""));
        assertThat(LoadedModel.load(files, new ScalarOps()).taskHead().orElseThrow()).startsWith(said);
    }

    @ParameterizedTest
    @CsvSource({"bert-base-uncased", "distilgpt2", "gpt2-xl", "bart-large-cnn", "bert-sentence-embedding"})
    void ofAModelWithoutSuchAHeadNothingIsSaid(String name) {
        LoadedModel model = LoadedModel.load(CheckpointShape.of(name).write(folder), new ScalarOps());
        assertThat(model.taskHead()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    bert-base-uncased | layers=12 heads=12 width=768 neurons=3072 context=512 vocabulary=30522 | num_hidden_layers=12 num_attention_heads=12 hidden_size=768 intermediate_size=3072 max_position_embeddings=512 vocab_size=30522
                    bert-base-cased | layers=12 heads=12 width=768 neurons=3072 context=512 vocabulary=28996 | num_hidden_layers=12 num_attention_heads=12 hidden_size=768 intermediate_size=3072 max_position_embeddings=512 vocab_size=28996
                    bert-large-uncased | layers=24 heads=16 width=1024 neurons=4096 context=512 vocabulary=30522 | num_hidden_layers=24 num_attention_heads=16 hidden_size=1024 intermediate_size=4096 max_position_embeddings=512 vocab_size=30522
                    distilgpt2 | layers=6 heads=12 width=768 neurons=3072 context=1024 vocabulary=50257 | n_layer=6 n_head=12 n_embd=768 n_positions=1024 n_ctx=1024 vocab_size=50257 eos_token_id=50256
                    gpt2 | layers=12 heads=12 width=768 neurons=3072 context=1024 vocabulary=50257 | n_layer=12 n_head=12 n_embd=768 n_positions=1024 n_ctx=1024 vocab_size=50257 eos_token_id=50256
                    gpt2-medium | layers=24 heads=16 width=1024 neurons=4096 context=1024 vocabulary=50257 | n_layer=24 n_head=16 n_embd=1024 n_positions=1024 n_ctx=1024 vocab_size=50257 eos_token_id=50256
                    gpt2-large | layers=36 heads=20 width=1280 neurons=5120 context=1024 vocabulary=50257 | n_layer=36 n_head=20 n_embd=1280 n_positions=1024 n_ctx=1024 vocab_size=50257 eos_token_id=50256
                    gpt2-xl | layers=48 heads=25 width=1600 neurons=6400 context=1024 vocabulary=50257 | n_layer=48 n_head=25 n_embd=1600 n_positions=1024 n_ctx=1024 vocab_size=50257 eos_token_id=50256
                    bart-base | encoder_layers=6 decoder_layers=6 decoder_heads=12 width=768 decoder_neurons=3072 context=1024 vocabulary=50265 | encoder_layers=6 decoder_layers=6 encoder_attention_heads=12 decoder_attention_heads=12 d_model=768 encoder_ffn_dim=3072 decoder_ffn_dim=3072 max_position_embeddings=1024 vocab_size=50265
                    bart-large | encoder_layers=12 decoder_layers=12 decoder_heads=16 width=1024 decoder_neurons=4096 context=1024 vocabulary=50265 | encoder_layers=12 decoder_layers=12 encoder_attention_heads=16 decoder_attention_heads=16 d_model=1024 encoder_ffn_dim=4096 decoder_ffn_dim=4096 max_position_embeddings=1024 vocab_size=50265
                    bart-large-cnn | encoder_layers=12 decoder_layers=12 decoder_heads=16 width=1024 decoder_neurons=4096 context=1024 vocabulary=50264 | encoder_layers=12 decoder_layers=12 encoder_attention_heads=16 decoder_attention_heads=16 d_model=1024 encoder_ffn_dim=4096 decoder_ffn_dim=4096 max_position_embeddings=1024 vocab_size=50264
                    distilbart-cnn-12-6 | encoder_layers=12 decoder_layers=6 decoder_heads=16 width=1024 decoder_neurons=4096 context=1024 vocabulary=50264 | encoder_layers=12 decoder_layers=6 encoder_attention_heads=16 decoder_attention_heads=16 d_model=1024 encoder_ffn_dim=4096 decoder_ffn_dim=4096 max_position_embeddings=1024 vocab_size=50264
                    """)
    void theConfigurationIsReadAtItsRealSize(String name, String facts, String sizes) throws IOException {
        String config = CheckpointShape.of(name).config();
        for (String size : sizes.split(" ")) {
            String[] pair = size.split("=");
            String key = "\"" + pair[0] + "\": ";
            assertThat(config).contains(key);
            config = config.replaceFirst(key + "\\d+", key + pair[1]);
        }
        Files.writeString(folder.resolve("config.json"), config);
        ConfigFile file = ConfigFile.of(ModelFiles.folder(folder));
        Map<String, String> read = new HashMap<>();
        Family.of(file).facts(file).forEach((fact, value) -> read.put(fact.replace(' ', '_'), value.toString()));
        for (String fact : facts.split(" ")) {
            assertThat(read).contains(entry(fact.split("=")[0], fact.split("=")[1]));
        }
    }
}
