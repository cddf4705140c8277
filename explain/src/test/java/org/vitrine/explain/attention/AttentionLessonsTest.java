package org.vitrine.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.tokenizer.Token;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.weights.ModelFiles;
import tools.jackson.databind.JsonNode;

/** What the lessons say about attention, on the classroom models, against Hugging Face's numbers. */
class AttentionLessonsTest {
    private static final JsonNode LESSONS = Numbers.json(Path.of("../ui/src/test/resources/lessons-expected.json"));
    private static final Ops OPS = new VectorOps();
    private static final double PRINTED = 1e-5;

    @ParameterizedTest
    @ValueSource(strings = {"head-subject", "ioi-head", "head-induction", "head-previous-token"})
    void whereAHeadOfGpt2LooksIsTheReferences(String id) {
        JsonNode lesson = LESSONS.get(id);
        AttentionMap map = gpt2(lesson).map(AttentionKind.DECODER, lesson.get("layer").intValue())
                .only(List.of(lesson.get("head").intValue()));
        Numbers.assertClose(map.weights().slice(0), Numbers.matrix(lesson.get("attention")), id);
    }

    @Test
    void atCabinetTheHeadOfTheSubjectLooksAtKeysMost() {
        AttentionMap map = gpt2(LESSONS.get("head-subject")).map(AttentionKind.DECODER, 5);
        AttentionLink strongest = map.strongest(3, 4, 1, 0).getFirst();
        assertThat(strongest.head()).isEqualTo(3);
        assertThat(strongest.query().token()).isEqualTo(" cabinet");
        assertThat(strongest.key().token()).isEqualTo(" keys");
        assertThat(strongest.weight()).isCloseTo(0.957519, within(PRINTED));
    }

    @Test
    void theHeadThatCopiesTheNameLooksAtMaryAndHardlyAtJohn() {
        AttentionMap map = gpt2(LESSONS.get("ioi-head")).map(AttentionKind.DECODER, 5);
        assertThat(map.strongest(3, 13, 1, 0.5)).hasSize(1).first()
                .satisfies(link -> assertThat(link.key().token()).isEqualTo(" Mary"));
        assertThat((double) map.weight(3, 13, 3) + map.weight(3, 13, 9)).isCloseTo(0.006, within(0.0005));
    }

    @Test
    void theHeadThatLooksOneWordBackGivesItMoreThanHalf() {
        JsonNode lesson = LESSONS.get("head-previous-token");
        assertBest(gpt2(lesson).summaries(AttentionKind.DECODER), HeadSummary::previous,
                lesson.get("best_heads_for_this"));
        assertThat(gpt2(lesson).summary(AttentionKind.DECODER, 4, 1).previous())
                .isCloseTo(lesson.get("mean_attention").doubleValue(), within(PRINTED));
    }

    @Test
    void bertsHeadsLookLeftRightAndAtTheTemplatesTokens() {
        JsonNode lesson = LESSONS.get("head-view-cat-mat");
        AttentionReader reader = bert(lesson);
        lesson.get("attention").forEachEntry((place, expected) -> {
            int layer = Integer.parseInt(place.substring(0, 1));
            int head = Integer.parseInt(place.substring(2));
            Numbers.assertClose(reader.map(AttentionKind.ENCODER, layer).weights().slice(head),
                    Numbers.matrix(expected), place);
        });
        List<HeadSummary> heads = reader.summaries(AttentionKind.ENCODER);
        assertBest(heads, HeadSummary::previous, lesson.get("previous"));
        assertBest(heads, HeadSummary::next, lesson.get("next"));
        assertBest(heads, HeadSummary::special, lesson.get("special"));
    }

