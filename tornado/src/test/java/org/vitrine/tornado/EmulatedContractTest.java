package org.vitrine.tornado;

import org.vitrine.transformer.ops.Ops;

/** The kernels keep the contract when they run in Java. */
class EmulatedContractTest extends DeviceContract {
    private final Ops ops = Emulated.ops();

    @Override
    Ops ops() {
        return ops;
    }
}
