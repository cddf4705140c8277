package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.SafetensorsWriter;
import org.vitrine.weights.StoredTensor;
import org.vitrine.weights.TensorData;
import org.vitrine.weights.TensorEntry;

/** Every command on every classroom model: it answers, as a text and as a document, or says why it cannot. */
class EveryFamilyTest {
    private static final String BARE_BERT = "../transformer/src/test/resources/models/bert-tiny-noprefix";
    private static final String GPT2 = "The keys to the cabinet";
    private static final String BERT = "The capital of Italy is [MASK].";
    private static final String BART = "The capital of Spain is<mask>.";

    @TempDir
    private Path folder;

    @Test
    void thereIsAClassroomModelOfEachFamily() {
        assertThat(ModelFiles.classroomNames()).containsExactly("classroom-gpt2", "classroom-bert", "classroom-bart");
        String models = Run.of("models").out();
        assertThat(models).contains("GPT-2: 6 layers", "BERT: 6 layers", "BART: 3 + 3 layers");
        assertThat(Run.of("models", "--json").json().at("/models/2/decoder_layers").intValue()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"predictions, classroom-gpt2", "predictions, classroom-bert", "predictions, classroom-bart",
        "rankings, classroom-gpt2", "rankings, classroom-bert", "rankings, classroom-bart",
        "rankings-watch, classroom-gpt2", "rankings-watch, classroom-bert", "rankings-watch, classroom-bart",
        "generate, classroom-gpt2", "generate, classroom-bart", "tokenize, classroom-gpt2", "tokenize, classroom-bert",
        "tokenize, classroom-bart", "trace, classroom-gpt2", "trace, classroom-bert", "trace, classroom-bart",
        "activations, classroom-gpt2", "activations, classroom-bert", "activations, classroom-bart",
        "neurons, classroom-gpt2", "neurons, classroom-bert", "neurons, classroom-bart",
        "neuron, classroom-gpt2", "neuron, classroom-bert", "neuron, classroom-bart",
        "attention-head-view, classroom-gpt2", "attention-head-view, classroom-bert",
        "attention-head-view, classroom-bart", "attention-neuron-view, classroom-gpt2",
        "attention-neuron-view, classroom-bert", "attention-neuron-view, classroom-bart",
        "attention-model-view, classroom-gpt2", "attention-model-view, classroom-bert",
        "attention-model-view, classroom-bart", "inspect, classroom-gpt2", "inspect, classroom-bert",
        "inspect, classroom-bart"})
    void aCommandAnswersInBothForms(String command, String model) {
        List<String> args = arguments(command, model);
        Run shown = Run.of(args.toArray(String[]::new));
        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.out()).isNotBlank();
        args.add("--json");
        assertThat(Run.of(args.toArray(String[]::new)).json().get("model").stringValue()).isEqualTo(model);
    }

    private List<String> arguments(String command, String model) {
        List<String> args = new ArrayList<>(List.of(command));
        if (command.equals("inspect")) {
            args.add(model);
            return args;
        }
        args.addAll(List.of(text(model), "-m", model));
        if (command.equals("neuron")) {
            args.set(0, "neurons");
            args.addAll(List.of("--layer", "2", "--neuron", "7"));
        }
        if (command.equals("rankings-watch")) {
            args.addAll(List.of("--watch", " Paris"));
        }
        if (command.equals("trace")) {
            args.addAll(List.of("--out", folder.resolve("trace.safetensors").toString()));
        }
        return args;
    }

    private static String text(String model) {
        return switch (model) {
            case "classroom-bert" -> BERT;
            case "classroom-bart" -> BART;
            default -> GPT2;
        };
    }

    @Test
    void bertSaysThatItDoesNotWriteAndShowsWhatItDoes() {
        Run run = Run.of("generate", "The cat sat", "-m", "classroom-bert");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaint()).contains("fills masks", "vitrine predictions \"The [MASK] sat on the mat.\"");
        assertThat(Run.of("rankings", BERT, "-m", "classroom-bert", "--generate", "2").complaint())
                .contains("--generate is for models that write");
        assertThat(Run.of("rankings-watch", BERT, "-m", "classroom-bert", "--watch", "rome", "--generate", "2")
                .complaint()).contains("cannot write on");
    }

    @Test
    void bertWithoutAMaskSaysHowToPutOne() {
        for (String command : List.of("predictions", "rankings")) {
            Run run = Run.of(command, "The cat sat on the mat.", "-m", "classroom-bert");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.complaint()).contains("fills masks", "put [MASK] where a word is missing");
        }
    }

    @Test
    void bertIsAskedForATokenThatItCanSee() {
        assertThat(Run.of("predictions", "The cat sat.", "-m", "classroom-bert", "--position", "2", "--json").json()
                .at("/layers/6/candidates/0/token").stringValue()).isEqualTo("cat");
        Run beyond = Run.of("predictions", "The cat sat.", "-m", "classroom-bert", "--position", "6");
        assertThat(beyond.code()).isEqualTo(2);
        assertThat(beyond.complaint()).contains("0 to 5", "it does not write on");
    }

    @Test
    void ofSeveralMasksTheFirstIsShownAndTheOthersAreNamed() {
        Run run = Run.of("predictions", "The [MASK] sat on the [MASK].", "-m", "classroom-bert");
        assertThat(run.complaint()).contains("2 masks", "at position 2", "--position 6");
        Run ranks = Run.of("rankings", "The [MASK] sat on the [MASK].", "-m", "classroom-bert", "--json");
        assertThat(ranks.json().get("columns")).extracting(column -> column.get("position").intValue())
                .containsExactly(2, 6);
        assertThat(ranks.json().at("/layers/6/ranks")).extracting(rank -> rank.get("rank").intValue())
                .containsExactly(1, 1);
    }

    @Test
    void ofSeveralGapsBartsDecoderStandsAtTheFirst() {
        Run run = Run.of("predictions", "The <mask> of Spain is<mask>.", "--json");
        assertThat(run.complaint()).contains("2 masks", "the decoder stands at the first");
        assertThat(run.json().get("position").intValue()).isEqualTo(3);
    }

    @Test
    void aMaskOfAnotherModelIsOrdinaryText() {
        Run run = Run.of("predictions", "The [MASK] sat", "-m", "classroom-gpt2");
        assertThat(run.code()).isZero();
        assertThat(run.complaint()).contains("GPT-2 and reads [MASK] as ordinary text; -m classroom-bert fills it");
        assertThat(Run.of("rankings", "The <mask> sat", "-m", "classroom-bert", "--show-inputs").complaint())
                .contains("BERT and reads <mask> as ordinary text; -m classroom-bart fills it");
    }

    @Test
    void bertRanksTheTokensThatItCanSee() {
        Run run = Run.of("rankings", "The cat sat.", "-m", "classroom-bert", "--show-inputs", "--json");
        assertThat(run.json().get("columns")).extracting(column -> column.get("token").stringValue())
                .containsExactly("[CLS]", "the", "cat", "sat", ".", "[SEP]");
    }

    @Test
    void theTextDecidesWhichClassroomModelReadsIt() {
        assertThat(Run.of("predictions", GPT2, "--json").json().get("model").stringValue()).isEqualTo("classroom-gpt2");
        assertThat(Run.of("predictions", BERT, "--json").json().get("model").stringValue()).isEqualTo("classroom-bert");
        assertThat(Run.of("predictions", BART, "--json").json().get("model").stringValue()).isEqualTo("classroom-bart");
        assertThat(Run.of("tokenize", "The cat", "The dog", "--json").json().get("model").stringValue())
                .isEqualTo("classroom-bert");
    }

    @Test
    void aModelThatReadsOneTextRefusesASecond() {
        for (String command : List.of("predictions", "tokenize", "rankings")) {
            Run run = Run.of(command, "The cat", "The dog", "-m", "classroom-gpt2");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.complaint()).contains("one text at a time", "-m classroom-bert");
        }
    }

    @Test
    void aPairHasSegmentsAndAVerdictWhetherItBelongsTogether() {
        Run run = Run.of("predictions", "The cat sat on the mat", "The cat lay on the [MASK]", "--json");
        assertThat(run.json().get("tokens")).extracting(token -> token.get("segment").intValue())
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1);
        assertThat(run.json().get("next_sentence_probability").doubleValue()).isBetween(0.5, 1.0);
        assertThat(Run.of("predictions", "The cat sat on the mat", "The cat lay on the [MASK]").out())
                .contains("Next-sentence head: the second text follows the first with 9");
    }

    @Test
    void headsThatACheckpointLacksAreNamedWhenTheyAreAskedFor() {
        Run run = Run.of("trace", "--ids", "2,3", "-m", BARE_BERT, "--only", "head.nsp", "--out",
                folder.resolve("x").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaint()).contains("no masked-word head (head.logits) and no next-sentence head (head.nsp)")
                .doesNotContain("no pooler");
        Run full = Run.of("trace", "The cat", "-m", "classroom-bert", "--only", "head.nspp", "--out",
                folder.resolve("x").toString());
        assertThat(full.complaint()).contains("'head.nspp'").doesNotContain("this checkpoint has no");
    }

    @Test
    void withoutAMaskedWordHeadNoLayerCanBeAsked() throws IOException {
        Run run = Run.of("predictions", "The [MASK] sat.", "-m", withTokenizer(BARE_BERT));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaint()).contains("no masked-word head (cls.predictions)");
        Run pair = Run.of("predictions", "The [MASK] sat.", "It sat.", "-m",
                withTokenizer("../transformer/src/test/resources/models/bert-tiny-mlm-nopooler"));
        assertThat(pair.out()).contains("This checkpoint has no next-sentence head");
    }

    /** As facebook/bart-large-cnn: its tokenizer has one token more than the model, the mask. */
    @Test
    void aModelThatWasTrainedWithoutItsMaskSaysSoAndReadsOtherTexts() throws IOException {
        String model = withoutLastToken(Path.of("../transformer/src/test/resources/models/bart-tiny"),
                Path.of("../tokenizer/src/test/resources/bart-tiny"));
        Run masked = Run.of("predictions", "The <mask> sat.", "-m", model);
        assertThat(masked.code()).isEqualTo(1);
        assertThat(masked.complaint()).contains("token 515 ('<mask>')", "ends at 514", "trained without a mask");
        assertThat(Run.of("predictions", "The cat sat.", "-m", model).code()).isZero();
        assertThat(Run.of("generate", "The cat sat.", "-m", model).code()).isZero();
        assertThat(Run.of("rankings-watch", "The cat sat.", "--watch", "<mask>", "-m", model).complaint())
                .contains("token id 515 cannot be watched");
    }

    private String withoutLastToken(Path model, Path tokenizer) throws IOException {
        Path copy = Files.createTempDirectory(folder, "model");
        List<TensorData> tensors = new ArrayList<>();
        try (Safetensors file = Safetensors.open(model.resolve("model.safetensors"))) {
            for (TensorEntry entry : file.entries()) {
                StoredTensor stored = file.require(entry.name());
                long[] shape = stored.shape();
                for (int axis = 0; axis < shape.length; axis++) {
                    shape[axis] -= shape[axis] == 516 ? 1 : 0;
                }
                int size = Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b));
                tensors.add(TensorData.floats(entry.name(), shape, Arrays.copyOf(stored.floats(), size)));
            }
        }
        SafetensorsWriter.write(copy.resolve("model.safetensors"), Map.of(), tensors);
        String config = Files.readString(model.resolve("config.json"));
        Files.writeString(copy.resolve("config.json"), config.replace("\"vocab_size\": 516", "\"vocab_size\": 515"));
        Files.copy(model.resolve("generation_config.json"), copy.resolve("generation_config.json"));
        Files.copy(tokenizer.resolve("tokenizer.json"), copy.resolve("tokenizer.json"));
        return copy.toString();
    }

    /** A tiny model with a vocabulary of its own, which the forward pass is tested without. */
    private String withTokenizer(String model) throws IOException {
        Path copy = Files.createTempDirectory(folder, "model");
        for (String file : List.of("config.json", "model.safetensors")) {
            Files.copy(Path.of(model, file), copy.resolve(file));
        }
        Files.writeString(copy.resolve("vocab.txt"), "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nthe\nsat\nit\n.\n");
        return copy.toString();
    }

    @Test
    void bartsDecoderGoesOnFromItsOwnText() {
        Run run = Run.of("predictions", "The capital of Spain is Madrid.", "The capital of Spain is", "-m",
                "classroom-bart", "--json");
        assertThat(run.json().get("tokens")).extracting(token -> token.get("token").stringValue())
                .containsExactly("</s>", "<s>", "The", " capital", " of", " Spain", " is");
        assertThat(run.json().at("/layers/3/candidates/0/token").stringValue()).isEqualTo(" Madrid");
        assertThat(run.json().get("source").size()).isEqualTo(9);
    }

    @Test
    void bartsDecoderReadsItsTextShiftedOrAsItIs() {
        long[] unshifted = decoderIds("trace", "The cat", "The dog", "-m", "classroom-bart", "--unshifted");
        long[] shifted = decoderIds("trace", "The cat", "The dog", "-m", "classroom-bart");
        assertThat(unshifted).startsWith(0).endsWith(2);
        assertThat(shifted).hasSameSizeAs(unshifted).startsWith(2, 0);
        assertThat(Arrays.copyOfRange(shifted, 1, shifted.length))
                .isEqualTo(Arrays.copyOf(unshifted, unshifted.length - 1));
        assertThat(decoderIds("trace", "The dog", "-m", "classroom-bart")).isEqualTo(shifted);
        assertThat(decoderIds("trace", "--ids", "0,5,2", "--decoder-ids", "2,0", "-m", "classroom-bart"))
                .containsExactly(2, 0);
        assertThat(decoderIds("trace", "--ids", "0,5,2", "-m", "classroom-bart")).containsExactly(2, 0, 5);
    }

    private long[] decoderIds(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        Path out = folder.resolve("trace.safetensors");
        all.addAll(List.of("--out", out.toString()));
        Run run = Run.of(all.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        try (Safetensors file = Safetensors.open(out)) {
            return file.require("input.decoder_ids").longs();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "trace --ids 2,5 --segment-ids 0,0 -m classroom-gpt2 --out x|only BERT has segments|1",
        "trace --ids 2,5 --decoder-ids 2 -m classroom-bert --out x|only BART has a decoder|1",
        "trace --ids 2,5 --segment-ids 0 -m classroom-bert --out x|2 ids but 1 segments|1",
        "trace --ids 2,5 --segment-ids 0,2 -m classroom-bert --out x|segment 2|1",
        "trace --ids 2,5 --decoder-ids 2,9999 -m classroom-bart --out x|0 to 4003|1",
        "trace a --segment-ids 0 -m classroom-bert --out x|go with --ids|2",
        "trace a b --unshifted -m classroom-bert --out x|classroom-bert is BERT|2",
        "trace a --unshifted -m classroom-bart --out x|give it as TEXT_B|2",
        "trace --ids 1 --segment-ids 0,x -m classroom-bert --out x|'x' is none|2"})
    void whatAFamilyCannotReadIsExplained(String line, String message, int code) {
        Run run = Run.of(line.split(" "));
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.complaint()).contains(message).doesNotContain("Exception");
    }
}
