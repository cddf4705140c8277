package org.vitrine.bench.work;

import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.Accelerator.Patience;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.Ops;

/** A device that was opened for one work: how long it compiled, and whether it failed. */
final class OpenDevice implements AcceleratorListener {
    private final Ops ops;
    private final double milliseconds;
    private long begun;
    private double compiling;
    private volatile String failure;

    private OpenDevice(Accelerator accelerator, Ops cpu) {
        long start = System.nanoTime();
        this.ops = accelerator.open(cpu, Patience.WAIT, this);
        this.milliseconds = Timing.milliseconds(start);
    }

    static OpenDevice open(Accelerator accelerator, Ops cpu) {
        return new OpenDevice(accelerator, cpu);
    }

    Ops ops() {
        return ops;
    }

    /** How long opening took. */
    double milliseconds() {
        return milliseconds;
    }

    /** How long, so far, kernels were compiled. */
    synchronized double compilingMilliseconds() {
        return compiling;
    }

    /** Where the device has failed, the CPU's time would be taken for its own. */
    void requireWorking() {
        if (failure != null) {
            throw new IllegalStateException("the device failed: " + failure);
        }
    }

    @Override
    public synchronized void compiling(int done, int all) {
        if (done == all) {
            compiling += Timing.milliseconds(begun);
        } else if (done == 0) {
            begun = System.nanoTime();
        }
    }

    @Override
    public void failed(String reason) {
        failure = reason;
    }
}
