package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramsTest {
    private static final List<Kind> FRONT = List.of(Kernel.ROWS, Kernel.ROWS, Kernel.TANH);
    private static final List<Kind> BACK = List.of(Kernel.SILU, Kernel.LINEAR_ROW);

    private final Programs programs = new Programs();

    /** So many kernels, none of those in front and behind, in no order that repeats itself. */
    private static List<Kind> layer(int size) {
        Kernel[] kinds = {Kernel.ADD, Kernel.SCALE, Kernel.GELU, Kernel.CAUSAL_MASK, Kernel.SWAP_AXES,
            Kernel.LAYER_NORM,
            Kernel.PRODUCT};
        return new Random(size).ints(size, 0, kinds.length).<Kind>mapToObj(kind -> kinds[kind]).toList();
    }

    @SafeVarargs
    private static List<Kind> row(List<Kind>... parts) {
        List<Kind> row = new ArrayList<>();
        for (List<Kind> part : parts) {
            row.addAll(part);
        }
        return row;
    }

    private static List<List<Kind>> singles(List<Kind> kernels) {
        return kernels.stream().map(List::of).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {Programs.LEAST, Programs.LEAST + 1, 17, Programs.MOST - 1, Programs.MOST})
    void aLayerThatRepeatsItselfIsLearntWhateverStandsBeforeAndBehind(int size) {
        List<Kind> layer = layer(size);
        List<Kind> row = row(FRONT, layer, layer, layer, BACK);
        assertThat(programs.learn(row)).isTrue();
        assertThat(programs.known()).containsExactly(layer);
        List<List<Kind>> expected = new ArrayList<>(singles(FRONT));
        expected.addAll(List.of(layer, layer, layer));
        expected.addAll(singles(BACK));
        assertThat(programs.cut(row)).isEqualTo(expected);
    }

    @Test
    void aRowThatIsNothingButLayersIsLearnt() {
        assertThat(programs.learn(row(layer(9), layer(9)))).isTrue();
        assertThat(programs.known()).containsExactly(layer(9));
    }

    @Test
    void whatIsShorterThanALayerIsNotLearnt() {
        List<Kind> few = layer(Programs.LEAST - 1);
        List<Kind> row = row(few, FRONT, few);
        assertThat(programs.learn(row)).isFalse();
        assertThat(programs.learn(row(few, few))).isFalse();
        assertThat(programs.known()).isEmpty();
        assertThat(programs.cut(row)).isEqualTo(singles(row));
    }

    @Test
    void whatIsLongerThanAProgramMayBeIsNotLearnt() {
        List<Kind> tooLong = layer(Programs.MOST + 1);
        assertThat(programs.learn(row(tooLong, tooLong))).isFalse();
        assertThat(programs.known()).isEmpty();
    }

    @Test
    void whatComesOnceIsNotLearnt() {
        assertThat(programs.learn(row(layer(20), BACK, layer(20)))).isFalse();
        assertThat(programs.learn(List.of())).isFalse();
        assertThat(programs.cut(List.of())).isEmpty();
    }

    @Test
    void aKnownProgramIsFoundInAnotherRowEvenOnce() {
        programs.learn(row(FRONT, layer(20), layer(20)));
        List<Kind> other = row(BACK, BACK, layer(20), FRONT);
        assertThat(programs.learn(other)).isFalse();
        assertThat(programs.cut(other)).contains(layer(20)).hasSize(8);
    }

    @Test
    void severalKindsOfLayersAreLearntFromOneRow() {
        List<Kind> encoder = layer(12);
        List<Kind> decoder = row(List.of(Kernel.SOFTMAX), layer(22));
        List<Kind> row = row(FRONT, encoder, encoder, FRONT, decoder, decoder, decoder);
        assertThat(programs.learn(row)).isTrue();
        assertThat(programs.known()).containsExactly(decoder, encoder);
        assertThat(programs.cut(row)).hasSize(3 + 2 + 3 + 3);
    }

    @Test
    void theLongestKnownProgramIsPreferred() {
        List<Kind> small = layer(10);
        List<Kind> large = row(small, List.of(Kernel.RELU, Kernel.TANH));
        programs.learn(row(small, small));
        programs.learn(row(FRONT, large.reversed(), large.reversed()));
        List<Kind> turned = large.reversed();
        assertThat(programs.known()).containsExactly(turned, small);
        assertThat(programs.cut(row(turned, small))).containsExactly(turned, small);
    }

    @Test
    void whatWasLearntIsNotLearntAgain() {
        List<Kind> row = row(FRONT, layer(20), layer(20), BACK);
        assertThat(programs.learn(row)).isTrue();
        assertThat(programs.learn(row)).isFalse();
        assertThat(programs.known()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyKernelIsCutExactlyOnceAndInOrder(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Kind> row = random(random);
            programs.learn(row);
            List<List<Kind>> cut = programs.cut(row);
            assertThat(cut.stream().flatMap(List::stream).toList()).isEqualTo(row);
            assertThat(cut).allSatisfy(program -> assertThat(program.size() == 1 || programs.known().contains(program))
                    .isTrue());
            assertThat(programs.known()).doesNotHaveDuplicates().allSatisfy(
                    program -> assertThat(program.size()).isBetween(Programs.LEAST, Programs.MOST));
        }
    }

    /** A row of few kinds of kernels, so that it repeats itself often. */
    private static List<Kind> random(Random random) {
        List<Kind> row = new ArrayList<>();
        int parts = random.nextInt(5);
        for (int part = 0; part < parts; part++) {
            List<Kind> some = new ArrayList<>();
            int size = random.nextInt(70);
            for (int i = 0; i < size; i++) {
                some.add(Kernel.values()[random.nextInt(3)]);
            }
            for (int copy = 0; copy <= random.nextInt(4); copy++) {
                row.addAll(some);
            }
        }
        return row;
    }
}
