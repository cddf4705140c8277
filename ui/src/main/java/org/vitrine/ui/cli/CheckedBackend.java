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
    /** So many numbers into its work the vector back end has left its plain loops, whatever the model. */
    private static final long NUMBERS_UNTIL_VECTORS = 150_000_000;
    /** So many numbers of one model it takes the compiler to turn the vector code that the model needs into instructions. */
    private static final long NUMBERS_UNTIL_COMPILED = 40_000_000;

    private final Backend backend;
    private final Progress progress;
    private final Ops ops;
    private long computed;
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

    /** How far its numbers may be from those of a reference. */
    Tolerance tolerance(ModelCheck.Reference reference) {
        if (backend == Backend.GPU) {
            return Tolerance.DEVICE;
        }
        return reference == ModelCheck.Reference.GOLDEN ? Tolerance.GOLDEN : Tolerance.CPU;
    }

    /**
     * How many passes to make over the next model, of which the first and the last are compared.
     *
     * @param numbers what one pass computes
     */
    int passes(long numbers) {
        long further = backend == Backend.VECTOR
                ? Math.max(0, NUMBERS_UNTIL_VECTORS - computed) + NUMBERS_UNTIL_COMPILED
                : 0;
        long passes = 2 + further / Math.max(1, numbers);
        computed += passes * numbers;
        return Math.toIntExact(passes);
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
