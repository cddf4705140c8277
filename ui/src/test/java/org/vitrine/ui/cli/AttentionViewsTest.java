package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.ui.terminal.TextWidth;
import tools.jackson.databind.JsonNode;

/** What people see of attention, and that it agrees with the documents. */
class AttentionViewsTest {
    private static final String KEYS = "The keys to the cabinet";
    private static final String MAT = "The cat sat on the mat";
    private static final String RUG = "The cat lay on the rug";
    private static final String LONG = "The cat sat on the mat and ".repeat(30);

    @Test
    void theSubjectIsFoundInEveryForm() {
        String grid = Run.of("attention-head-view", KEYS, "--layer", "5").out();
        assertThat(row(grid, "4 ·cabinet")).endsWith("1 ·keys 96 %");
        String rows = Run.of("attention-head-view", KEYS, "--layer", "5", "--heads", "3").out();
        assertThat(row(rows, "4 ·cabinet")).startsWith("4 ·cabinet ███████▋ 1 ·keys 95.75 % 0 The 2.001 %");
        String heads = Run.of("attention-head-view", KEYS, "--layer", "5", "--position", "4").out();
        assertThat(row(heads, "head 3")).startsWith("head 3 ███████▋ 1 ·keys 95.75 %");
        String list = Run.of("attention-head-view", KEYS, "--layer", "5", "--position", "4", "--heads", "3").out();
        assertThat(row(list, "1 ·keys")).startsWith("1 ·keys 95.75 % ██████");
        String model = Run.of("attention-model-view", KEYS).out();
        assertThat(row(model, "layer 5 head 3")).isEqualTo("layer 5 head 3 4 ·cabinet looks at 1 ·keys 95.75 %");
    }

    @Test
    void eachHeadsHabitIsSaidInWords() {
        String out = Run.of("attention-head-view", MAT, "-m", "classroom-bert", "--layer", "1").out();
        assertThat(row(out, "0 the token after")).startsWith("0 the token after < 1 % < 1 % 96 %");
        assertThat(row(out, "1 often")).startsWith("1 often special tokens");
        assertThat(row(out, "2 the token before")).startsWith("2 the token before 94 %");
        assertThat(row(out, "3 no fixed")).startsWith("3 no fixed place");
        String model = Run.of("attention-model-view", MAT, "-m", "classroom-bert").out();
        assertThat(row(model, "layer 1")).startsWith("layer 1 next 96").contains("prev 94");
    }

    @Test
    void aLinkIsMarkedByPositionsWhereAHeadHasNoHabit() {
        assertThat(row(Run.of("attention-model-view", KEYS).out(), "layer 3")).contains("3→1 88");
    }

    @Test
    void theNeuronViewTellsTheWholeArithmetic() {
        String out = Run.of("attention-neuron-view", MAT, RUG, "--layer", "1", "--head", "2", "--position", "10").out();
        assertThat(row(out, "9 cat")).startsWith("9 cat 85.04 15.03 99.89 % ████████████");
        assertThat(row(out, "9 4.781")).startsWith("9 4.781 2.910 13.91 16.36 %");
        assertThat(row(out, "27 more")).isEqualTo("27 more 36.01 42.34 %");
        assertThat(row(out, "q·k")).isEqualTo("q·k 85.04");
        assertThat(row(out, "heads pattern·v")).startsWith("heads pattern·v 5.860 15: 2.959");
        assertThat(row(out, "to attn.out")).startsWith("to attn.out heads·Wo 6.939 5: 2.046");
    }

    @Test
    void theNumbersOfTheNeuronViewAddUp() {
        JsonNode found = Run.of("attention-neuron-view", KEYS, "--layer", "5", "--head", "3", "--topk", "1000",
                "--json").json();
        assertThat(found.get("position").intValue()).isEqualTo(4);
        assertThat(found.get("key_position").intValue()).isEqualTo(1);
        double sum = 0;
        for (JsonNode neuron : found.get("neurons")) {
            sum += neuron.get("product").doubleValue();
        }
        assertThat(sum).isCloseTo(found.get("product").doubleValue(), within(1e-4));
        assertThat(found.at("/scores/4/1").doubleValue()).isCloseTo(sum / Math.sqrt(32), within(1e-4));
        for (int i = 0; i < 32; i++) {
            double brought = 0;
            for (int key = 0; key < 5; key++) {
                brought += found.get("weights").get(4).get(key).doubleValue()
                        * found.get("v").get(key).get(i).doubleValue();
            }
            assertThat(found.get("result").get(4).get(i).doubleValue()).isCloseTo(brought, within(1e-4));
        }
        assertThat(found.get("written").get(4).size()).isEqualTo(128);
    }

