package org.vitrine.weights;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/** One tensor to be written: a name, a shape and the numbers, which are neither copied nor changed. */
public final class TensorData {
    /** Puts some of the numbers into a little-endian buffer. */
    private interface Source {
        void put(ByteBuffer target, int first, int count);
    }

    private final String name;
    private final DType dtype;
    private final long[] shape;
    private final int elements;
    private final Source source;

    private TensorData(String name, DType dtype, long[] shape, int elements, Source source) {
        this.name = Objects.requireNonNull(name, "name");
        this.dtype = dtype;
        this.shape = shape.clone();
        this.elements = elements;
        this.source = source;
        checkShape();
    }

    /**
     * A tensor stored as F32.
     *
     * @param shape outermost dimension first; empty for a scalar
     * @param values as many as the shape says, flattened row by row
     * @throws WeightsException if values and shape do not agree
     */
    public static TensorData floats(String name, long[] shape, float[] values) {
        return new TensorData(name, DType.F32, shape, values.length,
                (target, first, count) -> target.asFloatBuffer().put(values, first, count));
    }

    /**
     * A tensor stored as F32, F16 or BF16; what does not fit into 16 bits is rounded to the nearest, of two equally near
     * to the even one.
     *
     * @param shape outermost dimension first; empty for a scalar
     * @param values as many as the shape says, flattened row by row
     * @throws WeightsException if values and shape do not agree, or floats are not written as this type
     */
    public static TensorData floats(String name, DType dtype, long[] shape, float[] values) {
        return switch (dtype) {
            case F32 -> floats(name, shape, values);
            case F16 -> new TensorData(name, dtype, shape, values.length, (target, first, count) -> {
                for (int i = 0; i < count; i++) {
                    target.putShort(2 * i, Float.floatToFloat16(values[first + i]));
                }
            });
            case BF16 -> new TensorData(name, dtype, shape, values.length, (target, first, count) -> {
                for (int i = 0; i < count; i++) {
                    target.putShort(2 * i, bfloat16(values[first + i]));
                }
            });
            default -> throw new WeightsException(
                    "tensor " + Wording.quoted(name) + ": floats are written as F32, F16 or BF16, not as " + dtype);
        };
    }

    /** The upper half of a float's bits, rounded. */
    private static short bfloat16(float value) {
        int bits = Float.floatToIntBits(value);
        // one less than half of what is cut off, and the last bit that stays: a tie goes up from odd to even
        int rounding = Float.isNaN(value) ? 0 : 0x7FFF + (bits >>> 16 & 1);
        return (short) (bits + rounding >>> 16);
    }

    /**
     * A tensor stored as I64.
     *
     * @param shape outermost dimension first; empty for a scalar
     * @param values as many as the shape says, flattened row by row
     * @throws WeightsException if values and shape do not agree
     */
    public static TensorData longs(String name, long[] shape, long[] values) {
        return new TensorData(name, DType.I64, shape, values.length,
                (target, first, count) -> target.asLongBuffer().put(values, first, count));
    }

    private void checkShape() {
        long product = 1;
        for (long size : shape) {
            // Not beyond 2^62, so that a product that overflows cannot look right.
            if (size < 0 || size > 0 && product > Long.MAX_VALUE / 2 / size) {
                product = -1;
                break;
            }
            product *= size;
        }
        if (product != elements || shape.length > HeaderJson.MOST_DIMENSIONS) {
            throw new WeightsException("tensor " + Wording.quoted(name) + ": shape " + Arrays.toString(shape)
                    + " does not agree with its " + elements + " values");
        }
    }

    /** The tensor's name. */
    public String name() {
        return name;
    }

    /** How the numbers will be stored. */
    public DType dtype() {
        return dtype;
    }

    /** The dimensions; a new array each time. */
    public long[] shape() {
        return shape.clone();
    }

    long bytes() {
        return (long) elements * dtype.bytes();
    }

    int elements() {
        return elements;
    }

    /** Puts values {@code first} to {@code first + count - 1} at the start of a little-endian buffer. */
    void put(ByteBuffer target, int first, int count) {
        source.put(target, first, count);
    }
}
