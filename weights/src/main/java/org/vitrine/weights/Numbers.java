package org.vitrine.weights;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Little-endian bytes to Java numbers, one loop per type. Knows nothing of files. */
final class Numbers {
    private static final VarHandle SHORT = littleEndian(short[].class);
    private static final VarHandle INT = littleEndian(int[].class);
    private static final VarHandle LONG = littleEndian(long[].class);
    private static final VarHandle FLOAT = littleEndian(float[].class);
    private static final VarHandle DOUBLE = littleEndian(double[].class);

    private Numbers() {
    }

    private static VarHandle littleEndian(Class<?> view) {
        return MethodHandles.byteArrayViewVarHandle(view, ByteOrder.LITTLE_ENDIAN);
    }

    /** Converts the first {@code count} elements of {@code raw} to {@code target[offset…]}, rounding to nearest. */
    static void toFloats(DType dtype, byte[] raw, float[] target, int offset, int count) {
        switch (dtype) {
            case F16 -> {
                for (int i = 0; i < count; i++) {
                    target[offset + i] = Float.float16ToFloat((short) SHORT.get(raw, 2 * i));
                }
            }
            case BF16 -> {
                for (int i = 0; i < count; i++) {
                    target[offset + i] = Float.intBitsToFloat((short) SHORT.get(raw, 2 * i) << 16);
                }
            }
            case F32 -> {
                for (int i = 0; i < count; i++) {
                    target[offset + i] = (float) FLOAT.get(raw, 4 * i);
                }
            }
            case F64 -> {
                for (int i = 0; i < count; i++) {
                    target[offset + i] = (float) (double) DOUBLE.get(raw, 8 * i);
                }
            }
            case U64 -> {
                for (int i = 0; i < count; i++) {
                    target[offset + i] = unsignedToFloat((long) LONG.get(raw, 8 * i));
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    target[offset + i] = whole(dtype, raw, i);
                }
            }
        }
    }

    /** As {@link #toFloats}, but only 64-bit integers beyond 2^53 need rounding. */
    static void toDoubles(DType dtype, byte[] raw, double[] target, int offset, int count) {
        switch (dtype) {
            case F16, BF16, F32 -> {
                float[] floats = new float[count];
                toFloats(dtype, raw, floats, 0, count);
                for (int i = 0; i < count; i++) {
                    target[offset + i] = floats[i];
                }
            }
            case F64 -> {
                for (int i = 0; i < count; i++) {
                    target[offset + i] = (double) DOUBLE.get(raw, 8 * i);
                }
            }
            case U64 -> {
                for (int i = 0; i < count; i++) {
                    target[offset + i] = unsignedToDouble((long) LONG.get(raw, 8 * i));
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    target[offset + i] = whole(dtype, raw, i);
                }
            }
        }
    }

    /** Element {@code i} of an integer or truth type; a U64 beyond 2^63 - 1 comes out negative. */
    static long whole(DType dtype, byte[] raw, int i) {
        return switch (dtype) {
            case BOOL, U8 -> Byte.toUnsignedLong(raw[i]);
            case I8 -> raw[i];
            case I16 -> (short) SHORT.get(raw, 2 * i);
            case U16 -> Short.toUnsignedLong((short) SHORT.get(raw, 2 * i));
            case I32 -> (int) INT.get(raw, 4 * i);
            case U32 -> Integer.toUnsignedLong((int) INT.get(raw, 4 * i));
            case I64, U64 -> (long) LONG.get(raw, 8 * i);
            default -> throw new IllegalArgumentException(dtype + " is not an integer type");
        };
    }

    // Halving keeps the value in a signed long; the lost bit is kept as "sticky", so that rounding happens only once.
    private static float unsignedToFloat(long value) {
        return value >= 0 ? value : 2f * (value >>> 1 | value & 1);
    }

    private static double unsignedToDouble(long value) {
        return value >= 0 ? value : 2d * (value >>> 1 | value & 1);
    }
}
