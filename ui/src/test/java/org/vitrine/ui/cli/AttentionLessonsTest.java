package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every lesson about attention, through the command line, against the reference's numbers. */
class AttentionLessonsTest {
    /** The reference's numbers have six decimals. */
    private static final double WEIGHT = 1e-5;
    private static final double SCORE = 1e-4;

    private static final JsonNode EXPECTED = read();

    private static JsonNode read() {
        try {
            return Run.parse(Files.readString(Path.of("src/test/resources/lessons-expected.json")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"head-subject", "ioi-head", "head-induction", "head-previous-token"})
    void aHeadLooksWhereTheReferencesHeadLooks(String id) {
        JsonNode lesson = EXPECTED.get(id);
        JsonNode found = Run.of("attention-head-view", lesson.get("text").stringValue(), "--layer",
                lesson.get("layer").asString(), "--heads", lesson.get("head").asString(), "--json").json();
        assertThat(numbers(found.get("decoder_tokens"), "id")).isEqualTo(numbers(lesson.get("token_ids")));
        assertThat(found.get("weights").size()).isEqualTo(1);
        requireClose(found.get("weights").get(0), lesson.get("attention"), WEIGHT);
    }

    @Test
    void theHeadThatLooksBackDoesSoAsMuchAsTheReferenceSays() {
        JsonNode lesson = EXPECTED.get("head-previous-token");
        JsonNode found = Run.of("attention-head-view", lesson.get("text").stringValue(), "--layer", "4", "--heads",
                "1", "--json").json();
        assertThat(found.at("/summaries/0/previous").doubleValue())
                .isCloseTo(lesson.get("mean_attention").doubleValue(), within(WEIGHT));
    }

    @ParameterizedTest
    @CsvSource({"1.0", "1.2", "3.0"})
    void headsLookLeftAndRight(String name) {
        JsonNode lesson = EXPECTED.get("head-view-cat-mat");
        JsonNode found = Run.of("attention-head-view", lesson.get("text").stringValue(), "-m", "classroom-bert",
                "--layer", name.substring(0, 1), "--heads", name.substring(2), "--json").json();
        assertThat(numbers(found.get("encoder_tokens"), "id")).isEqualTo(numbers(lesson.get("token_ids")));
        requireClose(found.get("weights").get(0), lesson.get("attention").get(name), WEIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"previous", "next", "special"})
    void theStrongestHabitsAreThoseOfTheReference(String habit) {
        JsonNode lesson = EXPECTED.get("head-view-cat-mat");
        JsonNode found = Run.of("attention-model-view", lesson.get("text").stringValue(), "-m", "classroom-bert",
                "--json").json();
        requireStrongest(found.at("/attentions/0/summaries"), habit, lesson.get(habit));
    }

    @Test
    void theNeuronsAddUpAsTheReferencesDo() {
        JsonNode lesson = EXPECTED.get("neuron-view-cat-mat-rug");
        JsonNode found = neurons(lesson, "1", "2", "10");
        assertThat(numbers(found.get("encoder_tokens"), "id")).isEqualTo(numbers(lesson.get("token_ids")));
        assertThat(numbers(found.get("encoder_tokens"), "segment")).isEqualTo(numbers(lesson.get("token_type_ids")));
        requireClose(found.get("weights"), lesson.get("attention"), WEIGHT);
        requireClose(found.get("scores"), lesson.get("scores"), SCORE);
        requireClose(found.get("q").get(10), lesson.get("query"), WEIGHT);
        requireClose(found.get("k").get(9), lesson.get("key"), WEIGHT);
        assertThat(found.get("key_position")).isEqualTo(lesson.get("key_position"));
        assertThat(numbers(found.get("neurons"), "neuron")).startsWith(9, 3, 18);
        double three = 0;
        for (int i = 0; i < 3; i++) {
            three += found.get("neurons").get(i).get("product").doubleValue();
        }
        assertThat(three / found.get("product").doubleValue()).isCloseTo(0.40, within(0.005));
    }

    @Test
    void aHeadJoinsTheTwoSentences() {
        JsonNode lesson = EXPECTED.get("neuron-view-cat-mat-rug");
        JsonNode joining = lesson.get("joining_head");
        JsonNode found = neurons(lesson, "5", "3", "9");
        assertThat(found.get("key_position")).isEqualTo(joining.get("key_position"));
        requireClose(found.get("weights"), joining.get("attention"), WEIGHT);
        requireClose(found.get("scores"), joining.get("scores"), SCORE);
    }

    private static JsonNode neurons(JsonNode lesson, String layer, String head, String position) {
        return Run.of("attention-neuron-view", lesson.get("text").stringValue(),
                lesson.get("text_pair").stringValue(), "--layer", layer, "--head", head, "--position", position,
                "--json").json();
    }

    @ParameterizedTest
    @CsvSource({"encoder, 0", "decoder, 1", "cross, 2"})
    void allThreeGridsOfBartAreThoseOfTheReference(String kind, int place) {
        JsonNode lesson = EXPECTED.get("model-view-house-budget");
        JsonNode found = Run.of("attention-model-view", lesson.get("text").stringValue(),
                lesson.get("text_pair").stringValue(), "-m", "classroom-bart", "--json").json();
        assertThat(numbers(found.get("encoder_tokens"), "id")).isEqualTo(numbers(lesson.get("token_ids")));
        assertThat(numbers(found.get("decoder_tokens"), "id")).isEqualTo(numbers(lesson.get("decoder_ids")));
        JsonNode grid = found.get("attentions").get(place);
        assertThat(grid.get("attention").stringValue()).isEqualTo(kind);
        JsonNode layers = lesson.get(kind + "_attention");
        assertThat(grid.get("layers").size()).isEqualTo(layers.size());
        for (int layer = 0; layer < layers.size(); layer++) {
            requireClose(grid.get("layers").get(layer).get("weights"), layers.get(layer), WEIGHT);
        }
        if (kind.equals("encoder")) {
            requireStrongest(grid.get("summaries"), "previous", lesson.get("encoder_previous"));
            requireStrongest(grid.get("summaries"), "next", lesson.get("encoder_next"));
        }
    }

    /** @param expected [share, layer, head], the strongest first */
    private static void requireStrongest(JsonNode summaries, String habit, JsonNode expected) {
        List<JsonNode> heads = new ArrayList<>();
        summaries.forEach(heads::add);
        heads.sort(Comparator.comparingDouble((JsonNode head) -> head.get(habit).doubleValue()).reversed());
        assertThat(expected.size()).isEqualTo(3);
        for (int i = 0; i < expected.size(); i++) {
            JsonNode head = heads.get(i);
            assertThat(head.get(habit).doubleValue()).isCloseTo(expected.get(i).get(0).doubleValue(), within(WEIGHT));
            assertThat(head.get("layer")).isEqualTo(expected.get(i).get(1));
            assertThat(head.get("head")).isEqualTo(expected.get(i).get(2));
        }
    }

    /** Numbers in lists in lists. */
    private static void requireClose(JsonNode found, JsonNode expected, double tolerance) {
        if (!expected.isArray()) {
            assertThat(found.doubleValue()).isCloseTo(expected.doubleValue(), within(tolerance));
            return;
        }
        assertThat(found.size()).isEqualTo(expected.size()).isPositive();
        for (int i = 0; i < expected.size(); i++) {
            requireClose(found.get(i), expected.get(i), tolerance);
        }
    }

    private static List<Integer> numbers(JsonNode array) {
        List<Integer> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.intValue()));
        return numbers;
    }

    private static List<Integer> numbers(JsonNode array, String name) {
        List<Integer> numbers = new ArrayList<>();
        array.forEach(entry -> numbers.add(entry.get(name).intValue()));
        return numbers;
    }
}
