package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Puts to a model the questions of the page that Vitrine began with, and compares with the numbers printed there. */
record PageNumbers(String model) {
    /** Printed by other versions of PyTorch, and inner layers without a norm have scores in the hundreds. */
    private static final double TOLERANCE = 1e-3;

    /**
     * A word on the page.
     *
     * @param probability as it was printed
     */
    record Word(String token, double probability) {
    }

    /** The ids of a text. */
    void requireIds(String text, Integer... ids) {
        List<Integer> found = new ArrayList<>();
        tokens(text).forEach(token -> found.add(token.get("id").intValue()));
        assertThat(found).as("ids of '%s'", text).containsExactly(ids);
    }

    /** How many tokens a text is. */
    void requireTokens(String text, int count) {
        assertThat(tokens(text).size()).as("tokens").isEqualTo(count);
    }

    private JsonNode tokens(String text) {
        return Run.of("tokenize", text, "-m", model, "--json").json().get("tokens");
    }

    /** The likeliest words at a place after a layer, without the final norm, best first. */
    void requirePredictions(String text, int position, int layer, Word... words) {
        JsonNode candidates = Run.of("predictions", text, "-m", model, "--json", "--lens", "raw", "--position",
                Integer.toString(position), "--layer", Integer.toString(layer), "--topk",
                Integer.toString(words.length)).json().at("/layers/0/candidates");
        for (int i = 0; i < words.length; i++) {
            String where = "position " + position + ", layer " + layer + ", rank " + (i + 1);
            assertThat(candidates.get(i).get("token").stringValue()).as(where).isEqualTo(words[i].token);
            assertThat(candidates.get(i).get("probability").doubleValue()).as(where).isCloseTo(words[i].probability,
                    within(TOLERANCE));
        }
    }

    /** How many factors of how many positions; none of them is empty. */
    void requireFactors(String text, int factors, int positions) {
        JsonNode components = Run.of("activations", text, "-m", model, "--json", "--components",
                Integer.toString(factors)).json().get("components");
        assertThat(components.size()).isEqualTo(factors);
        for (JsonNode component : components) {
            assertThat(component.get("strengths").size()).isEqualTo(positions);
            assertThat(component.get("strengths")).anyMatch(strength -> strength.doubleValue() > 0);
        }
    }

    /** How many layers and heads each attention between two texts has; every token gives away all its attention. */
    void requireModelView(String text, String decoderText, int layers, int heads) {
        JsonNode attentions = Run.of("attention-model-view", text, decoderText, "-m", model, "--json", "--unshifted")
                .json().get("attentions");
        assertThat(attentions).extracting(each -> each.get("attention").stringValue()).containsExactly("encoder",
                "decoder", "cross");
        for (JsonNode attention : attentions) {
            assertThat(attention.get("layers").size()).isEqualTo(layers);
            for (JsonNode layer : attention.get("layers")) {
                assertThat(layer.get("weights").size()).isEqualTo(heads);
                for (JsonNode head : layer.get("weights")) {
                    assertThat(head.size()).isEqualTo(attention.get("queries").size());
                    head.forEach(row -> requireShares(row, attention.get("keys").size()));
                }
            }
        }
    }

    private static void requireShares(JsonNode row, int keys) {
        double sum = 0;
        for (JsonNode share : row) {
            sum += share.doubleValue();
        }
        assertThat(row.size()).isEqualTo(keys);
        assertThat(sum).isCloseTo(1, within(1e-5));
    }
}