    @Test
    void theNeuronsOfTheHeadThatLooksOneWordBackFitLayToCat() {
        JsonNode lesson = LESSONS.get("neuron-view-cat-mat-rug");
        int lay = 10;
        int cat = lesson.get("key_position").intValue();
        NeuronView view = neurons(lesson, lesson.get("layer").intValue(), lesson.get("head").intValue());
        Numbers.assertClose(view.weights(), Numbers.matrix(lesson.get("attention")), "weights");
        Numbers.assertClose(view.scores(), Numbers.matrix(lesson.get("scores")), "scores");
        Numbers.assertClose(view.q().rows(lay).data(), floats(lesson.get("query")), "query");
        Numbers.assertClose(view.k().rows(cat).data(), floats(lesson.get("key")), "key");

        assertThat(view.queries().get(lay).token()).isEqualTo("lay");
        assertThat(view.keys().get(cat).token()).isEqualTo("cat");
        assertThat((double) view.scores().at(lay, cat)).isCloseTo(15.0, within(0.05));
        assertThat(view.dot(lay, cat) / Math.sqrt(view.q().dim(1)))
                .isCloseTo(view.scores().at(lay, cat), within(PRINTED));
        AttentionLink second = view.strongest(lay, 2, 0).get(1);
        assertThat((double) view.scores().at(lay, second.key().position())).isCloseTo(8.1, within(0.05));
        assertThat(view.strongest(lay, 1, 0).getFirst().weight()).isCloseTo(0.999, within(0.0005));

        List<NeuronTerm> terms = view.terms(lay, cat).subList(0, 3);
        assertThat(terms).extracting(NeuronTerm::neuron).containsExactly(9, 3, 18);
        double share = terms.stream().mapToDouble(NeuronTerm::product).sum() / view.dot(lay, cat);
        assertThat(share).isCloseTo(0.40, within(0.005));
    }

    @Test
    void oneHeadJoinsTheTwoSentences() {
        JsonNode joining = LESSONS.get("neuron-view-cat-mat-rug").get("joining_head");
        int layer = joining.get("layer").intValue();
        int head = joining.get("head").intValue();
        NeuronView view = neurons(LESSONS.get("neuron-view-cat-mat-rug"), layer, head);
        Numbers.assertClose(view.weights(), Numbers.matrix(joining.get("attention")), "weights");
        Numbers.assertClose(view.scores(), Numbers.matrix(joining.get("scores")), "scores");

        NeuronView acrossTexts = view.filtered(SentenceFilter.B_TO_A).withoutSpecials();
        AttentionLink strongest = acrossTexts.strongest(1, 1, 0).getFirst();
        assertThat(strongest.query().position()).isEqualTo(joining.get("query_position").intValue());
        assertThat(strongest.key().position()).isEqualTo(joining.get("key_position").intValue());
        assertThat(strongest.weight()).isCloseTo(0.32, within(0.005));
    }

    @Test
    void bartsEncoderDecoderAndTheBridgeAreTheReferences() {
        JsonNode lesson = LESSONS.get("model-view-house-budget");
        AttentionReader reader = bart(lesson);
        for (AttentionKind kind : AttentionKind.values()) {
            JsonNode expected = lesson.get(kind + "_attention");
            assertThat(reader.layers(kind)).isEqualTo(expected.size());
            for (int layer = 0; layer < expected.size(); layer++) {
                Numbers.assertClose(reader.map(kind, layer).weights(), Numbers.stack(expected.get(layer)),
                        kind + ", layer " + layer);
            }
        }
        assertBest(reader.summaries(AttentionKind.ENCODER), HeadSummary::previous, lesson.get("encoder_previous"));
        assertBest(reader.summaries(AttentionKind.ENCODER), HeadSummary::next, lesson.get("encoder_next"));
        HeadSummary back = best(reader.summaries(AttentionKind.DECODER), HeadSummary::previous).getFirst();
        assertThat(List.of(back.layer(), back.head())).isEqualTo(List.of(0, 3));
        assertThat(back.previous()).isCloseTo(0.33, within(0.005));
    }

    @Test
    void whileItWritesAWordBartLooksAtItInTheDocument() {
        JsonNode lesson = LESSONS.get("model-view-house-budget");
        AttentionMap cross = bart(lesson).map(AttentionKind.CROSS, 2).only(List.of(2));
        JsonNode pairs = lesson.get("copy_pairs_query_key");
        double sum = 0;
        int first = 0;
        for (JsonNode pair : pairs) {
            int query = pair.get(0).intValue();
            int key = pair.get(1).intValue();
            sum += cross.weight(0, query, key);
            first += cross.strongest(0, query, 1, 0).getFirst().key().position() == key ? 1 : 0;
        }
        assertThat(sum / pairs.size()).isCloseTo(0.624295, within(PRINTED));
        assertThat(first).isEqualTo(5);
    }

