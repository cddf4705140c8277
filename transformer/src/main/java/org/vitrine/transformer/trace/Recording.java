package org.vitrine.transformer.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jetbrains.annotations.Debug;
import org.vitrine.transformer.tensor.Tensor;

/** A recorder that stores the tensors it is told to keep: pointers, no copies, since no tensor ever changes. */
@Debug.Renderer(text = "this.toString()", childrenArray = "this.trace().tensors().toArray()")
public final class Recording implements Recorder {
    private final Map<TensorName, Tensor> kept = new LinkedHashMap<>();
    private final Predicate<TensorName> wanted;

    private Recording(Predicate<TensorName> wanted) {
        this.wanted = wanted;
    }

    /** Keeps everything. */
    public static Recording everything() {
        return new Recording(name -> true);
    }

    /** Keeps what the predicate admits. */
    public static Recording only(Predicate<TensorName> wanted) {
        return new Recording(wanted);
    }

    @Override
    public Tensor keep(TensorName name, Tensor tensor) {
        if (wanted.test(name) && kept.put(name, tensor) != null) {
            throw new IllegalStateException(name + " was recorded twice; a recording is for one forward pass");
        }
        return tensor;
    }

    /** What was kept so far. */
    public Trace trace() {
        return new Trace(kept);
    }

    @Override
    public String toString() {
        return "Recording, so far a " + trace();
    }
}
