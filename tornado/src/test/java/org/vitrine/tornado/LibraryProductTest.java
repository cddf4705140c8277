package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.generate.Generator;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;

/** Which products are left to a library, how they are staged, and what becomes of them without one. */
class LibraryProductTest {
    private static final int ROWS = 64;
    private final EmulatedMachine.Log log = new EmulatedMachine.Log();

    @ParameterizedTest
    @CsvSource({"1,64", "64,64", "65,128", "100,128", "128,128", "129,256", "130,256", "1000,1024"})
    void aKindServesUpToTwiceAsManyRows(int rows, int most) {
        assertThat(LibraryProduct.of(rows, 3, 5)).isEqualTo(new LibraryProduct(most, 3, 5));
    }

    @ParameterizedTest
    @CsvSource({"64,768,3072,true", "1024,768,50257,true", "64,0,8,false", "64,8,0,false", "64,16384,16384,false",
        "131072,16,1025,false", "65536,4096,1,false"})
    void whatIsTooLargeOrEmptyIsNotStaged(int rows, int inputs, int outputs, boolean stageable) {
        assertThat(new LibraryProduct(rows, inputs, outputs).isStageable()).isEqualTo(stageable);
    }

    @Test
    void thereIsRoomForTheLargestOfEachOperand() {
        Staging staging = Staging.of(List.of(List.of(Kernel.ADD, new LibraryProduct(64, 10, 3)),
                List.of(new LibraryProduct(128, 4, 5), new LibraryProduct(64, 2, 20))), 2);
        assertThat(staging.left()).hasSize(64 * 10 + 2);
        assertThat(staging.right()).hasSize(2 * 20 + 2);
        assertThat(staging.result()).hasSize(64 * 20 + 2);
    }

    @Test
    void aMachineProvesItsLibrary() {
        ProductProof.check(machine(EmulatedLibrary.asOnCuda()));
        ProductProof.check(machine(new EmulatedLibrary(0, 0)));
    }

    @Test
    void aLibraryThatBeginsElsewhereThanItSaysProvesNothing() {
        for (EmulatedLibrary wrong : List.of(new EmulatedLibrary(2, 0), new EmulatedLibrary(3, 2))) {
            assertThatThrownBy(() -> ProductProof.check(machine(wrong))).isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("the library computed ");
        }
    }

    private Machine machine(EmulatedLibrary library) {
        return EmulatedMachine.maker(Memory.LEAST, log, ROWS, Optional.of(library)).make(Memory.LEAST,
                List.of(List.of(ProductProof.KIND)));
    }

    @Test
    void onlyProductsOfManyRowsAreTheLibrarys() {
        Ops ops = Emulated.withLibrary(log, ROWS);
        Tensor few = ops.linear(Fixtures.random(1, 63, 8), linear(8, 8));
        Tensor many = ops.linear(Fixtures.random(2, 64, 8), linear(8, 8));
        ops.fetch(List.of(few, many));
        assertThat(log.runs).containsExactly(List.of(Kernel.PRODUCT), List.of(new LibraryProduct(64, 8, 8)));
    }

    @Test
    void textsOfAboutOneLengthShareAProgram() {
        Ops ops = Emulated.withLibrary(log, ROWS);
        layers(ops, 65);
        layers(ops, 100);
        assertThat(log.capacities).as("machines made").hasSize(1);
        assertThat(layerPrograms()).hasSize(1).allSatisfy(program -> assertThat(program)
                .contains(new LibraryProduct(128, 24, 40), new LibraryProduct(128, 40, 24)));
        layers(ops, 130);
        assertThat(log.capacities).hasSize(2);
        assertThat(layerPrograms()).hasSize(2);
    }

    /** Three layers, computed by a device and by the CPU. */
    private static void layers(Ops ops, int rows) {
        Tensor x = Fixtures.random(rows, rows, 24);
        Linear up = linear(24, 40);
        Linear down = linear(40, 24);
        Tensor found = x;
        Tensor expected = x;
        Ops cpu = new ScalarOps();
        for (int layer = 0; layer < 3; layer++) {
            found = layer(ops, found, up, down);
            expected = layer(cpu, expected, up, down);
        }
        same(found, expected);
    }

    private static void same(Tensor found, Tensor expected) {
        assertThat(found.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            float value = expected.data()[i];
            if (Float.isFinite(value)) {
                assertThat(found.data()[i]).isCloseTo(value, within(2e-4f + 2e-4f * Math.abs(value)));
            } else {
                assertThat(found.data()[i]).isEqualTo(value);
            }
        }
    }

    private static Tensor layer(Ops ops, Tensor x, Linear up, Linear down) {
        Tensor wide = ops.scale(ops.tanh(ops.geluTanh(ops.linear(ops.scale(x, 0.5f), up))), 0.3f);
        return ops.add(x, ops.tanh(ops.linear(wide, down)));
    }

    private List<List<Kind>> layerPrograms() {
        return log.runs.stream().distinct().filter(program -> program.size() >= Programs.LEAST).toList();
    }

