package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** CUDA graphs, or what happens where a device promises them and has none. */
class DeviceRecordingTest {
    @Test
    void aDeviceThatCannotRecordComputesWithoutRecording() {
        Device.require();
        TornadoMaker maker = new TornadoMaker(true);
        try (Machine machine = maker.make(Memory.LEAST, List.of())) {
            machine.write(0, new float[]{1, 2, 3}, 0, 3);
            machine.run(List.of(new Launch(Kernel.SCALE, new int[]{3, 0, 3}, 0.5f)));
            float[] found = new float[3];
            machine.read(3, found, 0, 3);
            assertThat(found).containsExactly(0.5f, 1, 1.5f);
        }
        assertThat(maker.records()).isEqualTo(new TornadoMaker().records());
    }
}
