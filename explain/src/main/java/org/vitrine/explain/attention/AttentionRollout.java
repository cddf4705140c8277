package org.vitrine.explain.attention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.vitrine.transformer.ops.CancelledException;
import org.vitrine.transformer.tensor.Shape;
import org.vitrine.transformer.tensor.Tensor;

/**
 * How much of each token arrives where, through all layers up to one, if attention were all that moves it: Abnar and Zuidema
 * 2020, "Quantifying Attention Flow in Transformers", section 3.
 *
 * @param kind encoder or decoder; across stacks nothing rolls
 * @param tokens who sends and who receives
 * @param layers after each layer: [T, T], row t says what stands at t and sums to 1, as long as no token is left out
 */
public record AttentionRollout(AttentionKind kind, List<AttentionToken> tokens, List<Tensor> layers) {
    public AttentionRollout {
        tokens = List.copyOf(tokens);
        layers = List.copyOf(layers);
        requireOneStack(kind);
        Shape square = Shape.of(tokens.size(), tokens.size());
        for (Tensor layer : layers) {
            if (!layer.shape().equals(square)) {
                throw new IllegalArgumentException("a layer has shape " + layer.shape() + ", expected " + square);
            }
        }
    }

    private static void requireOneStack(AttentionKind kind) {
        if (kind == AttentionKind.CROSS) {
            throw new IllegalArgumentException(
                    "attention rolls out within a stack; cross attention leads from one to the other");
        }
    }

    /**
     * Rolls attention out. Half of what stands at a token is what the heads bring it, on average, the other half is what
     * stood there before: A = ½Ā + ½I with rows brought to 1, and after layer i the product Aᵢ·…·A₀.
     *
     * @param patterns of every layer [H, T, T]
     */
    static AttentionRollout of(AttentionKind kind, List<AttentionToken> tokens, List<Tensor> patterns) {
        requireOneStack(kind);
        int n = tokens.size();
        double[] rolled = identity(n);                                                  // [T, T]
        List<Tensor> layers = new ArrayList<>();
        for (Tensor pattern : patterns) {
            rolled = product(mixed(pattern), rolled, n);
            layers.add(tensor(rolled, n));
        }
        return new AttentionRollout(kind, tokens, layers);
    }

    /** ½Ā + ½I, every row brought to 1: [H, T, T] → [T, T]. */
    private static double[] mixed(Tensor pattern) {
        int heads = pattern.dim(0);
        int n = pattern.dim(1);
        double[] mixed = identity(n);
        for (int head = 0; head < heads; head++) {
            for (int i = 0; i < n * n; i++) {
                mixed[i] += (double) pattern.data()[head * n * n + i] / heads;
            }
        }
        for (int row = 0; row < n; row++) {
            double sum = Arrays.stream(mixed, row * n, (row + 1) * n).sum();            // 2, but for rounding
            for (int i = row * n; i < (row + 1) * n; i++) {
                mixed[i] /= sum;
            }
        }
        return mixed;
    }

    private static double[] identity(int n) {
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
        }
        return identity;
    }

    /** a·b; what a masked cell would bring is skipped. */
    private static double[] product(double[] a, double[] b, int n) {
        double[] out = new double[n * n];
        for (int row = 0; row < n; row++) {
            CancelledException.check();
            for (int inner = 0; inner < n; inner++) {
                double factor = a[row * n + inner];
                if (factor != 0) {
                    for (int column = 0; column < n; column++) {
                        out[row * n + column] += factor * b[inner * n + column];
                    }
                }
            }
        }
        return out;
    }

    private static Tensor tensor(double[] values, int n) {
        float[] data = new float[values.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) values[i];
        }
        return Tensor.of(data, n, n);
    }

    /** Without the tokens that the model's template put there; what they hold stays theirs, so rows no longer sum to 1. */
    public AttentionRollout withoutSpecials() {
        Selection words = Selection.of(tokens, token -> !token.special());
        return new AttentionRollout(kind, words.tokens(),
                layers.stream().map(layer -> words.cellsOfMatrix(layer, words)).toList());
    }

    /** How much of a token has arrived at another after a layer, 0 to 1; at and from are places in this view. */
    public float weight(int layer, int at, int from) {
        return layers.get(layer).at(at, from);
    }

    /**
     * What stands most at a token after a layer, strongest first; of equals the earlier token first.
     *
     * @param at the token's place in this view
     * @param most how many links are wanted
     */
    public List<AttentionLink> strongest(int layer, int at, int most) {
        Objects.checkIndex(at, tokens.size());
        int start = at * tokens.size();
        float[] row = Arrays.copyOfRange(layers.get(layer).data(), start, start + tokens.size());
        return new LinkRow(AttentionLink.AVERAGE, tokens.get(at), tokens, row).strongest(most, 0);
    }
}
