package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {
    @ParameterizedTest
    @ValueSource(
            longs = {Memory.LEAST, Memory.LEAST + 1, 5_000_000, 5_242_880, 5_242_881, 8_388_607, 8_388_608, 8_388_609,
                124_000_000, 1_500_000_000, 2_200_000_000L, 100_000_000_000L})
    void aBucketIsNeverLessThanAskedAndAtMostAQuarterMore(long numbers) {
        assertThat(Memory.bucket(numbers)).isBetween(numbers, numbers + numbers / 4 + 1);
    }

    @Test
    void aBucketIsNotBelowTheLeast() {
        assertThat(Memory.bucket(0)).isEqualTo(Memory.LEAST);
        assertThat(Memory.bucket(17)).isEqualTo(Memory.LEAST);
    }

    @Test
    void nearSizesShareABucket() {
        assertThat(Memory.bucket(124_000_000)).isEqualTo(Memory.bucket(125_000_000));
        assertThat(Memory.bucket(5_000_000)).isEqualTo(Memory.bucket(5_200_000));
        assertThat(Memory.bucket(5_000_000)).isLessThan(Memory.bucket(5_300_000));
    }

    @Test
    void aBucketIsABucketOfItsOwn() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            long bucket = Memory.bucket(random.nextLong(1L << 34));
            assertThat(Memory.bucket(bucket)).isEqualTo(bucket);
        }
    }

    @Test
    void moreNumbersNeverGetASmallerBucket() {
        Random random = new Random(2);
        long[] sizes = random.longs(1000, 0, 1L << 33).sorted().toArray();
        for (int i = 1; i < sizes.length; i++) {
            assertThat(Memory.bucket(sizes[i])).isGreaterThanOrEqualTo(Memory.bucket(sizes[i - 1]));
        }
    }

    private record Taken(int place, int size) {
        boolean overlaps(Taken other) {
            return place < other.place + other.size && other.place < place + size;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void placesNeverOverlapUntilAllIsTaken(long seed) {
        Random random = new Random(seed);
        Memory memory = new Memory(1000);
        List<Taken> taken = new ArrayList<>();
        for (int size = random.nextInt(50); size <= memory.free(); size = random.nextInt(50)) {
            int before = memory.free();
            Taken next = new Taken(random.nextBoolean() ? memory.result(size) : memory.constant(size), size);
            assertThat(memory.free()).isEqualTo(before - size);
            assertThat(taken).noneMatch(next::overlaps);
            assertThat(next.place()).isBetween(0, 1000 - size);
            taken.add(next);
        }
        assertThat(taken.stream().mapToInt(Taken::size).sum()).isEqualTo(1000 - memory.free());
    }

    @Test
    void theLastNumberCanBeTaken() {
        Memory memory = new Memory(10);
        assertThat(memory.result(4)).isEqualTo(0);
        assertThat(memory.constant(6)).isEqualTo(4);
        assertThat(memory.free()).isZero();
    }

    @Test
    void resultsAreTakenUpAndConstantsStay() {
        Memory memory = new Memory(100);
        memory.result(30);
        int constant = memory.constant(20);
        memory.dropResults();
        assertThat(memory.free()).isEqualTo(80);
        assertThat(memory.freeWithoutResults()).isEqualTo(80);
        assertThat(memory.result(80) + 80).isLessThanOrEqualTo(constant);
    }

    @Test
    void allIsTakenUpAtOnce() {
        Memory memory = new Memory(100);
        memory.result(30);
        memory.constant(20);
        memory.dropAll();
        assertThat(memory.free()).isEqualTo(memory.capacity()).isEqualTo(100);
        assertThat(memory.result(100)).isZero();
    }
}
