package org.vitrine.transformer.ops;

import java.util.List;

/** The back ends that run on a CPU, for properties that hold on all of them. */
public final class CpuOps {
    /** The definition, plain loops with and without threads, and vectors with and without threads. */
    public static final List<Ops> ALL = List.of(new ScalarOps(), new VectorOps(1), new VectorOps(3), WarmOps.of(1),
            WarmOps.of(2));

    private CpuOps() {
    }
}
