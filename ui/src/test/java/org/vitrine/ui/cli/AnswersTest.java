package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people see, and that it agrees with the documents. */
class AnswersTest {
    private static final String HEATHROW = " Heathrow airport is in the city of";

    @Test
    void predictionsShowEveryLayerWithItsBestTokenAndTheLens() {
        Run run = Run.of("predictions", HEATHROW);
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("classroom-gpt2", "·Heathrow  ·airport", "Lens final-norm: every layer is read");
        assertThat(run.out().lines().filter(line -> line.startsWith("embeddings"))).singleElement().asString()
                .contains("·of      > 99.99 %");
        assertThat(run.out().lines().filter(line -> line.startsWith("layer 5"))).singleElement().asString()
                .contains("████████  ·London    99.82 %");
    }

    @Test
    void allCandidatesThatWereAskedForAreShownUncut() {
        Run run = Run.of("predictions", HEATHROW, "--topk", "20");
        JsonNode layers = Run.of("predictions", HEATHROW, "--topk", "20", "--json").json().get("layers");
        for (JsonNode layer : layers) {
            assertThat(layer.get("candidates").size()).isEqualTo(20);
            for (JsonNode candidate : layer.get("candidates")) {
                String token = candidate.get("token").stringValue();
                if (token.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
                    assertThat(run.out()).contains(token.replace(' ', '·') + " ");
                }
            }
        }
    }

    @Test
    void aPlaceBeyondTheTextIsReachedByWritingOn() {
        Run run = Run.of("predictions", HEATHROW, "--position", "8", "--json");
        JsonNode tokens = run.json().get("tokens");
        assertThat(tokens.size()).isEqualTo(8);
        assertThat(tokens.get(7).get("token").stringValue()).isEqualTo(" London");
        assertThat(tokens.get(7).get("written").booleanValue()).isTrue();
        assertThat(tokens.get(6).get("written").booleanValue()).isFalse();
        assertThat(run.complaint()).contains("7 tokens", "wrote 1 more");
        assertThat(Run.of("predictions", HEATHROW, "--position", "8").out()).contains("+·London",
                "+ written by the model");
    }

    @Test
    void aPlaceInsideTheTextIsPredictedFromWhatStandsBeforeIt() {
        JsonNode inside = Run.of("predictions", HEATHROW, "--position", "6", "--json").json();
        JsonNode cut = Run.of("predictions", " Heathrow airport is in the city", "--json").json();
        assertThat(inside.get("position").intValue()).isEqualTo(6);
        assertThat(cut.get("position").intValue()).isEqualTo(6);
        for (int i = 0; i < 7; i++) {
            assertThat(inside.at("/layers/" + i + "/candidates/0/id"))
                    .isEqualTo(cut.at("/layers/" + i + "/candidates/0/id"));
        }
    }

    @Test
    void embeddingsAreALayerOfTheirOwn() {
        JsonNode byWord = Run.of("predictions", HEATHROW, "--layer", "embeddings", "--json").json();
        assertThat(byWord).isEqualTo(Run.of("predictions", HEATHROW, "--layer", "-1", "--json").json());
        assertThat(byWord.at("/layers/0/layer").intValue()).isEqualTo(-1);
        assertThat(byWord.at("/layers/0/tensor").stringValue()).isEqualTo("decoder.embed.resid");
        assertThat(byWord.get("layers").size()).isEqualTo(1);
    }

    @Test
    void bothBackEndsSayTheSame() {
        assertThat(Run.of("predictions", HEATHROW, "--backend", "scalar").out())
                .isEqualTo(Run.of("predictions", HEATHROW, "--backend", "vector", "--threads", "3").out());
    }

    @Test
    void ofTheWatchedTokensTheOneAheadIsMarked() {
        String out = Run.of("rankings-watch", "The keys to the cabinet", "--watch", " is", "--watch", " are").out();
        assertThat(row(out, "embeddings")).isEqualTo("embeddings 3954 2983 ◀");
        assertThat(row(out, "layer 0")).isEqualTo("layer 0 1 ◀ 39");
        assertThat(row(out, "layer 5")).isEqualTo("layer 5 14 1 ◀");
    }

