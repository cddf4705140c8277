package org.vitrine.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every number that BertViz 1.4.1 hands to its head view and its model view, of the same tiny models. */
class BertVizTest {
    private static final Map<String, SentenceFilter> FILTERS = Map.of("All", SentenceFilter.ALL,
            "Sentence A -> Sentence A", SentenceFilter.A_TO_A, "Sentence A -> Sentence B", SentenceFilter.A_TO_B,
            "Sentence B -> Sentence A", SentenceFilter.B_TO_A, "Sentence B -> Sentence B", SentenceFilter.B_TO_B);

    @Test
    void theHeadViewOfGpt2IsBertVizs() {
        JsonNode source = view("head_view_gpt2").get("attention").get(0);
        List<AttentionMap> maps = Pass.gpt2("single").reader().maps(AttentionKind.DECODER);
        assertSame(maps, source, source.get("left_text"), source.get("right_text"));
        assertThat(maps).hasSize(3);
    }

    @Test
    void theHeadViewOfOneTextIsBertVizs() {
        JsonNode source = view("head_view_bert_single").get("attention").get(0);
        assertSame(Pass.bert("single").reader().maps(AttentionKind.ENCODER), source, source.get("left_text"),
                source.get("right_text"));
    }

    @Test
    void someLayersWithAllTheirHeadsAreBertVizs() {
        JsonNode view = view("head_view_bert_single_layer1_heads02");
        JsonNode source = view.get("attention").get(0);
        AttentionReader reader = Pass.bert("single").reader();
        List<AttentionMap> maps = numbers(view.get("include_layers")).stream()
                .map(layer -> reader.map(AttentionKind.ENCODER, layer)).toList();
        assertSame(maps, source, source.get("left_text"), source.get("right_text"));

        AttentionMap chosen = reader.map(AttentionKind.ENCODER, view.get("layer").intValue())
                .only(numbers(view.get("heads")));
        assertThat(chosen.rows()).isEqualTo(2);
        for (int row = 0; row < 2; row++) {
            JsonNode expected = source.get("attn").get(0).get(chosen.head(row));
            Numbers.assertClose(chosen.weights().slice(row), Numbers.matrix(expected), "head " + chosen.head(row));
        }
    }

    @Test
    void someHeadsOfSomeLayersInTheModelViewAreBertVizs() {
        JsonNode view = view("model_view_bert_single_layers02_heads13");
        JsonNode source = view.get("attention").get(0);
        AttentionReader reader = Pass.bert("single").reader();
        List<AttentionMap> maps = numbers(view.get("include_layers")).stream()
                .map(layer -> reader.map(AttentionKind.ENCODER, layer).only(numbers(view.get("include_heads"))))
                .toList();
        assertSame(maps, source, source.get("left_text"), source.get("right_text"));
        assertThat(reader.heads(AttentionKind.ENCODER)).isEqualTo(view.get("total_heads").intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"head_view_bert_pair", "model_view_bert_pair"})
    void theSentenceFiltersOfAPairAreBertVizs(String name) {
        List<AttentionMap> maps = Pass.bert("pair").reader().maps(AttentionKind.ENCODER);
        JsonNode sources = view(name).get("attention");
        JsonNode words = sources.get(0).get("left_text");
        assertThat(sources.size()).isEqualTo(FILTERS.size());
        for (JsonNode source : sources) {
            SentenceFilter filter = FILTERS.get(source.get("name").stringValue());
            assertSame(maps.stream().map(map -> map.filtered(filter)).toList(), source, words, words);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"head_view_bart", "model_view_bart"})
    void encoderDecoderAndCrossAttentionOfBartAreBertVizs(String name) {
        AttentionReader reader = Pass.bart("single").reader();
        JsonNode sources = view(name).get("attention");
        assertThat(reader.kinds()).containsExactly(AttentionKind.ENCODER, AttentionKind.DECODER, AttentionKind.CROSS);
        for (int i = 0; i < 3; i++) {
            assertThat(sources.get(i).get("name").stringValue())
                    .isEqualToIgnoringCase(reader.kinds().get(i).toString());
            assertSame(reader.maps(reader.kinds().get(i)), sources.get(i), sources.get(i).get("left_text"),
                    sources.get(i).get("right_text"));
        }
    }

    /** @param left the words of all that look, of which the view shows some; likewise right */
    private static void assertSame(List<AttentionMap> maps, JsonNode source, JsonNode left, JsonNode right) {
        assertThat(source.get("attn").size()).isEqualTo(maps.size());
        for (int i = 0; i < maps.size(); i++) {
            AttentionMap map = maps.get(i);
            String what = source.get("name") + ", layer " + map.layer();
            assertThat(words(map.queries(), left)).as(what).isEqualTo(texts(source.get("left_text")));
            assertThat(words(map.keys(), right)).as(what).isEqualTo(texts(source.get("right_text")));
            Numbers.assertClose(map.weights(), Numbers.stack(source.get("attn").get(i)), what);
        }
    }

    private static List<String> words(List<AttentionToken> tokens, JsonNode words) {
        return tokens.stream().map(token -> words.get(token.position()).stringValue()).toList();
    }

    private static List<String> texts(JsonNode texts) {
        List<String> list = new ArrayList<>();
        texts.forEach(text -> list.add(text.stringValue()));
        return list;
    }

    private static List<Integer> numbers(JsonNode numbers) {
        List<Integer> list = new ArrayList<>();
        numbers.forEach(number -> list.add(number.intValue()));
        return list;
    }

    private static JsonNode view(String name) {
        return Numbers.json(Path.of("src/test/resources/bertviz", name + ".json"));
    }
}
