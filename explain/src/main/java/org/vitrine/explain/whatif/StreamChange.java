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
 * One token's row of the stream is changed.
 *
 * @param layer after which; −1 for the embeddings, before the first
 * @param position of the token
 */
public record StreamChange(Stack stack, int layer, int position, Change change) implements Intervention {
    public StreamChange {
        Objects.requireNonNull(change, "change");
        Intervention.requireTower(stack);
        Intervention.requireCount("layer", layer, TensorName.NO_LAYER);
        Intervention.requireCount("position", position, 0);
    }

    @Override
    public TensorName site() {
        return layer == TensorName.NO_LAYER
                ? TensorName.of(stack, Part.EMBED, Site.RESID)
                : TensorName.of(stack, layer, Part.MLP, Site.RESID);
    }

    @Override
    public String sentence() {
        return "The stream after " + (layer == TensorName.NO_LAYER ? "the embeddings" : "layer " + layer) + " (" + stack
                + ") is " + change.words() + " " + Intervention.place(position);
    }

    @Override
    public Tensor apply(Tensor tensor, Map<String, Trace> sources) {
        Intervention.requireInside("position", position, tensor.dim(0), site());
        TokenLines lines = new TokenLines(0, tensor.dim(0), tensor.dim(1), tensor.dim(1));
        return Tensor.of(lines.changed(tensor.data(), change, position), tensor.shape());             // [T, d]
    }
}