    private static Linear linear(int inputs, int outputs) {
        return new Linear(Weight.of(Fixtures.random(inputs, inputs, outputs)), Fixtures.random(outputs, outputs));
    }

    @Test
    void aProductThatStandsAloneMakesAMachineOnceOnly() {
        Ops ops = Emulated.withLibrary(log, ROWS);
        Linear layer = linear(8, 16);
        for (int rows : new int[]{64, 64, 70, 128, 64}) {
            Tensor x = Fixtures.random(rows, rows, 8);
            assertThat(ops.linear(x, layer).data()).hasSize(rows * 16);
        }
        assertThat(log.capacities).hasSize(2);
    }

    @Test
    void aLayerIsFoundThoughItBeginsWithAProductThatStoodAlone() {
        Kind product = new LibraryProduct(64, 8, 8);
        Programs programs = new Programs();
        assertThat(programs.learn(List.of(product))).isTrue();
        assertThat(programs.learn(List.of(Kernel.ADD, product))).isFalse();
        assertThat(programs.known()).containsExactly(List.of(product));
        List<Kind> layer = Stream
                .concat(Stream.of(product), Collections.nCopies(Programs.LEAST - 1, Kernel.ADD).stream()).toList();
        List<Kind> row = Stream.of(layer, layer).flatMap(List::stream).toList();
        assertThat(programs.learn(row)).isTrue();
        assertThat(programs.cut(row)).containsExactly(layer, layer);
        assertThat(programs.learn(row)).isFalse();
    }

    @Test
    void aMachineWhoseLibraryIsOfNoUseRunsTheKernel() {
        Ops ops = Emulated.ops(EmulatedMachine.maker(Integer.MAX_VALUE, log, ROWS, Optional.empty()));
        layers(ops, 65);
        assertThat(layerPrograms()).hasSize(1);
        assertThat(layerPrograms().getFirst()).contains(new LibraryProduct(128, 24, 40));
    }

    /** The first pass runs with the kinds of a library that then proves nothing, the second without them, and so do all others. */
    @Test
    void aDeviceWhoseLibraryProvesNothingIsNotAskedForItAgain() {
        Ops ops = Emulated.ops(new Disappointing(EmulatedMachine.maker(Integer.MAX_VALUE, log)));
        for (int pass = 0; pass < 3; pass++) {
            layers(ops, 65);
        }
        assertThat(log.capacities).hasSize(2);
        assertThat(layerPrograms()).hasSize(2);
        assertThat(layerPrograms().getFirst()).contains(new LibraryProduct(128, 24, 40));
        assertThat(layerPrograms().getLast()).hasOnlyElementsOfType(Kernel.class);
    }

    /** Promises a library until it makes a machine. */
    private static final class Disappointing implements Machine.Maker {
        private final Machine.Maker without;
        private int leastLibraryRows = ROWS;

        private Disappointing(Machine.Maker without) {
            this.without = without;
        }

        @Override
        public Machine make(int capacity, List<List<Kind>> programs) {
            leastLibraryRows = Integer.MAX_VALUE;
            return without.make(capacity, programs);
        }

        @Override
        public int mostCapacity() {
            return without.mostCapacity();
        }

        @Override
        public int leastLibraryRows() {
            return leastLibraryRows;
        }
    }

    @Test
    void aModelsLayersAreComputedWithTheLibrary() {
        sameTraces(Emulated.withLibrary(log, ROWS));
        assertThat(log.runs).anySatisfy(program -> assertThat(program).hasSizeGreaterThan(Programs.LEAST)
                .contains(new LibraryProduct(64, 48, 48), new LibraryProduct(64, 48, 192),
                        new LibraryProduct(64, 192, 48)));
        assertThat(log.runs).contains(List.of(new LibraryProduct(64, 48, 512)));
    }

    /** A model reads so many tokens that its products are the library's. */
    static void sameTraces(Ops ops) {
        int[] ids = new int[ROWS];
        Arrays.setAll(ids, i -> 7 * i % 512);
        Trace found = trace(ops, ids);
        Trace expected = trace(new ScalarOps(), ids);
        assertThat(found.names()).isEqualTo(expected.names());
        found.names().forEach(name -> same(found.get(name), expected.get(name)));
    }

    private static Trace trace(Ops ops, int[] ids) {
        Recording recording = Recording.everything();
        Fixtures.gpt2("gpt2-tiny", ops).forward(ids, recording);
        ops.fetch(recording.trace().tensors());
        return recording.trace();
    }

    @Test
    void aTextIsWrittenOnWithTheLibrary() {
        int[] prompt = {272, 353, 441, 312, 258, 435, 13};
        List<Integer> found = written(Emulated.withLibrary(log, 4), prompt);
        assertThat(log.runs)
                .anySatisfy(program -> assertThat(program).hasAtLeastOneElementOfType(LibraryProduct.class));
        assertThat(found).isEqualTo(written(new ScalarOps(), prompt));
    }

    private static List<Integer> written(Ops ops, int[] prompt) {
        return new Generator(Draft.of(Fixtures.gpt2("gpt2-tiny", ops)))
                .generate(prompt, 12, TokenChooser.greedy(), -1, id -> {}).ids();
    }
}
