package org.vitrine.tornado;

import java.util.List;

/** The kernels on a real device. */
class DeviceKernelsTest extends KernelsContract {
    @Override
    Machine make(int capacity, List<List<Kind>> programs) {
        Device.require();
        return new TornadoMaker().make(capacity, programs);
    }
}
