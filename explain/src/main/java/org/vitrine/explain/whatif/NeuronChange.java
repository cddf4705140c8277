package org.vitrine.explain.whatif;

import java.util.Map;
import java.util.Objects;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * A neuron is changed: one number of {@code mlp.act} for each token.
 *
 * @param position of the token, or {@link Intervention#ALL}
 */
public record NeuronChange(Stack stack, int layer, int neuron, int position, Change change) implements Intervention {
    public NeuronChange {
        Objects.requireNonNull(change, "change");
        Intervention.requireTower(stack);
        Intervention.requireCount("layer", layer, 0);
        Intervention.requireCount("neuron", neuron, 0);
        Intervention.requireCount("position", position, ALL);
    }

    @Override
    public TensorName site() {
        return TensorName.of(stack, layer, Part.MLP, Site.ACT);
    }

    @Override
    public String sentence() {
        return "Neuron " + neuron + " of layer " + layer + " (" + stack + ") is " + change.words() + " "
                + Intervention.place(position);
    }

    @Override
    public Tensor apply(Tensor tensor, Map<String, Trace> sources) {
        Intervention.requireInside("neuron", neuron, tensor.dim(1), site());
        Intervention.requireInside("position", position, tensor.dim(0), site());
        TokenLines lines = new TokenLines(neuron, tensor.dim(0), tensor.dim(1), 1);
        return Tensor.of(lines.changed(tensor.data(), change, position), tensor.shape());             // [T, f]
    }
}
