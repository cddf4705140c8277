package org.vitrine.transformer.trace;

import org.vitrine.transformer.tensor.Tensor;

/**
 * Is handed every tensor of a forward pass in the order of computation, and hands back the one to go on with: the
 * same, or another one when someone intervenes (ablate a head, patch an activation).
 */
@FunctionalInterface
public interface Recorder {
    /** Looks at a tensor; the model goes on with what is returned, which must have the same shape. */
    Tensor keep(TensorName name, Tensor tensor);

    /** Keeps nothing. */
    static Recorder off() {
        return (name, tensor) -> tensor;
    }

    /** Where a stack writes. */
    default Scope in(Stack stack) {
        return new Scope(this, stack, TensorName.NO_LAYER, null);
    }
}
