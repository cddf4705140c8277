package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class UsageTest {
    private static final String TINY = Run.TINY.toString();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"predictions|TEXT is missing",
        "predictions a b c|'c' is one argument too many",
        "predicitons a|did you mean: predictions", "frobnicate|there are: predictions, rankings",
        "predictions a --topkk 3|there is no option '--topkk'; did you mean: --topk", "predictions a --topk 0|--topk",
        "predictions a --topk -3|--topk", "predictions a --topk x|--topk", "predictions a --topk 99999999999|--topk",
        "predictions a --layer 99|layers are 0 to 5", "predictions a --layer -2|--layer",
        "predictions a --layer top|--layer",
        "predictions a --layer 99999999999|--layer", "predictions a --position 0|nothing before it",
        "predictions a --position -1|--position", "predictions a --position 257|goes up to 256",
        "predictions a --position NaN|--position", "predictions a --lens round|final-norm, raw",
        "predictions a --backend tpu|scalar, vector, gpu", "predictions a --threads 0|--threads",
        "predictions a --threads 2000000000|--threads", "predictions a --color mauve|auto, always, never",
        "predictions a --batch x|exclude each other", "rankings a --generate 0|--show-inputs",
        "rankings a --generate -1|--generate", "rankings-watch a|nothing to watch",
        "rankings-watch a --watch b --position 0|--position", "rankings-watch a --watch b --generate -1|--generate",
        "rankings-watch a --watch-id x|--watch-id", "generate a --max-new-tokens 0|--max-new-tokens",
        "generate a --max-new-tokens 1e9|--max-new-tokens", "generate a --temperature 0.5|add --sample",
        "generate a --beams 0|--beams", "generate a --beams 101|1 to 100",
        "generate a --length-penalty NaN|--length-penalty",
        "generate a --length-penalty 101|-100 to 100", "generate a --no-repeat -1|--no-repeat",
        "generate a --min-new-tokens -1|--min-new-tokens", "generate a --sample --beams 2|exclude each other",
        "generate a b -m classroom-bart|'b' is one argument too many",
        "generate a --top-k 5|add --sample", "generate a --seed 5|add --sample",
        "generate a --sample --temperature 0|temperature", "generate a --sample --temperature NaN|temperature",
        "generate a --sample --temperature Infinity|temperature", "generate a --sample --top-p 0|top-p",
        "generate a --sample --top-p 1.5|top-p", "generate a --sample --top-k -1|top-k", "trace a|--out",
        "trace --out x|TEXT is missing", "trace a --ids 1 --out x|exclude each other", "inspect|MODEL", "models x|'x'",
        "predictions --batch x --svg y|picture is of one text",
        "rankings --batch x --png y|picture is of one text", "predictions a --theme dark|add --svg FILE",
        "predictions a --font-scale 2|add --svg FILE", "predictions a --svg x --font-scale 9|0.5 to 4",
        "predictions a --svg x --font-scale NaN|0.5 to 4", "predictions a --svg x --theme mauve|light, dark",
        "generate a --svg x|no option",
        "attention-head-view|TEXT is missing", "attention-head-view a --layer 6|there are 0 to 5",
        "attention-head-view a --layer -1|there are 0 to 5", "attention-head-view a --heads 4|there are 0 to 3",
        "attention-head-view a --heads 1,1|1 is named twice", "attention-head-view a --heads 0-2,1|1 is named twice",
        "attention-head-view a --heads 3-1|write 1-3", "attention-head-view a --heads 1,|'' is none",
        "attention-head-view a --heads x|'x' is none", "attention-head-view a --heads -1|'-1' is none",
        "attention-head-view a --heads 0-99999|'0-99999' is none",
        "attention-head-view a --position 1|there are 0 to 0",
        "attention-head-view a --position -1|there are 0 to 0", "attention-head-view a --links 0|1 or more",
        "attention-head-view a --threshold 1.5|from 0 to 1", "attention-head-view a --threshold NaN|from 0 to 1",
        "attention-head-view a --threshold -1|from 0 to 1", "attention-head-view a --attention self|decoder, cross",
        "attention-head-view a --attention cross|has no cross attention; it has: decoder",
        "attention-head-view a --filter a-b|classroom-gpt2 is GPT-2",
        "attention-head-view a --filter a-b -m classroom-bert|give the second as TEXT_B",
        "attention-head-view a b --filter a-c|all, a-a, a-b, b-a, b-b", "attention-head-view a b --unshifted|is BERT",
        "attention-model-view a --unshifted -m classroom-bart|give it as TEXT_B",
        "attention-head-view a --rollout --average|leave out --average",
        "attention-head-view a --rollout --heads 1|leave out --heads",
        "attention-head-view a --rollout -m classroom-bart --attention cross|from one to the other",
        "attention-head-view a -m classroom-bert --hide-special --position 0|leaves out",
        "attention-neuron-view a --layer 6|there are 0 to 5", "attention-neuron-view a --head 4|there are 0 to 3",
        "attention-neuron-view a --head x|--head", "attention-neuron-view a --topk 0|1 or more",
        "attention-neuron-view a b --filter a-a --position 3|leaves out",
        "attention-neuron-view a --heads 1|did you mean: --threads, --head",
        "attention-model-view a --layers 5-6|--layers 6 is not in the decoder attention of classroom-gpt2",
        "attention-model-view a --layers 3 -m classroom-bart|there are 0 to 2",
        "attention-model-view a --heads 0-4|there are 0 to 3",
        "activations|TEXT is missing", "activations a b c|'c' is one argument too many",
        "activations a --components 0|1 or more, not 0", "activations a --components x|--components",
        "activations a --from-layer -1|0 or more, not -1", "activations a --from-layer 6|layers are 0 to 5",
        "activations a --from-layer 3 --to-layer 3|greater than --from-layer 3, not 3",
        "activations a --from-layer 3 --to-layer 1|greater than --from-layer 3, not 1",
        "activations a --to-layer 0|greater than --from-layer 0, not 0", "activations a --to-layer 7|at most 6",
        "activations a --to-layer 4 -m classroom-bart|at most 3", "activations a --seed -1|0 or more, not -1",
        "activations a --seed 99999999999|--seed", "activations a --start zero|random, nndsvd",
        "activations a --start nndsvd --seed 1|nothing is random", "activations a --stack head|encoder, decoder",
        "activations a --stack encoder|classroom-gpt2, which is GPT-2 and has one stack, the decoder",
        "neurons a --stack decoder -m classroom-bert|which is BERT and has one stack, the encoder",
        "neurons a --neuron 3|goes with --layer", "neurons a --layer 1 --neuron 3 --position 0|exclude each other",
        "neurons a --layer 6|layers are 0 to 5", "neurons a --layer -1|layers are 0 to 5",
        "neurons a --layer 3 -m classroom-bart|layers are 0 to 2",
        "neurons a --layer 0 --neuron 512|neurons of a layer are 0 to 511",
        "neurons a --layer 0 --neuron -1|neurons of a layer are 0 to 511", "neurons a --topk 0|1 or more, not 0",
        "pull|ID", "pull ../x|no model has the id '../x'", "pull a/b/c|no model has the id",
        "pull a@main|no model has the id",
        "pull classroom-bert|need not be pulled", "pull a --revision ../x|--revision takes a branch",
        "pull a b|'b' is one",
        "neurons a --position 1|places are 0 to 0", "neurons a --position -1|places are 0 to 0"})
    void wrongUsageIsExplainedInOneLine(String line, String message) {
        Run run = Run.of(line.split(" "));
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaint()).startsWith("vitrine: ").contains(message).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"predictions", "rankings", "rankings-watch", "generate", "tokenize", "trace", "inspect",
        "models", "pull", "attention-head-view", "attention-neuron-view", "attention-model-view", "activations",
        "neurons"})
    void everyCommandHasHelpWithAnExample(String command) {
        Run run = Run.of(command, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Usage: vitrine " + command, "Example", "  vitrine " + command, "--json");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void allCommandsAreListed() {
        assertThat(Run.of("--help").code()).isZero();
        assertThat(Run.of("--help").out()).contains("predictions", "rankings-watch", "models", "view");
    }

    @Test
    void withoutACommandAndADisplayTheTourIsShown() throws IOException {
        Path pictures = Path.of("vitrine-tour");
        try {
            Run run = Run.of();
            assertThat(run.code()).isZero();
            assertThat(run.complaint()).contains("no display", "vitrine --help");
            assertThat(run.out()).contains("1 of 8", "8 of 8");
            assertThat(pictures.resolve("index.html")).exists();
        } finally {
            if (Files.exists(pictures)) {
                try (Stream<Path> all = Files.walk(pictures)) {
                    all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
                }
            }
        }
    }

    @Test
    void aWindowWithoutADisplayIsRefusedInWords() {
        Run run = Run.of("view", "The cat sat");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaint()).contains("no display", "vitrine tour");
    }

    @Test
    void theWindowIsNotOpenedForAModelThatIsNotThere() {
        Run run = Run.of("view", "-m", "nowhere", "The cat sat");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaint()).contains("'nowhere'", "classroom-gpt2");
        assertThat(Run.of("view", "--threads", "0", "The cat sat").code()).isEqualTo(2);
    }

    @Test
    void theVersionIsShown() {
        assertThat(Run.of("--version").out()).startsWith("vitrine");
        assertThat(Run.of("predictions", "-V").out()).isEqualTo(Run.of("--version").out());
    }

    @Test
    void anEmptyTextIsASentence() {
        for (String command : List.of("predictions", "rankings", "generate")) {
            Run run = Run.of(command, "");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.complaint()).contains("the text is empty");
        }
        assertThat(Run.of("tokenize", "").code()).isZero();
    }

    @Test
    void aTextBeyondTheContextNamesBothLengths() {
        Run run = Run.of("predictions", "a ".repeat(200), "-m", TINY);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaint()).contains("tokens long", "at most 64");
    }

    @Test
    void aTextThatFillsTheContextIsReadButNotWrittenOn() {
        String text = "a".repeat(64);
        int length = Run.of("tokenize", text, "-m", TINY, "--json").json().get("tokens").size();
        assertThat(length).isEqualTo(64);
        assertThat(Run.of("predictions", text, "-m", TINY).code()).isZero();
        assertThat(Run.of("rankings", text, "-m", TINY).complaint()).contains("fills all 64");
        assertThat(Run.of("generate", text, "-m", TINY).complaint()).contains("fills all 64");
        assertThat(Run.of("rankings", text, "-m", TINY, "--generate", "0", "--show-inputs").code()).isZero();
    }

    @Test
    void aHugeNumberOfTokensEndsAtTheContext() {
        Run run = Run.of("generate", "The cat", "-m", TINY, "--max-new-tokens", "2147483647", "--json");
        assertThat(run.json().get("stop").stringValue()).isIn("context", "end");
        assertThat(run.json().get("ids").size()).isLessThanOrEqualTo(64);
        assertThat(run.complaint()).contains("stopped after");
        Run ranks = Run.of("rankings", "The cat", "-m", TINY, "--generate", "2147483647", "--json");
        assertThat(ranks.json().get("tokens").size()).isLessThanOrEqualTo(64);
        Run watch = Run.of("rankings-watch", "The cat", "-m", TINY, "--watch-id", "3", "--generate", "2147483647",
                "--json");
        assertThat(watch.json().get("tokens").size()).isEqualTo(64);
        assertThat(watch.complaint()).contains("it cannot read more than 64");
    }

    @Test
    void anUnknownModelListsTheClassroomModels() {
        for (String name : List.of("classroom-gpt3", "", "no/such/folder", "a\0b")) {
            Run run = Run.of("predictions", "a", "-m", name);
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.complaint()).contains("classroom-gpt2");
        }
    }

    @Test
    void aTextMayLookLikeAnArgumentFileOrAnOption() {
        assertThat(Run.of("tokenize", "@nobody", "--json").json().get("text").stringValue()).isEqualTo("@nobody");
        assertThat(Run.of("tokenize", "--json", "--", "--help").json().get("text").stringValue()).isEqualTo("--help");
        assertThat(Run.of("tokenize", "${user.home}", "--json").json().get("text").stringValue())
                .isEqualTo("${user.home}");
        assertThat(Run.of("tokenize", "\"a\"", "--json").json().get("text").stringValue()).isEqualTo("\"a\"");
    }

    @Test
    void aStackTraceIsShownOnlyOnRequest() {
        assertThat(Run.with(Map.of("VITRINE_DEBUG", "1"), "", "predictions", "").err()).contains("ModelException",
                "\tat ");
        assertThat(Run.of("predictions", "", "--debug").err()).contains("ModelException", "\tat ");
        assertThat(Run.with(Map.of("VITRINE_DEBUG", "0"), "", "predictions", "").complaint()).contains("empty");
    }
}
