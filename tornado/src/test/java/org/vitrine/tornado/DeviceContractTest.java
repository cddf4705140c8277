package org.vitrine.tornado;

import org.junit.jupiter.api.BeforeAll;
import org.vitrine.transformer.ops.Ops;

/** The kernels keep the contract on a real device. */
class DeviceContractTest extends DeviceContract {
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