    @Test
    void aWordOfSeveralTokensIsWatchedByItsFirstAndSaysSo() {
        Run run = Run.of("rankings-watch", "My name is", "--watch", " Kalthin", "--watch-id", "337", "--json");
        assertThat(run.complaint()).contains("' Kalthin' is 3 tokens", "the first is watched");
        JsonNode watched = run.json().get("watched");
        assertThat(watched.get(0).get("pieces").size()).isEqualTo(3);
        assertThat(watched.get(0).get("token").stringValue()).isEqualTo(" K");
        assertThat(watched.get(1).get("token").stringValue()).isEqualTo(" are");
        assertThat(Run.of("rankings-watch", "a", "--watch-id", "4000").complaint()).contains("0 to 3999");
    }

    @Test
    void aWatchedPlaceMayLieInWhatTheModelWrote() {
        JsonNode document = Run.of("rankings-watch", "The keys to the cabinet", "--watch", " in", "--generate", "3",
                "--position", "6", "--json").json();
        assertThat(document.get("tokens").size()).isEqualTo(8);
        assertThat(document.get("position").intValue()).isEqualTo(6);
        assertThat(document.at("/layers/6/ranks/0/rank").intValue()).isEqualTo(1);
    }

    @Test
    void theTextsOwnTokensAreRankedOnRequest() {
        JsonNode document = Run.of("rankings", "The keys to the cabinet", "--generate", "2", "--show-inputs", "--json")
                .json();
        assertThat(document.get("columns").size()).isEqualTo(6);
        assertThat(document.at("/columns/0/position").intValue()).isEqualTo(1);
        assertThat(document.at("/columns/0/token").stringValue()).isEqualTo(" keys");
        assertThat(document.at("/layers/6/ranks/4/rank").intValue()).isEqualTo(1);
    }

    @Test
    void tokenizeShowsTokensAndTheMergesThatMadeThem() {
        String out = Run.of("tokenize", " airport hello").out();
        assertThat(out.replaceAll(" +", " ")).contains("495 ·airport Ġairport 0 to 8", "Ġ a i r p o r t", "h e l l o");
        JsonNode document = Run.of("tokenize", " airport hello", "--json").json();
        assertThat(document.at("/steps/words/0/text").stringValue()).isEqualTo(" airport");
        assertThat(document.at("/steps/glyphs/0/bytes/0").intValue()).isEqualTo(32);
        JsonNode merges = document.at("/steps/merges/0/merges");
        assertThat(merges.get(merges.size() - 1).get("result").stringValue()).isEqualTo("Ġairport");
    }

    @Test
    void ofALongTextTheStepsAreShownOnRequest() {
        String text = "one two three four five six seven eight nine ten";
        assertThat(Run.of("tokenize", text).out()).contains("2 more words; --steps").doesNotContain("Ġ t e n");
        assertThat(Run.of("tokenize", text, "--steps").out()).contains("Ġ t e n").doesNotContain("more words");
    }

    @Test
    void inspectListsConfigurationAndTensors() {
        Run run = Run.of("inspect", "classroom-gpt2");
        assertThat(run.code()).isZero();
        assertThat(run.out().replaceAll(" +", " ")).contains("layers 6", "vocabulary 4000",
                "transformer.wte.weight F32 [4000, 128] 2 048 000", "1 734 656 numbers");
        JsonNode document = Run.of("inspect", Run.TINY.toString(), "--json").json();
        JsonNode file = Run.of("inspect", Run.TINY.resolve("model.safetensors").toString(), "--json").json();
        assertThat(document.get("bytes")).isEqualTo(file.get("bytes"));
        assertThat(document.get("tensors").size()).isEqualTo(file.get("tensors").size()).isPositive();
    }

    @Test
    void modelsListsTheClassroomModels() {
        assertThat(Run.of("models").out()).contains("classroom-gpt2  GPT-2: 6 layers of width 128");
        assertThat(Run.of("models", "--json").json().at("/models/0/model").stringValue()).isEqualTo("classroom-gpt2");
    }

    private static String row(String out, String start) {
        return out.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow().replaceAll(" +", " ")
                .strip();
    }
}
