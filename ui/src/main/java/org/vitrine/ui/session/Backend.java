package org.vitrine.ui.session;

import java.util.Locale;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.Accelerator.Patience;
import org.vitrine.transformer.ops.AcceleratorException;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;

/** How the numbers are computed. */
public enum Backend {
    /** The plain loops that define every operation; one thread. */
    SCALAR {
        @Override
        public Ops ops(int threads, Patience patience, AcceleratorListener listener) {
            return new ScalarOps();
        }
    },
    /** The Vector API with threads. */
    VECTOR {
        @Override
        public Ops ops(int threads, Patience patience, AcceleratorListener listener) {
            return new VectorOps(threads);
        }
    },
    /** An accelerator's device, and the vector back end where it cannot answer. */
    GPU {
        @Override
        public Ops ops(int threads, Patience patience, AcceleratorListener listener) {
            Accelerator accelerator = Accelerator.find()
                    .orElseThrow(() -> new AcceleratorException("this installation of Vitrine has no GPU back end"));
            return accelerator.open(new VectorOps(threads), patience, listener);
        }
    };

    /**
     * Operations that are computed so.
     *
     * @param threads how many may work at once
     * @param patience whether to wait for a device that is not ready
     * @param listener hears how far it is
     * @throws AcceleratorException if there is no device for it
     */
    public abstract Ops ops(int threads, Patience patience, AcceleratorListener listener);

    /** The word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
