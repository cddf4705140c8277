package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.transformer.tensor.Tensor;

/** Made-up tokens and attention. */
final class Samples {
    static final Subject SUBJECT = new Subject("a-model", "typed text");
    /** Long, wide, narrow, invisible and hostile ones. */
    static final List<String> ODD = List.of("[CLS]", " the", "supercalifragilisticexpialidocious", "\n\t", "👩‍👩‍👧",
            " שלום", "", "\u0301", "    ", "\u202e\u0000", "日本語", "<b>&", "\ud800", " ", "##ing");

    private Samples() {
    }

    /** Odd tokens, again and again. */
    static List<AttentionToken> tokens(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new AttentionToken(i, 100 + i, ODD.get(i % ODD.size()), 0, i == 0)).toList();
    }

    static List<AttentionToken> tokens(String... tokens) {
        return IntStream.range(0, tokens.length).mapToObj(i -> new AttentionToken(i, i, tokens[i], 0, false)).toList();
    }

    /** Random attention backwards, with rows that sum to 1. */
    static AttentionMap causal(int layer, int heads, int tokens) {
        Random random = new Random(7);
        float[] weights = new float[heads * tokens * tokens];
        for (int row = 0; row < heads * tokens; row++) {
            double sum = 0;
            for (int key = 0; key <= row % tokens; key++) {
                weights[row * tokens + key] = (float) Math.exp(2 * random.nextGaussian());
                sum += weights[row * tokens + key];
            }
            for (int key = 0; key <= row % tokens; key++) {
                weights[row * tokens + key] /= (float) sum;
            }
        }
        return map(AttentionKind.DECODER, layer, tokens(tokens), Tensor.of(weights, heads, tokens, tokens));
    }

    static AttentionMap map(AttentionKind kind, int layer, List<AttentionToken> tokens, Tensor weights) {
        List<Integer> heads = new ArrayList<>(IntStream.range(0, weights.dim(0)).boxed().toList());
        return new AttentionMap(kind, layer, heads, false, tokens, tokens, weights);
    }
}
