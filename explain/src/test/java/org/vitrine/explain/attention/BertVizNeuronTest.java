package org.vitrine.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.StoredTensor;
import tools.jackson.databind.JsonNode;

/** Every number of BertViz' neuron view, which runs its own BERT and GPT-2, and what its script derives from them. */
class BertVizNeuronTest {
    private static final Path FOLDER = Path.of("src/test/resources/bertviz");
    private static final int LAYERS = 3;
    private static final int HEADS = 4;
    private static final double ROOT_OF_WIDTH = Math.sqrt(12);

    @ParameterizedTest
    @CsvSource({"all, ALL", "aa, A_TO_A", "ab, A_TO_B", "ba, B_TO_A", "bb, B_TO_B"})
    void theSentenceFiltersOfAPairAreBertVizs(String word, SentenceFilter filter) {
        Pass pass = Pass.bert("pair");
        assertSame(pass, AttentionKind.ENCODER, filter, "bert_pair/" + word);

        JsonNode texts = Numbers.json(FOLDER.resolve("neuron_view_bert_pair_params.json")).get("attention");
        JsonNode all = texts.get("all").get("left_text");
        NeuronView view = pass.neurons(AttentionKind.ENCODER, 0, 0).filtered(filter);
        assertThat(words(view.queries(), all)).isEqualTo(texts.get(word).get("left_text").toString());
        assertThat(words(view.keys(), all)).isEqualTo(texts.get(word).get("right_text").toString());
    }

    @Test
    void oneTextsNumbersAreBertVizs() {
        assertSame(Pass.bert("single"), AttentionKind.ENCODER, SentenceFilter.ALL, "bert_single/all");
    }

    @Test
    void gpt2sNumbersAreBertVizs() {
        assertSame(Pass.gpt2("single"), AttentionKind.DECODER, SentenceFilter.ALL, "gpt2_single/all");
    }

    @Test
    void theProductsNeuronByNeuronAreBertVizs() {
        assertSameProducts(Pass.bert("pair").neurons(AttentionKind.ENCODER, 1, 2),
                "bert_pair/all/product_layer1_head2");
        assertSameProducts(Pass.gpt2("single").neurons(AttentionKind.DECODER, 0, 0),
                "gpt2_single/all/product_layer0_head0");
    }

    private static void assertSameProducts(NeuronView view, String name) {
        Tensor expected = read(name);
        for (int query = 0; query < view.queries().size(); query++) {
            Numbers.assertClose(view.product(query), expected.slice(query), name + ", query " + query);
        }
    }

    @Test
    void theScaledDotProductsAreBertVizs() {
        assertSameDots(Pass.bert("pair"), AttentionKind.ENCODER, "bert_pair/all/scaled_dot");
        assertSameDots(Pass.gpt2("single"), AttentionKind.DECODER, "gpt2_single/all/scaled_dot");
    }

    /** BertViz computes them from q and k, whether the query may look at the key or not; our scores are the model's. */
    private static void assertSameDots(Pass pass, AttentionKind kind, String name) {
        Tensor expected = read(name);
        for (int layer = 0; layer < LAYERS; layer++) {
            for (int head = 0; head < HEADS; head++) {
                NeuronView view = pass.neurons(kind, layer, head);
                for (int query = 0; query < view.queries().size(); query++) {
                    for (int key = 0; key < view.keys().size(); key++) {
                        double dot = expected.at(layer * HEADS + head, query, key);
                        double tolerance = Numbers.TOLERANCE + Numbers.TOLERANCE * Math.abs(dot);
                        assertThat(view.dot(query, key) / ROOT_OF_WIDTH).isCloseTo(dot, within(tolerance));
                        assertThat(view.visible(query, key)).isEqualTo(kind == AttentionKind.ENCODER || key <= query);
                        if (view.visible(query, key)) {
                            assertThat((double) view.scores().at(query, key)).isCloseTo(dot, within(tolerance));
                        }
                    }
                }
            }
        }
    }

    private static void assertSame(Pass pass, AttentionKind kind, SentenceFilter filter, String name) {
        Tensor weights = read(name + "/attn");
        Tensor queries = read(name + "/queries");
        Tensor keys = read(name + "/keys");
        assertThat(weights.dim(0)).isEqualTo(LAYERS * HEADS);
        for (int layer = 0; layer < LAYERS; layer++) {
            for (int head = 0; head < HEADS; head++) {
                NeuronView view = pass.neurons(kind, layer, head).filtered(filter);
                String what = name + " " + layer + "." + head;
                int slice = layer * HEADS + head;
                Numbers.assertClose(view.weights(), weights.slice(slice), what + " weights");
                Numbers.assertClose(view.q(), queries.slice(slice), what + " q");
                Numbers.assertClose(view.k(), keys.slice(slice), what + " k");
            }
        }
    }

    private static String words(List<AttentionToken> tokens, JsonNode words) {
        return tokens.stream().map(token -> words.get(token.position()).toString()).toList().toString().replace(", ",
                ",");
    }

    /** A tensor of the file; layers and heads, where it has both, are counted through. */
    private static Tensor read(String name) {
        try (Safetensors file = Safetensors.open(FOLDER.resolve("neuron_view.safetensors"))) {
            StoredTensor tensor = file.require(name);
            int[] shape = Arrays.stream(tensor.shape()).mapToInt(Math::toIntExact).toArray();
            int[] dims = shape.length == 4 ? new int[]{shape[0] * shape[1], shape[2], shape[3]} : shape;
            return Tensor.of(tensor.floats(), dims);
        }
    }
}
