package org.vitrine.tornado;

import org.vitrine.transformer.ops.Ops;

/** The golden traces with products by a library. */
class EmulatedLibraryGoldenTracesTest extends GoldenTraces {
    private final Ops ops = Emulated.withLibrary(new EmulatedMachine.Log(), 1);

    @Override
    Ops ops() {
        return ops;
    }
}
