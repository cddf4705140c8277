package org.vitrine.ui.cli;

import java.util.Optional;
import org.vitrine.explain.check.Tolerance;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.Accelerator.Patience;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.ui.session.Backend;

/** A back end that is checked. It remembers whether its device failed: from then on the CPU's numbers would be compared. */
final class CheckedBackend implements AcceleratorListener {
    /** By then the vector back end has left plain loops, and the compiler has learnt the vector code. */
    private static final long NUMBERS_UNTIL_COMPILED = 100_000_000;

    private final Backend backend;
    private final Progress progress;
    private final Ops ops;
    private volatile String failure;

    private CheckedBackend(Backend backend, int threads, Progress progress) {
        this.backend = backend;
        this.progress = progress;
        this.ops = backend.ops(threads, Patience.WAIT, this);
    }

    private CheckedBackend(Accelerator accelerator, int threads, Progress progress) {
        this.backend = Backend.GPU;
        this.progress = progress;
        this.ops = accelerator.open(new VectorOps(threads), Patience.WAIT, this);
    }

    /** A back end on the CPU. */
    static CheckedBackend cpu(Backend backend, int threads, Progress progress) {
        return new CheckedBackend(backend, threads, progress);
    }

    /** A device, which is available. */
    static CheckedBackend gpu(Accelerator accelerator, int threads, Progress progress) {
        return new CheckedBackend(accelerator, threads, progress);
    }

    Backend backend() {
        return backend;
    }

    Ops ops() {
        return ops;
    }

    Tolerance tolerance() {
        return backend == Backend.GPU ? Tolerance.DEVICE : Tolerance.CPU;
    }

    /**
     * How many passes to make, of which the first and the last are compared.
     *
     * @param numbers what one pass computes
     */
    int passes(long numbers) {
        long passes = backend == Backend.VECTOR ? NUMBERS_UNTIL_COMPILED / Math.max(1, numbers) : 0;
        return Math.toIntExact(2 + passes);
    }

    /** Why the device stopped; empty if it did not. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void compiling(int done, int all) {
        progress.say("compiling for the device: " + done + " of " + all);
    }

    @Override
    public void failed(String reason) {
        failure = reason;
    }
}
