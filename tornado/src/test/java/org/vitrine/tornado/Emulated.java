package org.vitrine.tornado;

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
        Ops cpu = new ScalarOps();
        return new TornadoOps(new Engine(EmulatedMachine.maker(mostCapacity, log), cpu, Patience.WAIT,
                AcceleratorListener.none()), cpu);
    }
}
