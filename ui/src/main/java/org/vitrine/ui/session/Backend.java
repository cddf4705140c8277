package org.vitrine.ui.session;

import java.util.Locale;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;

/** How the numbers are computed. */
public enum Backend {
    /** The plain loops that define every operation; one thread. */
    SCALAR {
        @Override
        public Ops ops(int threads) {
            return new ScalarOps();
        }
    },
    /** The Vector API with threads. */
    VECTOR {
        @Override
        public Ops ops(int threads) {
            return new VectorOps(threads);
        }
    };

    /**
     * Operations that are computed so.
     *
     * @param threads how many may work at once
     */
    public abstract Ops ops(int threads);

    /** The word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
