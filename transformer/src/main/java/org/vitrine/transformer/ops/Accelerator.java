package org.vitrine.transformer.ops;

import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Hardware beside the CPU that can do the operations. Found through {@link ServiceLoader}, so that nothing but its own module
 * knows what drives it.
 */
public interface Accelerator {
    /** The one that is installed with Vitrine, whether its hardware and driver are there or not. */
    static Optional<Accelerator> find() {
        return ServiceLoader.load(Accelerator.class).findFirst();
    }

    /** Which devices there are, or why there is none. Takes up to a second when asked first; never fails. */
    AcceleratorStatus status();

    /**
     * Operations that are done on its device.
     *
     * @param cpu what answers while the device is being made ready, and if it fails
     * @param patience whether to wait until the device is ready
     * @param listener hears how far that is, and of failures; called in any thread
     * @throws AcceleratorException if there is no device
     */
    Ops open(Ops cpu, Patience patience, AcceleratorListener listener);

    /** Whether to wait until the kernels are compiled, which takes seconds. */
    enum Patience {
        /** All numbers come from the device. */
        WAIT,
        /** Until the device is ready, numbers come from the CPU. */
        ANSWER_MEANWHILE
    }
}
