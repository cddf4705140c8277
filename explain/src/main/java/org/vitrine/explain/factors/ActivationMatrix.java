package org.vitrine.explain.factors;

import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.tensor.Shape;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * What the neurons of some layers do at each token, negative activations clipped to 0 (Alammar 2021, "Ecco", section 4).
 *
 * @param stack whose neurons
 * @param fromLayer the first layer, counted from 0
 * @param toLayer the layer after the last
 * @param values X [T, N] with N = layers · f: a token's row holds the first layer's neurons first, the layers as they are
 *        numbered
 */
public record ActivationMatrix(Stack stack, int fromLayer, int toLayer, Tensor values) {
    /**
     * Reads {@code <stack>.<layer>.mlp.act} of the layers from {@code fromLayer} to the one before {@code toLayer}.
     *
     * @throws IllegalArgumentException if there is no layer in that range, or one of them was not recorded
     * @throws ModelException if an activation is infinite or not a number
     */
    public static ActivationMatrix of(Trace trace, Stack stack, int fromLayer, int toLayer) {
        int layers = trace.layers(
                name -> name.stack() == stack && name.part() == Part.MLP && name.site() == Site.ACT);
        if (fromLayer < 0 || toLayer <= fromLayer || toLayer > layers) {
            throw new IllegalArgumentException("from layer " + fromLayer + " to before layer " + toLayer
                    + " is no range of the " + stack + "'s " + layers
                    + " recorded layers: the first is 0, and at least one layer is needed");
        }
        Tensor first = trace.get(name(stack, fromLayer));
        int positions = first.dim(0);
        int width = first.dim(1);
        int neurons = Math.multiplyExact(toLayer - fromLayer, width);
        float[] values = new float[Shape.of(positions, neurons).size()];
        for (int layer = fromLayer; layer < toLayer; layer++) {
            Tensor act = trace.get(name(stack, layer));                                  // [T, f]
            for (int i = 0; i < act.size(); i++) {
                int column = (layer - fromLayer) * width + i % width;
                values[i / width * neurons + column] = clipped(act, i);
            }
        }
        return new ActivationMatrix(stack, fromLayer, toLayer, Tensor.of(values, positions, neurons));
    }

    private static TensorName name(Stack stack, int layer) {
        return TensorName.of(stack, layer, Part.MLP, Site.ACT);
    }

    private static float clipped(Tensor act, int i) {
        float value = act.data()[i];
        if (!Float.isFinite(value)) {
            throw new ModelException(act.label() + " holds " + value + " at token " + i / act.dim(1) + ", neuron "
                    + i % act.dim(1) + "; factors need finite activations: check the model's weights");
        }
        return Math.max(0, value);
    }

    /** How many tokens there are: T. */
    public int positions() {
        return values.dim(0);
    }

    /** How many neurons there are in all layers: N. */
    public int neurons() {
        return values.dim(1);
    }

    /** The squared Frobenius norm: the sum of all squares. */
    double squaredNorm() {
        double sum = 0;
        for (float value : values.data()) {
            sum += (double) value * value;
        }
        return sum;
    }

    /** The mean of all activations as NumPy gives it for {@code float32}, to the last bit. */
    float mean() {
        return sum(values.data(), 0, values.size()) / values.size();
    }

    /**
     * A sum in the order of NumPy's {@code pairwise_sum}: of up to 128 numbers eight running sums side by side, of more the
     * sums of two halves, the first a multiple of 8 long.
     */
    private static float sum(float[] x, int from, int count) {
        if (count > 128) {
            int half = count / 2 - count / 2 % 8;
            return sum(x, from, half) + sum(x, from + half, count - half);
        }
        int whole = count - count % 8;
        float[] s = new float[8];
        for (int i = 0; i < whole; i++) {
            s[i % 8] += x[from + i];
        }
        float total = s[0] + s[1] + (s[2] + s[3]) + (s[4] + s[5] + (s[6] + s[7]));
        for (int i = whole; i < count; i++) {
            total += x[from + i];
        }
        return total;
    }
}
