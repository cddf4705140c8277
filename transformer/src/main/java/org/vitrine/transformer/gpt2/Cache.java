package org.vitrine.transformer.gpt2;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.transformer.tensor.Tensor;

/**
 * The keys and values of tokens that were read before, so that writing one more token reads one more token. Belongs to
 * generation; looking at a text needs none.
 */
public interface Cache {
    /** How many tokens were read before the pass that is about to begin. */
    int length();

    /** A layer's keys of all tokens so far: [H, T, e] of this pass → [H, S, e]. */
    Tensor keys(int layer, Tensor fresh);

    /** A layer's values of all tokens so far: [H, T, e] of this pass → [H, S, e]. */
    Tensor values(int layer, Tensor fresh);

    /** Remembers nothing: every pass reads its text from the start. */
    static Cache none() {
        return new Cache() {
            @Override
            public int length() {
                return 0;
            }

            @Override
            public Tensor keys(int layer, Tensor fresh) {
                return fresh;
            }

            @Override
            public Tensor values(int layer, Tensor fresh) {
                return fresh;
            }
        };
    }

    /** Remembers every token of every pass. */
    static Cache growing() {
        return new Cache() {
            private final List<Tensor> keys = new ArrayList<>();
            private final List<Tensor> values = new ArrayList<>();

            @Override
            public int length() {
                return keys.isEmpty() ? 0 : keys.getFirst().dim(1);
            }

            @Override
            public Tensor keys(int layer, Tensor fresh) {
                return grow(keys, layer, fresh);
            }

            @Override
            public Tensor values(int layer, Tensor fresh) {
                return grow(values, layer, fresh);
            }

            private static Tensor grow(List<Tensor> kept, int layer, Tensor fresh) {
                if (layer == kept.size()) {
                    kept.add(fresh);
                } else {
                    kept.set(layer, kept.get(layer).append(fresh));
                }
                return kept.get(layer);
            }
        };
    }
}
