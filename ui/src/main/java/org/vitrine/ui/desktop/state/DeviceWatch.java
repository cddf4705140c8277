package org.vitrine.ui.desktop.state;

import java.util.function.Consumer;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.trace.Trace;

/** Hears how far the device is that computes for one model, in any thread. */
final class DeviceWatch implements AcceleratorListener {
    private final Consumer<DeviceWatch> told;
    private volatile State state = new State(0, 0, 0, "");

    /**
     * How far a device is.
     *
     * @param done so many kernels are compiled
     * @param all of so many
     * @param news how often anything was heard
     * @param failure why the device computes no more; empty while it does
     */
    record State(int done, int all, int news, String failure) {
        boolean compiling() {
            return done < all && failure.isEmpty();
        }

        /** Whether the device answers what is asked now; nobody begins to make it ready before something is asked. */
        boolean ready() {
            return news > 0 && done >= all && failure.isEmpty();
        }
    }

    /**
     * A watch.
     *
     * @param told hears, in any thread, that there is news
     */
    DeviceWatch(Consumer<DeviceWatch> told) {
        this.told = told;
    }

    @Override
    public void compiling(int done, int all) {
        synchronized (this) {
            state = new State(done, all, state.news + 1, state.failure);
        }
        told.accept(this);
    }

    @Override
    public void failed(String reason) {
        synchronized (this) {
            state = new State(state.done, state.all, state.news + 1, reason.isBlank() ? "no reason given" : reason);
        }
        told.accept(this);
    }

    State state() {
        return state;
    }

    /**
     * Whether a device computed a pass: it was ready before, and nothing was to be made ready meanwhile.
     *
     * @param before how far it was when the pass began
     * @param trace what was computed; the pass has ended just now
     */
    boolean answered(State before, Trace trace) {
        return before.ready() && state.news == before.news
                && trace.tensors().stream().anyMatch(tensor -> tensor.distant() != null);
    }
}
