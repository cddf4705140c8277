package org.vitrine.transformer.layer;

import java.util.function.Supplier;
import org.vitrine.transformer.tensor.Tensor;

/** Remembers nothing. */
final class NoCache implements Cache {
    static final NoCache INSTANCE = new NoCache();

    private NoCache() {
    }

    @Override
    public int length() {
        return 0;
    }

    @Override
    public Tensor keys(int layer, Tensor fresh) {
        return fresh;
    }

    @Override
    public Tensor values(int layer, Tensor fresh) {
        return fresh;
    }

    @Override
    public Tensor crossKeys(int layer, Supplier<Tensor> fresh) {
        return fresh.get();
    }

    @Override
    public Tensor crossValues(int layer, Supplier<Tensor> fresh) {
        return fresh.get();
    }

    @Override
    public Cache fork() {
        return this;
    }

    @Override
    public String toString() {
        return "Cache of nothing";
    }
}
