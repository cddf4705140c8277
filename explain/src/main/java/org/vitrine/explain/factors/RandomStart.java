package org.vitrine.explain.factors;

import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;

/**
 * Random numbers whose product is about as large as the activations: scikit-learn's {@code init='random'} with {@code
 * random_state=seed}, which Ecco uses with seed 0; the same bits as there.
 *
 * @param seed 0 or more
 */
public record RandomStart(int seed) implements FactorStart {
    /** Numbers that are drawn between two looks at whether the guess is still wanted: some milliseconds. */
    private static final int DRAWN = 1 << 16;

    public RandomStart {
        if (seed < 0) {
            throw new IllegalArgumentException("a seed is 0 or more, not " + seed);
        }
    }

    @Override
    public String description() {
        return "random, seed " + seed;
    }

    @Override
    public Factors guess(ActivationMatrix x, int components, Ops ops) {
        return guess(x, components, ops, () -> {
        });
    }

    /** Sizes of normal numbers times √(mean / K): the neurons are drawn first, then the strengths, token by token. */
    @Override
    public Factors guess(ActivationMatrix x, int components, Ops ops, Runnable check) {
        check.run();
        float scale = (float) Math.sqrt(x.mean() / components);
        NumpyNormals normals = new NumpyNormals(seed);
        float[] neurons = new float[components * x.neurons()];
        for (int i = 0; i < neurons.length; i++) {
            if (i % DRAWN == 0) {
                check.run();
            }
            neurons[i] = Math.abs(scale * (float) normals.next());
        }
        int positions = x.positions();
        float[] strengths = new float[components * positions];
        for (int i = 0; i < strengths.length; i++) {
            strengths[i % components * positions + i / components] = Math.abs(scale * (float) normals.next());
        }
        return new Factors(Tensor.of(strengths, components, positions),
                Tensor.of(neurons, components, x.neurons()));
    }
}
