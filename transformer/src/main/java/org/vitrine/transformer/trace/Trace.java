package org.vitrine.transformer.trace;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jetbrains.annotations.Debug;
import org.vitrine.transformer.tensor.Tensor;

/** Everything that was kept of one forward pass, in the order of computation. Immutable. */
@Debug.Renderer(text = "this.toString()", childrenArray = "this.tensors().toArray()")
public final class Trace {
    private final Map<TensorName, Tensor> tensors;

    Trace(Map<TensorName, Tensor> tensors) {
        this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /** All names, in the order of computation. */
    public List<TensorName> names() {
        return List.copyOf(tensors.keySet());
    }

    /** All tensors, in the order of computation. */
    public Collection<Tensor> tensors() {
        return tensors.values();
    }

    /** How many layers such tensors tell of: one more than the highest that has one, 0 if none has. */
    public int layers(Predicate<TensorName> wanted) {
        return names().stream().filter(wanted).mapToInt(name -> name.layer() + 1).max().orElse(0);
    }

    /** The tensor of this name, if it was recorded. */
    public Optional<Tensor> find(TensorName name) {
        return Optional.ofNullable(tensors.get(name));
    }

    /** The tensor of this name; says what else is there when it was not recorded. */
    public Tensor get(TensorName name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name + " was not recorded; this trace holds "
                + (tensors.isEmpty() ? "nothing" : tensors.size() + " tensors, from " + first() + " to " + last())));
    }

    /** The tensor that this text names, for example {@code decoder.0.attn.pattern}. */
    public Tensor get(String name) {
        return get(TensorName.parse(name));
    }

    private TensorName first() {
        return names().getFirst();
    }

    private TensorName last() {
        return names().getLast();
    }

    @Override
    public String toString() {
        return "Trace of " + tensors.size() + " tensors" + (tensors.isEmpty() ? "" : ": " + first() + " … " + last());
    }
}