    @Test
    void whatComesLaterIsNeitherLookedAtNorShown() {
        Run run = Run.of("attention-neuron-view", KEYS, "--position", "1");
        assertThat(run.out()).contains("In a decoder no token looks at those after it.");
        assertThat(run.out().lines().filter(line -> line.contains(" %  ")).filter(line -> line.contains("·cabinet")))
                .isEmpty();
        JsonNode found = Run.of("attention-neuron-view", KEYS, "--position", "1", "--json").json();
        assertThat(found.at("/scores/1/2").isNull()).isTrue();
        assertThat(found.at("/scores/1/1").isNumber()).isTrue();
        assertThat(found.at("/weights/1/2").doubleValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"all, 15, 15", "a-a, 8, 8", "a-b, 8, 7", "b-a, 7, 8", "b-b, 7, 7"})
    void ofAPairOneTextLooksAtOne(String filter, int queries, int keys) {
        JsonNode whole = Run.of("attention-head-view", MAT, RUG, "--layer", "5", "--json").json();
        JsonNode found = Run.of("attention-head-view", MAT, RUG, "--layer", "5", "--filter", filter, "--json").json();
        assertThat(found.get("filter").stringValue()).isEqualTo(filter);
        assertThat(found.get("queries").size()).isEqualTo(queries);
        assertThat(found.get("keys").size()).isEqualTo(keys);
        assertThat(found.get("summaries")).isEqualTo(whole.get("summaries"));
        for (int q = 0; q < queries; q++) {
            for (int k = 0; k < keys; k++) {
                assertThat(found.get("weights").get(3).get(q).get(k)).isEqualTo(whole.get("weights").get(3)
                        .get(found.get("queries").get(q).intValue()).get(found.get("keys").get(k).intValue()));
            }
        }
    }

    @Test
    void aFilteredModelViewSaysHowMuchGoesAcross() {
        JsonNode weights = Run.of("attention-head-view", MAT, RUG, "--layer", "5", "--heads", "3", "--filter", "b-a",
                "--json").json().get("weights").get(0);
        double sum = 0;
        for (JsonNode query : weights) {
            for (JsonNode key : query) {
                sum += key.doubleValue();
            }
        }
        String out = Run.of("attention-model-view", MAT, RUG, "--filter", "b-a", "--layers", "5", "--heads", "3").out();
        assertThat(row(out, "layer 5")).isEqualTo("layer 5 b-a " + Math.round(100 * sum / 7));
        assertThat(out).contains("Only where text B looks at text A.");
    }

