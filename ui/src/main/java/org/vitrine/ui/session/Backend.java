package org.vitrine.ui.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.Accelerator.Patience;
import org.vitrine.transformer.ops.AcceleratorException;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;

/** How the numbers are computed. */
public enum Backend {
    /** The plain loops that define every operation; one thread. */
    SCALAR {
        @Override
        public Ops ops(int threads, Supplier<Optional<Accelerator>> found, Patience patience,
                AcceleratorListener listener) {
            return new ScalarOps();
        }
    },
    /** The Vector API with threads. */
    VECTOR {
        @Override
        public Ops ops(int threads, Supplier<Optional<Accelerator>> found, Patience patience,
                AcceleratorListener listener) {
            return new VectorOps(threads);
        }
    },
    /** An accelerator's device, and the vector back end where it cannot answer. */
    GPU {
        @Override
        public Ops ops(int threads, Supplier<Optional<Accelerator>> found, Patience patience,
                AcceleratorListener listener) {
            Accelerator accelerator = found.get().orElseThrow(() -> new AcceleratorException(MISSING));
            return accelerator.open(new VectorOps(threads), patience, listener);
        }
    };

    /** Why there is no device where no accelerator is installed, and what to do. */
    public static final String MISSING = "This installation of Vitrine has no GPU back end. "
            + "Choose vector, which computes the same.";

    /** How many threads may work at once at most. */
    public static final int MOST_THREADS = 256;

    /** How many threads the CPU's part takes if nobody says anything: one a core. */
    public static int usualThreads() {
        return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }

    /** What an accelerator has found; where none is installed, that. */
    public static AcceleratorStatus status(Optional<Accelerator> accelerator) {
        return accelerator.map(Accelerator::status)
                .orElseGet(() -> new AcceleratorStatus("", List.of(), MISSING, ""));
    }

    /**
     * Operations that are computed so.
     *
     * @param threads how many may work at once
     * @param patience whether to wait for a device that is not ready
     * @param listener hears how far it is
     * @throws AcceleratorException if there is no device for it
     */
    public Ops ops(int threads, Patience patience, AcceleratorListener listener) {
        return ops(threads, Accelerator::find, patience, listener);
    }

    /**
     * The same with an accelerator of the caller's.
     *
     * @param found gives it when it is needed; empty if none is installed
     * @throws AcceleratorException if there is no device for it
     */
    public abstract Ops ops(int threads, Supplier<Optional<Accelerator>> found, Patience patience,
            AcceleratorListener listener);

    /** The word on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
