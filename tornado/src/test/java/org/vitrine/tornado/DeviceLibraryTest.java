package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Products by a library on a real device, or what happens where it promises one and has none. */
class DeviceLibraryTest {
    private static final List<List<Kind>> PROGRAMS = List
            .of(List.of(Kernel.SCALE, ProductProof.KIND, Kernel.ADD, new LibraryProduct(64, 72, 40), Kernel.SCALE));

    @BeforeEach
    void require() {
        Device.require();
    }

    @Test
    void tornadoVmHasLibraryTasks() {
        ProductLibrary library = CuBlas.find().orElseThrow();
        assertThat(library.shift()).isBetween(0, 3);
    }

    /** TornadoVM takes the task, and only when it runs it looks for a library that serves the device. */
    @Test
    void anOtherDeviceIsNotServedByCuBlas() {
        Device.requireNoCuda();
        assertThatThrownBy(() -> new TornadoMachine(Memory.LEAST, 4, PROGRAMS, false, CuBlas.find()))
                .hasMessageContaining("nvidia/cublas");
    }

    @Test
    void aDeviceWithoutTheLibraryComputesWithTheKernel() {
        Device.requireNoCuda();
        TornadoMaker maker = new TornadoMaker(false, CuBlas.find());
        assertThat(maker.leastLibraryRows()).isEqualTo(64);
        try (Machine machine = maker.make(Memory.LEAST, List.of(List.of(ProductProof.KIND)))) {
            assertThat(maker.leastLibraryRows()).isEqualTo(Integer.MAX_VALUE);
            ProductProof.check(machine);
        }
    }

    @Test
    void aMachineWithoutProductsDoesNotJudgeTheLibrary() {
        TornadoMaker maker = new TornadoMaker(false, Optional.of(new KernelLibrary(2, 0)));
        maker.make(Memory.LEAST, List.of()).close();
        assertThat(maker.leastLibraryRows()).isEqualTo(64);
        maker.make(Memory.LEAST, PROGRAMS).close();
        assertThat(maker.leastLibraryRows()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aProgramStagesItsProducts() {
        TornadoMaker maker = new TornadoMaker(false, Optional.of(new KernelLibrary(2, 2)));
        try (Machine machine = maker.make(Memory.LEAST, PROGRAMS)) {
            assertThat(maker.leastLibraryRows()).isEqualTo(64);
            ProductProof.check(machine);
            for (int run = 0; run < 3; run++) {
                new StagedProgram(machine, PROGRAMS.getFirst(), 60 - 7 * run).run(run);
            }
        }
    }
}
