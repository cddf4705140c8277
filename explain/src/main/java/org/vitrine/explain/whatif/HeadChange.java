package org.vitrine.explain.whatif;

import java.util.Map;
import java.util.Objects;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * What an attention head brings back is changed, before the output projection.
 *
 * @param position of the token that looks, or {@link Intervention#ALL}
 */
public record HeadChange(AttentionKind kind, int layer, int head, int position, Change change)
        implements
            Intervention {
    public HeadChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(change, "change");
        Intervention.requireCount("layer", layer, 0);
        Intervention.requireCount("head", head, 0);
        Intervention.requireCount("position", position, ALL);
    }

    @Override
    public TensorName site() {
        return kind.name(layer, Site.HEADS);
    }

    @Override
    public String sentence() {
        return "Head " + head + " of layer " + layer + " (" + kind + " attention) is " + change.words() + " "
                + Intervention.place(position);
    }

    @Override
    public Tensor apply(Tensor tensor, Map<String, Trace> sources) {
        Intervention.requireInside("head", head, tensor.dim(0), site());
        Intervention.requireInside("position", position, tensor.dim(1), site());
        int tokens = tensor.dim(1);
        int width = tensor.dim(2);
        TokenLines lines = new TokenLines(head * tokens * width, tokens, width, width);
        return Tensor.of(lines.changed(tensor.data(), change, position), tensor.shape());             // [H, T, e]
    }
}
