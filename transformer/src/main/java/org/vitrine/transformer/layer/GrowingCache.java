package org.vitrine.transformer.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.vitrine.transformer.tensor.Tensor;

/** Remembers every token of every pass. The lists go by layer. */
final class GrowingCache implements Cache {
    private final List<Tensor> keys;
    private final List<Tensor> values;
    private final List<Tensor> crossKeys;
    private final List<Tensor> crossValues;

    GrowingCache() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private GrowingCache(List<Tensor> keys, List<Tensor> values, List<Tensor> crossKeys, List<Tensor> crossValues) {
        this.keys = keys;
        this.values = values;
        this.crossKeys = crossKeys;
        this.crossValues = crossValues;
    }

    @Override
    public int length() {
        return keys.isEmpty() ? 0 : keys.getFirst().dim(1);
    }

    @Override
    public Tensor keys(int layer, Tensor fresh) {
        return grow(keys, layer, fresh);
    }

    @Override
    public Tensor values(int layer, Tensor fresh) {
        return grow(values, layer, fresh);
    }

    @Override
    public Tensor crossKeys(int layer, Supplier<Tensor> fresh) {
        return once(crossKeys, layer, fresh);
    }

    @Override
    public Tensor crossValues(int layer, Supplier<Tensor> fresh) {
        return once(crossValues, layer, fresh);
    }

    @Override
    public Cache fork() {
        return new GrowingCache(new ArrayList<>(keys), new ArrayList<>(values), new ArrayList<>(crossKeys),
                new ArrayList<>(crossValues));
    }

    private static Tensor grow(List<Tensor> kept, int layer, Tensor fresh) {
        if (layer == kept.size()) {
            kept.add(fresh);
        } else {
            kept.set(layer, kept.get(layer).append(fresh));
        }
        return kept.get(layer);
    }

    private static Tensor once(List<Tensor> kept, int layer, Supplier<Tensor> fresh) {
        if (layer == kept.size()) {
            kept.add(fresh.get());
        }
        return kept.get(layer);
    }

    @Override
    public String toString() {
        return "Cache of " + length() + " tokens";
    }
}