    private static void assertBest(List<HeadSummary> heads, ToDoubleFunction<HeadSummary> share, JsonNode expected) {
        List<HeadSummary> best = best(heads, share);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(share.applyAsDouble(best.get(i))).isCloseTo(expected.get(i).get(0).doubleValue(),
                    within(PRINTED));
            assertThat(best.get(i).layer()).isEqualTo(expected.get(i).get(1).intValue());
            assertThat(best.get(i).head()).isEqualTo(expected.get(i).get(2).intValue());
        }
    }

    private static List<HeadSummary> best(List<HeadSummary> heads, ToDoubleFunction<HeadSummary> share) {
        return heads.stream().sorted(Comparator.comparingDouble(share).reversed()).toList();
    }

    private static float[] floats(JsonNode numbers) {
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers.get(i).doubleValue();
        }
        return floats;
    }

    private static AttentionReader gpt2(JsonNode lesson) {
        Encoding encoding = encode("classroom-gpt2", lesson.get("text").stringValue(), "");
        Gpt2 model = Gpt2.load(ModelFiles.classroom("classroom-gpt2"), OPS);
        assertIds(lesson, encoding.ids());
        return new AttentionReader(Pass.trace(recording -> model.forward(encoding.ids(), recording)),
                new AttentionTokens(List.of(), tokens("classroom-gpt2", encoding.tokens())));
    }

    private static AttentionReader bert(JsonNode lesson) {
        return bert(lesson, Bert.load(ModelFiles.classroom("classroom-bert"), OPS));
    }

    private static AttentionReader bert(JsonNode lesson, Bert model) {
        String pair = lesson.has("text_pair") ? lesson.get("text_pair").stringValue() : "";
        Encoding encoding = encode("classroom-bert", lesson.get("text").stringValue(), pair);
        assertIds(lesson, encoding.ids());
        return new AttentionReader(
                Pass.trace(recording -> model.forward(encoding.ids(), encoding.segments(), recording)),
                new AttentionTokens(tokens("classroom-bert", encoding.tokens()), List.of()));
    }

    private static NeuronView neurons(JsonNode lesson, int layer, int head) {
        Bert model = Bert.load(ModelFiles.classroom("classroom-bert"), OPS);
        HeadWriter writer = new HeadWriter(OPS, model.weights().layers().get(layer).project());
        return bert(lesson, model).neurons(AttentionKind.ENCODER, layer, head, writer);
    }

    /** The decoder reads its start token and then the second text without its last token. */
    private static AttentionReader bart(JsonNode lesson) {
        Bart model = Bart.load(ModelFiles.classroom("classroom-bart"), OPS);
        Encoding read = encode("classroom-bart", lesson.get("text").stringValue(), "");
        Encoding written = encode("classroom-bart", lesson.get("text_pair").stringValue(), "");
        int[] decoderIds = model.config().shifted(written.ids());
        assertIds(lesson, read.ids());
        List<Token> shifted = new ArrayList<>(written.tokens());
        shifted.addFirst(shifted.removeLast()); // the start token is the end token
        return new AttentionReader(Pass.trace(recording -> model.forward(read.ids(), decoderIds, recording)),
                new AttentionTokens(tokens("classroom-bart", read.tokens()), tokens("classroom-bart", shifted)));
    }

    private static void assertIds(JsonNode lesson, int[] ids) {
        List<Integer> expected = new ArrayList<>();
        lesson.get("token_ids").forEach(id -> expected.add(id.intValue()));
        assertThat(ids).containsExactly(expected.toArray(Integer[]::new));
    }

    private static Encoding encode(String model, String text, String pair) {
        return tokenizer(model).encode(text, pair);
    }

    private static Tokenizer tokenizer(String model) {
        return Tokenizers.load(model, ModelFiles.classroom(model)::find);
    }

    private static List<AttentionToken> tokens(String model, List<Token> read) {
        Tokenizer tokenizer = tokenizer(model);
        List<AttentionToken> tokens = new ArrayList<>();
        for (Token token : read) {
            tokens.add(new AttentionToken(tokens.size(), token.id(), tokenizer.text(token.id()), token.segment(),
                    token.special()));
        }
        return tokens;
    }
}
