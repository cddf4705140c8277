package org.vitrine.weights;

import java.util.Objects;

/**
 * One tensor as its file stores it: flattened row by row, converted to Java numbers when read. Nothing is kept: reading
 * twice converts twice. Usable until its file is closed, by several threads at once.
 */
public final class StoredTensor {
    /** Elements converted at a time: small enough for the processor's nearest cache. */
    private static final int CHUNK = 2048;
    /** Elements of the longest array that every Java virtual machine can make. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final Content content;
    private final TensorEntry entry;
    private final long start;

    /** @param start the first byte's place in the file */
    StoredTensor(Content content, TensorEntry entry, long start) {
        this.content = content;
        this.entry = entry;
        this.start = start;
    }

    /** The name in the checkpoint. */
    public String name() {
        return entry.name();
    }

    /** What the file's header says about it. */
    public TensorEntry entry() {
        return entry;
    }

    /** How the numbers are stored. */
    public DType dtype() {
        return entry.dtype();
    }

    /** The dimensions, outermost first; empty for a scalar. A new array each time. */
    public long[] shape() {
        long[] shape = new long[entry.shape().size()];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = entry.shape().get(i);
        }
        return shape;
    }

    /** Number of elements. */
    public long elements() {
        return entry.elements();
    }

    /**
     * Converts elements {@code first} to {@code first + count - 1} of the flattened tensor to floats in
     * {@code target[offset…]}. F32, F16, BF16, BOOL and integers of up to 16 bits are exact; other values that a float
     * cannot hold are rounded to the nearest, ties to even, and an F64 beyond the range of a float becomes infinite.
     *
     * @throws WeightsException if this type cannot be converted or the file can no longer be read
     * @throws IndexOutOfBoundsException if the range is not inside the tensor, or not inside the target
     */
    public void read(long first, float[] target, int offset, int count) {
        requireReadable();
        Objects.checkFromIndexSize(first, count, elements());
        Objects.checkFromIndexSize(offset, count, target.length);
        if (dtype() == DType.F32) {
            content.copy(start + first * Float.BYTES, target, offset, count);
            return;
        }
        byte[] raw = scratch(count);
        int done = 0;
        while (done < count) {
            int size = Math.min(CHUNK, count - done);
            load(first + done, raw, size);
            Numbers.toFloats(dtype(), raw, target, offset + done, size);
            done += size;
        }
    }

    /**
     * All elements as floats, rounded as {@link #read} does.
     *
     * @throws WeightsException also if there are more than one Java array can hold
     */
    public float[] floats() {
        float[] values = new float[arrayLength()];
        read(0, values, 0, values.length);
        return values;
    }

    /**
     * All elements as doubles: exact but for 64-bit integers beyond 2^53, which are rounded to the nearest.
     *
     * @throws WeightsException if this type cannot be converted, the file can no longer be read, or there are more
     *         elements than one Java array can hold
     */
    public double[] doubles() {
        requireReadable();
        double[] values = new double[arrayLength()];
        byte[] raw = scratch(values.length);
        int done = 0;
        while (done < values.length) {
            int size = Math.min(CHUNK, values.length - done);
            load(done, raw, size);
            Numbers.toDoubles(dtype(), raw, values, done, size);
            done += size;
        }
        return values;
    }

    /**
     * All elements of an integer or truth tensor, exactly; false and true are 0 and 1.
     *
     * @throws WeightsException if the type is another, a U64 is beyond 2^63 - 1, the file can no longer be read, or
     *         there are more elements than one Java array can hold
     */
    public long[] longs() {
        if (!dtype().isWhole()) {
            throw error("is stored as " + dtype() + ", expected integers");
        }
        long[] values = new long[arrayLength()];
        byte[] raw = scratch(values.length);
        int done = 0;
        while (done < values.length) {
            int size = Math.min(CHUNK, values.length - done);
            load(done, raw, size);
            for (int i = 0; i < size; i++) {
                values[done + i] = fitting(Numbers.whole(dtype(), raw, i), done + i);
            }
            done += size;
        }
        return values;
    }

    private long fitting(long value, long index) {
        if (dtype() == DType.U64 && value < 0) {
            throw error("element " + index + " is " + Long.toUnsignedString(value) + ", more than a Java long holds ("
                    + Long.MAX_VALUE + ")");
        }
        return value;
    }

    private byte[] scratch(int count) {
        return new byte[Math.min(count, CHUNK) * dtype().bytes()];
    }

    private void load(long first, byte[] raw, int count) {
        content.copy(start + first * dtype().bytes(), raw, count * dtype().bytes());
        if (dtype() == DType.BOOL) {
            for (int i = 0; i < count; i++) {
                if (raw[i] != 0 && raw[i] != 1) {
                    throw error("element " + (first + i) + " is the byte " + Byte.toUnsignedInt(raw[i])
                            + ", expected 0 or 1");
                }
            }
        }
    }

    private void requireReadable() {
        if (!dtype().isReadable()) {
            throw error("is stored as " + dtype() + ", which cannot be read as numbers here; save it as F32 or BF16");
        }
    }

    private int arrayLength() {
        if (elements() > LONGEST_ARRAY) {
            throw error("has " + elements() + " elements, more than one Java array holds (" + LONGEST_ARRAY
                    + "); read it in parts");
        }
        return (int) elements();
    }

    private WeightsException error(String message) {
        return new WeightsException(content.source() + ": tensor " + Wording.quoted(name()) + " " + message);
    }

    /** For the debugger: {@code wte.weight F32 [50257, 768]}. */
    @Override
    public String toString() {
        return name() + " " + dtype() + " " + entry.shapeText();
    }
}
