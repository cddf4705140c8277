package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every lesson that these commands can show, against the reference's numbers. */
class LessonsTest {
    /** The reference's probabilities have six decimals. */
    private static final double PROBABILITY = 1e-4;
    /** Two scores closer than this may change places: the order of summation decides. */
    private static final double NEAR_TIE = 1e-4;
    private static final Map<String, String> LENSES = Map.of("final-norm", "layers_final_norm", "raw", "layers_raw");

    private static JsonNode lessons() {
        return read("src/main/resources/org/vitrine/ui/tour/lessons.json");
    }

    private static JsonNode read(String file) {
        try {
            return Run.parse(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final JsonNode EXPECTED = read("src/test/resources/lessons-expected.json");

    /** The ids of all lessons that have an answer for each layer. */
    static Stream<String> lessonsWithLayers() {
        List<String> ids = new ArrayList<>();
        for (JsonNode lesson : lessons()) {
            String id = lesson.get("id").stringValue();
            if (lesson.get("model").stringValue().equals("classroom-gpt2") && EXPECTED.path(id).has("layers_raw")) {
                ids.add(id);
            }
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(12);
        return ids.stream();
    }

    @ParameterizedTest
    @MethodSource("lessonsWithLayers")
    void theCandidatesOfEachLayerAreThoseOfTheReference(String id) {
        JsonNode lesson = EXPECTED.get(id);
        LENSES.forEach((lens, key) -> {
            int topk = lesson.get(key).get(0).get("top").size();
            JsonNode found = Run.of("predictions", lesson.get("text").stringValue(), "--json", "--topk",
                    Integer.toString(topk + 5), "--lens", lens).json();
            assertThat(ids(found)).isEqualTo(numbers(lesson.get("token_ids")));
            if (lesson.has("position")) {
                assertThat(found.get("position").intValue()).isEqualTo(lesson.get("position").intValue());
            }
            assertThat(found.get("layers").size()).isEqualTo(lesson.get(key).size());
            for (int i = 0; i < lesson.get(key).size(); i++) {
                compare(found.get("layers").get(i).get("candidates"), lesson.get(key).get(i).get("top"),
                        id + ", row " + i);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("lessonsWithLayers")
    void theRanksOfTheWatchedTokensAreThoseOfTheReference(String id) {
        JsonNode lesson = EXPECTED.get(id);
        LENSES.forEach((lens, key) -> ranks(lesson.get("text").stringValue(), lens, lesson.get(key)));
    }

    @Test
    void aNameDecidesThePronoun() {
        JsonNode other = EXPECTED.get("watch-she-he").get("with_tom");
        LENSES.forEach((lens, key) -> ranks("Tom was hungry, so", lens, other.get(key)));
    }

    @Test
    void theLastLayersTwentyCandidatesAreThoseOfTheReference() {
        JsonNode lesson = EXPECTED.get("predictions-last-layer");
        JsonNode found = Run
                .of("predictions", lesson.get("text").stringValue(), "--json", "--topk", "25", "--layer", "5",
                        "--position", "7")
                .json();
        assertThat(found.get("layers").size()).isEqualTo(1);
        assertThat(found.get("layers").get(0).get("tensor").stringValue()).isEqualTo("decoder.5.mlp.resid");
        compare(found.get("layers").get(0).get("candidates"), lesson.get("last_layer_top20"), "last layer");
    }

    @Test
    void theWrittenTokensRanksAreThoseOfTheReference() {
        JsonNode lesson = EXPECTED.get("rankings-keys-cabinet");
        for (Map.Entry<String, String> lens : Map.of("final-norm", "final_norm", "raw", "raw").entrySet()) {
            JsonNode found = Run.of("rankings", lesson.get("text").stringValue(), "--generate", "1", "--json", "--lens",
                    lens.getKey()).json();
            List<Integer> ranks = new ArrayList<>();
            found.get("layers").forEach(layer -> ranks.add(layer.get("ranks").get(0).get("rank").intValue()));
            assertThat(ranks).isEqualTo(numbers(lesson.get("rank_per_layer").get(lens.getValue())));
            JsonNode column = found.get("columns").get(0);
            assertThat(column.get("token").stringValue()).isEqualTo(lesson.get("generated").get(0).stringValue());
            assertThat(column.get("id").intValue()).isEqualTo(lesson.get("generated").get(1).intValue());
            assertThat(found.get("layers").get(6).get("ranks").get(0).get("probability").doubleValue())
                    .isCloseTo(lesson.get("generated").get(2).doubleValue(), within(PROBABILITY));
        }
    }

    @Test
    void theStoryIsTheReferencesStory() {
        JsonNode lesson = EXPECTED.get("generate-story");
        JsonNode found = Run.of("generate", lesson.get("text").stringValue(), "--max-new-tokens", "60", "--json")
                .json();
        assertThat(numbers(found.get("ids"))).isEqualTo(numbers(lesson.get("output_ids")));
        assertThat(found.get("generated_text").stringValue()).isEqualTo(lesson.get("output_text").stringValue());
        assertThat(found.get("prompt_length").intValue()).isEqualTo(lesson.get("token_ids").size());
        assertThat(found.get("stop").stringValue()).isEqualTo("length");
    }

    @Test
    void theNewNameIsWrittenAsTheReferenceWritesIt() {
        JsonNode lesson = EXPECTED.get("new-name");
        JsonNode found = Run.of("generate", lesson.get("text").stringValue(), "--max-new-tokens", "3", "--json").json();
        assertThat(numbers(found.get("ids"))).isEqualTo(numbers(lesson.get("greedy_ids")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask-capital-italy", "mask-keys-cabinet", "mask-pronoun"})
    void eachLayerFillsTheMaskAsTheReferencesHeadDoes(String id) {
        JsonNode lesson = EXPECTED.get(id);
        JsonNode layers = lesson.get("layers_prediction_head");
        JsonNode found = Run.of("predictions", lesson.get("text").stringValue(), "--json", "--topk",
                Integer.toString(layers.get(0).get("top").size() + 5)).json();
        assertThat(found.get("model").stringValue()).isEqualTo("classroom-bert");
        assertThat(ids(found)).isEqualTo(numbers(lesson.get("token_ids")));
        assertThat(found.get("position").intValue()).isEqualTo(lesson.get("position").intValue());
        assertThat(found.get("layers").size()).isEqualTo(layers.size());
        for (int i = 0; i < layers.size(); i++) {
            compare(found.get("layers").get(i).get("candidates"), layers.get(i).get("top"), id + ", row " + i);
        }
    }

    @Test
    void twoSentencesAreNeighboursAsTheReferenceHasIt() {
        JsonNode lesson = EXPECTED.get("neuron-view-cat-mat-rug");
        JsonNode found = Run.of("predictions", lesson.get("text").stringValue(), lesson.get("text_pair").stringValue(),
                "--position", "2", "--json").json();
        assertThat(ids(found)).isEqualTo(numbers(lesson.get("token_ids")));
        assertThat(found.get("next_sentence_probability").doubleValue())
                .isCloseTo(lesson.get("is_next_probability").doubleValue(), within(PROBABILITY));
    }

    @Test
    void bartsDecoderFillsTheGapAsTheReferencesDoes() {
        JsonNode lesson = EXPECTED.get("infill-capital-spain");
        JsonNode found = Run.of("predictions", lesson.get("text").stringValue(), "--topk", "20", "--json").json();
        List<Integer> source = new ArrayList<>();
        found.get("source").forEach(token -> source.add(token.get("id").intValue()));
        assertThat(source).isEqualTo(numbers(lesson.get("token_ids")));
        assertThat(found.get("position").intValue()).isEqualTo(lesson.get("position").intValue() + 1);
        compare(found.get("layers").get(3).get("candidates"), lesson.get("candidates"), "the last layer");
    }

    @ParameterizedTest
    @CsvSource({"generate-summary, 40", "infill-capital-spain, 60"})
    void bartWritesWhatTheReferenceWrites(String id, int longest) {
        JsonNode lesson = EXPECTED.get(id);
        JsonNode found = Run.of("generate", lesson.get("text").stringValue(), "-m", "classroom-bart",
                "--max-new-tokens", Integer.toString(longest - 1), "--json").json();
        assertThat(found.get("beams").intValue()).isEqualTo(4);
        assertThat(numbers(found.get("ids"))).isEqualTo(numbers(lesson.get("output_ids")));
        assertThat(found.get("generated_text").stringValue()).isEqualTo(lesson.get("output_text").stringValue());
        assertThat(found.get("stop").stringValue()).isEqualTo("end");
    }

    @Test
    void oneBeamIsGreedy() {
        JsonNode lesson = EXPECTED.get("generate-summary");
        JsonNode found = Run.of("generate", lesson.get("text").stringValue(), "-m", "classroom-bart", "--beams", "1",
                "--json").json();
        assertThat(numbers(found.get("ids"))).isEqualTo(numbers(lesson.get("greedy_ids")));
    }

    private static void ranks(String text, String lens, JsonNode layers) {
        List<String> words = new ArrayList<>();
        layers.get(0).get("watch").propertyNames().forEach(words::add);
        List<String> args = new ArrayList<>(List.of("rankings-watch", text, "--json", "--lens", lens));
        words.forEach(word -> args.addAll(List.of("--watch", word)));
        JsonNode found = Run.of(args.toArray(String[]::new)).json();
        for (int i = 0; i < layers.size(); i++) {
            for (int w = 0; w < words.size(); w++) {
                JsonNode expected = layers.get(i).get("watch").get(words.get(w));
                JsonNode cell = found.get("layers").get(i).get("ranks").get(w);
                String where = text + ", " + lens + ", row " + i + ", " + words.get(w);
                assertThat(cell.get("rank").intValue()).as(where).isEqualTo(expected.get("rank").intValue());
                assertThat(cell.get("probability").doubleValue()).as(where)
                        .isCloseTo(expected.get("prob").doubleValue(), within(PROBABILITY));
            }
        }
    }

    private static void compare(JsonNode found, JsonNode expected, String where) {
        for (int i = 0; i < expected.size(); i++) {
            int id = expected.get(i).get(1).intValue();
            JsonNode candidate = found.get(i);
            for (JsonNode other : found) {
                double gap = Math.abs(other.get("logit").doubleValue() - found.get(i).get("logit").doubleValue());
                if (other.get("id").intValue() == id && gap < NEAR_TIE) {
                    candidate = other;
                }
            }
            assertThat(candidate.get("id").intValue()).as(where + ", rank " + (i + 1)).isEqualTo(id);
            assertThat(candidate.get("token").stringValue()).as(where).isEqualTo(expected.get(i).get(0).stringValue());
            assertThat(candidate.get("probability").doubleValue()).as(where + ", rank " + (i + 1))
                    .isCloseTo(expected.get(i).get(2).doubleValue(), within(PROBABILITY));
        }
    }

    private static List<Integer> ids(JsonNode document) {
        List<Integer> ids = new ArrayList<>();
        document.get("tokens").forEach(token -> ids.add(token.get("id").intValue()));
        return ids;
    }

    private static List<Integer> numbers(JsonNode array) {
        List<Integer> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.intValue()));
        return numbers;
    }
}
