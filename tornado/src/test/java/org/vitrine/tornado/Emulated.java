package org.vitrine.tornado;

import java.util.Optional;
import org.vitrine.transformer.ops.Accelerator.Patience;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;

/** Operations on the device in Java, which no installation is needed for. */
final class Emulated {
    private Emulated() {
    }

    static Ops ops() {
        return ops(new EmulatedMachine.Log(), Integer.MAX_VALUE);
    }

    static Ops ops(EmulatedMachine.Log log, int mostCapacity) {
        return ops(EmulatedMachine.maker(mostCapacity, log));
    }

    /** Operations that leave products of so many rows to a library. */
    static Ops withLibrary(EmulatedMachine.Log log, int leastLibraryRows) {
        return ops(EmulatedMachine.maker(Integer.MAX_VALUE, log, leastLibraryRows,
                Optional.of(EmulatedLibrary.asOnCuda())));
    }

    static Ops ops(Machine.Maker maker) {
        return ops(maker, Patience.WAIT, AcceleratorListener.none());
    }

    static Ops ops(Machine.Maker maker, Patience patience, AcceleratorListener listener) {
        return ops(maker, patience, listener, new ScalarOps());
    }

    static Ops ops(Machine.Maker maker, Patience patience, AcceleratorListener listener, Ops cpu) {
        return new TornadoOps(new Engine(maker, cpu, patience, listener), cpu);
    }
}