    @Test
    void specialTokensCanBeLeftOut() {
        Run run = Run.of("attention-head-view", MAT, "-m", "classroom-bert", "--hide-special");
        assertThat(run.out()).doesNotContain("[CLS]", "[SEP]").contains("Special tokens are left out.");
        JsonNode found = Run.of("attention-neuron-view", MAT, "-m", "classroom-bert", "--hide-special", "--json")
                .json();
        assertThat(found.get("queries")).extracting(JsonNode::intValue).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(found.get("position").intValue()).isEqualTo(6);
        Run nothing = Run.of("attention-model-view", "", "-m", "classroom-bert", "--hide-special");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.complaint()).contains("nothing is left to show");
    }

    @Test
    void theAverageIsTheMeanOfTheHeadsThatAreShown() {
        JsonNode heads = Run.of("attention-head-view", KEYS, "--layer", "2", "--heads", "1,3", "--json").json();
        JsonNode average = Run.of("attention-head-view", KEYS, "--layer", "2", "--heads", "1,3", "--average", "--json")
                .json();
        assertThat(average.get("averaged").booleanValue()).isTrue();
        assertThat(average.get("weights").size()).isEqualTo(1);
        for (int key = 0; key < 5; key++) {
            double mean = (heads.at("/weights/0/4/" + key).doubleValue()
                    + heads.at("/weights/1/4/" + key).doubleValue()) / 2;
            assertThat(average.at("/weights/0/4/" + key).doubleValue()).isCloseTo(mean, within(1e-6));
        }
        assertThat(Run.of("attention-head-view", KEYS, "--layer", "2", "--heads", "1,3", "--average").out()
                .replaceAll("\\s+", " ")).contains("layer 2, average of heads 1, 3");
    }

    @Test
    void aRolloutSharesOutEveryToken() {
        JsonNode found = Run.of("attention-head-view", MAT, "-m", "classroom-bert", "--rollout", "--layer", "3",
                "--json").json();
        assertThat(found.get("rollout").booleanValue()).isTrue();
        for (JsonNode query : found.get("weights").get(0)) {
            double sum = 0;
            for (JsonNode weight : query) {
                sum += weight.doubleValue();
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
        assertThat(Run.of("attention-head-view", MAT, "-m", "classroom-bert", "--rollout", "--layer", "3").out()
                .replaceAll("\\s+", " ")).contains("rolled out through layers 0 to 3", "Abnar and Zuidema 2020")
                .doesNotContain("looks on average at");
    }

    @Test
    void aRolloutThroughTheFirstLayerIsHalfItsAverage() {
        JsonNode rolled = Run.of("attention-head-view", KEYS, "--rollout", "--json").json();
        JsonNode average = Run.of("attention-head-view", KEYS, "--average", "--json").json();
        assertThat(rolled.at("/weights/0/4/1").doubleValue())
                .isCloseTo(average.at("/weights/0/4/1").doubleValue() / 2, within(1e-6));
        assertThat(rolled.at("/weights/0/4/4").doubleValue())
                .isCloseTo(average.at("/weights/0/4/4").doubleValue() / 2 + 0.5, within(1e-6));
    }

    @Test
    void aThresholdKeepsTheStrongLinksOnly() {
        JsonNode found = Run.of("attention-head-view", KEYS, "--layer", "5", "--heads", "3", "--threshold", "0.5",
                "--json").json();
        assertThat(found.get("links")).extracting(link -> link.get("query").intValue() + "-"
                + link.get("key").intValue()).containsExactly("0-0", "1-1", "2-0", "3-3", "4-1");
        assertThat(Run.of("attention-head-view", KEYS, "--layer", "5", "--heads", "3", "--json").json().has("links"))
                .isFalse();
        assertThat(row(Run.of("attention-head-view", KEYS, "--layer", "5", "--threshold", "0.7").out(), "2 ·to"))
                .isEqualTo("2 ·to 1 ·keys 80 % 0 The 93 % 0 The 88 % -");
        assertThat(Run.of("attention-head-view", KEYS, "--threshold", "1", "--layer", "5", "--heads", "3", "--position",
                "4").out()).contains("no link is so strong");
    }

    @Test
    void asManyLinksAreShownAsAreAskedFor() {
        String one = Run.of("attention-head-view", MAT, "-m", "classroom-bert", "--heads", "2", "--links", "1").out();
        assertThat(row(one, "2 cat").split("%")).hasSize(1);
        String grid = Run.of("attention-head-view", MAT, "-m", "classroom-bert", "--links", "3").out();
        assertThat(grid.lines().filter(line -> line.matches("^ {10}.*%$"))).hasSize(2 * 8);
        String eight = Run.of("attention-head-view", MAT, "-m", "classroom-bert", "--heads", "2", "--links", "8").out();
        assertThat(eight.lines().skip(6).mapToLong(line -> line.chars().filter(c -> c == '%').count()).sum())
                .isEqualTo(8 * 8);
    }

    @Test
    void oneTokensLookIsADocumentOfItsOwn() {
        JsonNode found = Run.of("attention-head-view", KEYS, "--layer", "5", "--position", "4", "--threshold", "0.9",
                "--json").json();
        assertThat(found.get("queries")).extracting(JsonNode::intValue).containsExactly(4);
        assertThat(found.at("/weights/3").size()).isEqualTo(1);
        assertThat(found.get("links")).extracting(link -> link.get("query").intValue()).containsOnly(4);
    }

    @Test
    void bartsOtherAttentionsAreNamedAndShownOnRequest() {
        for (String command : List.of("attention-head-view", "attention-neuron-view")) {
            Run usual = Run.of(command, MAT, "-m", "classroom-bart", "--json");
            assertThat(usual.complaint()).contains("encoder's attention", "decoder, cross");
            assertThat(usual.json().get("attention").stringValue()).isEqualTo("encoder");
            Run cross = Run.of(command, MAT, RUG, "-m", "classroom-bart", "--attention", "cross");
            assertThat(cross.err()).isEmpty();
            assertThat(cross.out()).contains("cross attention");
        }
        assertThat(Run.of("attention-model-view", MAT, "-m", "classroom-bart").out()).contains("encoder attention",
                "decoder attention", "cross attention");
        assertThat(Run.of("attention-model-view", MAT, "-m", "classroom-bart", "--attention", "cross").out())
                .contains("cross attention").doesNotContain("encoder attention", "decoder attention");
    }

    @Test
    void bartsDecoderReadsItsTextAsItWasWrittenOrAsItIs() {
        assertThat(decoderTokens(MAT, "A cat.")).startsWith("</s>", "<s>").doesNotContain("mat");
        assertThat(decoderTokens(MAT, "A cat.", "--unshifted")).startsWith("<s>").endsWith("</s>");
        assertThat(decoderTokens(MAT)).startsWith("</s>", "<s>", "The").endsWith(" mat");
    }

    private static List<String> decoderTokens(String... args) {
        List<String> all = new ArrayList<>(List.of("attention-head-view", "-m", "classroom-bart", "--attention",
                "decoder", "--json"));
        all.addAll(List.of(args));
        List<String> tokens = new ArrayList<>();
        Run.of(all.toArray(String[]::new)).json().get("decoder_tokens")
                .forEach(token -> tokens.add(token.get("token").stringValue()));
        return tokens;
    }

    @ParameterizedTest
    @CsvSource({"attention-head-view, 80", "attention-head-view, 140",
        "attention-neuron-view, 80", "attention-model-view, 80", "attention-model-view, 140"})
    void aLongTextIsFoldedIntoTheTerminal(String command, int columns) {
        Run run = Run.with(Map.of("COLUMNS", Integer.toString(columns)), "", command, LONG, "-m", "classroom-bert");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().map(TextWidth::of)).allMatch(width -> width <= columns);
        assertThat(run.out().lines().count()).isLessThan(150);
        assertThat(run.out()).containsAnyOf("--position shows any of them", "further keys have", "are not shown");
    }

    @Test
    void whatIsFoldedAwayCanBeAskedFor() {
        String out = Run.of("attention-head-view", LONG, "-m", "classroom-bert", "--layer", "1", "--position", "150",
                "--heads", "2").out();
        assertThat(row(out, "149 ")).contains("%");
    }

    @Test
    void colourShadesTheSharesAndItsLegendSaysHow() {
        Run run = Run.of("attention-head-view", KEYS, "--layer", "5", "--color", "always");
        assertThat(run.out()).contains("\u001b[1;38;5;231;48;5;18m  96 %\u001b[0m", "(each colour from that share on)");
        assertThat(Run.of("attention-model-view", KEYS, "--color", "always").out()).contains("each colour from");
        assertThat(Run.of("attention-head-view", KEYS, "--layer", "5").out()).doesNotContain("\u001b", "each colour");
        assertThat(Run.of("attention-neuron-view", KEYS, "--layer", "5", "--head", "3", "--color", "always").out())
                .contains("\u001b[38;5;208m███████████▊");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attention-head-view", "attention-neuron-view", "attention-model-view"})
    void aTerminalWithoutBlocksAndArrowsLosesNothing(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(InputStream.nullInputStream(), out, out, StandardCharsets.US_ASCII, Map.of());
        assertThat(CommandLines.run(console, command, KEYS)).isZero();
        assertThat(out.toString(StandardCharsets.US_ASCII)).contains("_cabinet").doesNotContain("?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attention-head-view", "attention-neuron-view", "attention-model-view"})
    void aFileOfTextsIsADocumentALine(String command) {
        Run run = Run.with(Map.of(),
                "{\"text\": \"" + MAT + "\", \"text_pair\": \"" + RUG + "\"}\n{\"text\": \"A cat\"}\n",
                command, "--batch", "-", "-m", "classroom-bert");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().map(Run::parse)).extracting(each -> each.get("encoder_tokens").size())
                .containsExactly(15, 4);
        Run faulty = Run.with(Map.of(), "{\"text\": \"A cat\"}\n", command, "--batch", "-", "-m", "classroom-bert",
                "--filter", "a-b");
        assertThat(faulty.code()).isEqualTo(1);
        assertThat(faulty.complaint()).contains("line 1", "give the second as TEXT_B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attention-head-view", "attention-neuron-view", "attention-model-view"})
    void aTextOfOneTokenHasNowhereElseToLook(String command) {
        for (String model : List.of("classroom-gpt2", "classroom-bert", "classroom-bart")) {
            assertThat(Run.of(command, "a", "-m", model).code()).isZero();
        }
    }

    private static String row(String out, String start) {
        Stream<String> rows = out.lines().map(line -> line.replaceAll(" +", " ").strip());
        return rows.filter(line -> line.startsWith(start)).findFirst()
                .orElseThrow(() -> new AssertionError("no line begins with '" + start + "' in:\n" + out));
    }
}
