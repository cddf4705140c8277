package org.vitrine.explain.factors;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/**
 * The two products of the activations X [T, N] that every iteration needs. X is held as weights both ways round, so that
 * both are what {@link Ops#linear} does best: a few rows against a large matrix that is read in one straight stream.
 */
final class ActivationProducts {
    private final Ops ops;
    private final Linear x;
    /** Xᵀ a layer at a time, so that a panel fits into the processor's cache while all factors use it. */
    private final List<Linear> layers = new ArrayList<>();

    ActivationProducts(ActivationMatrix matrix, Ops ops) {
        this.ops = ops;
        this.x = Linear.withoutBias(Weight.of(matrix.values()));
        for (int layer = 0; layer < matrix.layers(); layer++) {
            layers.add(Linear.withoutBias(Weight.transposeOf(matrix.layer(layer))));
        }
    }

    /** How strongly each factor's tokens fire each neuron: strengths·X, [K, T] → [K, N]. */
    Tensor ofStrengths(Tensor strengths) {
        return ops.linear(strengths, x);
    }

    /** How strongly each factor's neurons fire at each token: neurons·Xᵀ, [K, N] → [K, T]. */
    Tensor ofNeurons(Tensor neurons) {
        int components = neurons.dim(0);
        int positions = x.weight().inputs();
        double[] sums = new double[components * positions];
        for (int layer = 0; layer < layers.size(); layer++) {
            Tensor part = ops.linear(columns(neurons, layer), layers.get(layer));       // [K, T]
            for (int i = 0; i < sums.length; i++) {
                sums[i] += part.data()[i];
            }
        }
        float[] y = new float[sums.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) sums[i];
        }
        return Tensor.of(y, components, positions);
    }

    /** One layer's part of the factors: [K, N] → [K, f]. */
    private Tensor columns(Tensor neurons, int layer) {
        int width = neurons.dim(1) / layers.size();
        float[] columns = new float[neurons.dim(0) * width];
        for (int k = 0; k < neurons.dim(0); k++) {
            System.arraycopy(neurons.data(), k * neurons.dim(1) + layer * width, columns, k * width, width);
        }
        return Tensor.of(columns, neurons.dim(0), width);
    }
}
