package org.vitrine.tornado;

import org.vitrine.transformer.ops.Ops;

/** The golden traces by the kernels as they run in Java. */
class EmulatedGoldenTracesTest extends GoldenTraces {
    private final Ops ops = Emulated.ops();

    @Override
    Ops ops() {
        return ops;
    }
}
