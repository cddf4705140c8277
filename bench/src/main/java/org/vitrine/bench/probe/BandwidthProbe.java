package org.vitrine.bench.probe;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * How many bytes a second are read from memory: one long array from end to end, its numbers added up. The median, because
 * memory that is shared with neighbours is twice as quick for a moment, or for some minutes: work that memory limits is
 * best compared with what is read in turns with it.
 */
public final class BandwidthProbe implements AutoCloseable {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Vectors of running sums, so that no addition waits for the one before. */
    private static final int SUMS = 4;

    private final int part;
    private final int threads;
    private final float[] data;
    private final Crew crew;

    /**
     * Fills an array.
     *
     * @param threads which read at once, each a part of its own
     * @param floats in the array; it should be far larger than all caches
     */
    public BandwidthProbe(int threads, int floats) {
        this.part = floats / threads / (SUMS * LANES) * (SUMS * LANES);
        if (part == 0) {
            throw new IllegalArgumentException(
                    floats + " numbers are too few for " + threads + " threads to read something of each");
        }
        this.threads = threads;
        this.data = new float[floats];
        Arrays.fill(data, 1);
        this.crew = new Crew(threads);
    }

    /** Billions of bytes a second, the median of some rounds; the first few are for the compiler. */
    public double gigabytesPerSecond(int rounds) {
        return gigabytesPerSecond(seconds(rounds)[rounds / 2]);
    }

    /** Reads everything once. */
    public void read() {
        seconds(1);
    }

    /** What it means when {@link #read} takes so long. */
    public double gigabytesPerSecond(double seconds) {
        return (double) Float.BYTES * part * threads / seconds / 1e9;
    }

    private double[] seconds(int rounds) {
        return crew.seconds(rounds, thread -> sum(data, thread * part, (thread + 1) * part));
    }

    @Override
    public void close() {
        crew.close();
    }

    private static double sum(float[] data, int from, int to) {
        FloatVector a = FloatVector.zero(SPECIES), b = a, c = a, d = a;
        for (int i = from; i < to; i += SUMS * LANES) {
            a = a.add(FloatVector.fromArray(SPECIES, data, i));
            b = b.add(FloatVector.fromArray(SPECIES, data, i + LANES));
            c = c.add(FloatVector.fromArray(SPECIES, data, i + 2 * LANES));
            d = d.add(FloatVector.fromArray(SPECIES, data, i + 3 * LANES));
        }
        float[] lanes = new float[LANES];
        a.add(b).add(c).add(d).intoArray(lanes, 0);
        return lanes[0];
    }
}
