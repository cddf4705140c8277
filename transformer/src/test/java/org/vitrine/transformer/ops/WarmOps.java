package org.vitrine.transformer.ops;

/** For tests in other packages. */
public final class WarmOps {
    private WarmOps() {
    }

    /** A vector back end that takes vectors from its first operation on. */
    public static Ops of(int threads) {
        return VectorOps.warm(threads);
    }
}
