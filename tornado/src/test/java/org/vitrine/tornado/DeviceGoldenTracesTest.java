package org.vitrine.tornado;

import org.junit.jupiter.api.BeforeAll;
import org.vitrine.transformer.ops.Ops;

/** The golden traces on a real device. */
class DeviceGoldenTracesTest extends GoldenTraces {
    private Ops ops;

    @BeforeAll
    void open() {
        ops = Device.ops();
    }

    @Override
    Ops ops() {
        return ops;
    }
}
