package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
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

    /** What we describe is what TornadoVM's own module for cuBLAS describes, but for the types of the arrays. */
    @Test
    void theCallIsDescribedAsTornadoVmDescribesIt() throws ReflectiveOperationException {
        Staging staging = Staging.of(List.of(List.of(ProductProof.KIND)), 2);
        Object[] parameters = staging.parameters(ProductProof.KIND);
        Object ours = ((CuBlas) CuBlas.find().orElseThrow()).describe(parameters);
        Method method = Arrays.stream(Class.forName("uk.ac.manchester.tornado.cublas.CuBlas").getMethods())
                .filter(each -> each.getName().equals("cublasSgemm")).findFirst().orElseThrow();
        Object theirs = method.invoke(null, Arrays.stream(parameters)
                .map(parameter -> parameter instanceof float[] ? null : parameter).toArray());
        for (String part : List.of("getLibraryName", "getFunctionName", "getAccess", "getTuning")) {
            assertThat(part(ours, part)).as(part).isEqualTo(part(theirs, part));
        }
        assertThat(part(ours, "getParameters")).isSameAs(parameters);
        assertThat((Object[]) part(theirs, "getParameters")).hasSameSizeAs(parameters);
    }

    private static Object part(Object description, String name) throws ReflectiveOperationException {
        return description.getClass().getMethod(name).invoke(description);
    }

    /** TornadoVM takes the task, and only when it runs it looks for a library that serves the device. */
    @Test
    void anOtherDeviceIsNotServedByCuBlas() {
        Device.requireNoCuda();
        assertThatThrownBy(() -> new TornadoMachine(Memory.LEAST, 4, PROGRAMS, false, CuBlas.find()))
                .isInstanceOf(RuntimeException.class)
                .satisfies(e -> assertThat(e.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(ProductProof.class.getName())));
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
    void aModelsLayersAreComputedWithALibrary() {
        TornadoMaker maker = new TornadoMaker(false, Optional.of(new KernelLibrary(2, 2)));
        LibraryProductTest.sameTraces(Device.ops(maker));
        assertThat(maker.leastLibraryRows()).isEqualTo(64);
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
