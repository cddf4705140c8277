package org.vitrine.tornado;

import org.vitrine.transformer.ops.Ops;

/** The contract holds with products by a library. */
class EmulatedLibraryContractTest extends DeviceContract {
    private final Ops ops = Emulated.withLibrary(new EmulatedMachine.Log(), 1);

    @Override
    Ops ops() {
        return ops;
    }
}
