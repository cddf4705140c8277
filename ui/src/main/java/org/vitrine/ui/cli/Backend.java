package org.vitrine.ui.cli;

import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;

/** How the numbers are computed. */
enum Backend {
    /** The plain loops that define every operation; one thread. */
    SCALAR {
        @Override
        Ops ops(int threads) {
            return new ScalarOps();
        }
    },
    /** The Vector API with threads. */
    VECTOR {
        @Override
        Ops ops(int threads) {
            return new VectorOps(threads);
        }
    };

    abstract Ops ops(int threads);
}
