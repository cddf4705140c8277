package org.vitrine.transformer.trace;

import org.jetbrains.annotations.Debug;
import org.vitrine.transformer.tensor.Tensor;

/** A recorder at a place in the model: it knows all words of a name but the last. */
@Debug.Renderer(text = "this.toString()")
public final class Scope {
    private final Recorder recorder;
    private final Stack stack;
    private final int layer;
    private final Part part;

    Scope(Recorder recorder, Stack stack, int layer, Part part) {
        this.recorder = recorder;
        this.stack = stack;
        this.layer = layer;
        this.part = part;
    }

    /** A part outside the layers. */
    public Scope in(Part newPart) {
        return new Scope(recorder, stack, TensorName.NO_LAYER, newPart);
    }

    /** A part of a layer. */
    public Scope in(int newLayer, Part newPart) {
        return new Scope(recorder, stack, newLayer, newPart);
    }

    /** Names the tensor, shows it to the recorder, and returns what the model goes on with. */
    public Tensor keep(Site site, Tensor tensor) {
        TensorName name = new TensorName(stack, layer, part, site);
        Tensor kept = recorder.keep(name, tensor.named(name, name.axes()));
        if (!kept.shape().equals(tensor.shape())) {
            throw new IllegalArgumentException(
                    name + " has shape " + tensor.shape() + "; the recorder gave back " + kept.shape());
        }
        return kept;
    }

    /** The words that it knows: {@code decoder.3.attn}. */
    @Override
    public String toString() {
        return stack + (layer == TensorName.NO_LAYER ? "" : "." + layer) + (part == null ? "" : "." + part);
    }
}
