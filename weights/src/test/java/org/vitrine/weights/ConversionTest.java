package org.vitrine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.weights.TestFiles.list;
import static org.vitrine.weights.TestFiles.refusal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every stored type against Java's own arithmetic, bit by bit where all patterns can be tried. */
class ConversionTest {
    private static final long[] AWKWARD = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, (1L << 53) + 1, (1L << 24) + 1,
        0x8000_0080_0000_0001L, 0x8000_0080_0000_0000L, 0x8000_0180_0000_0000L, 0xffff_ff80_0000_0000L,
        0xffff_ff7f_ffff_ffffL, 0x8000_0000_0000_0401L, 0x8000_0000_0000_0400L, 0x7fff_ff40_0000_0001L};

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] longs(long... values) {
        ByteBuffer bytes = bytes(8 * values.length);
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.array();
    }

    private static byte[] everyPairOfBytes() {
        ByteBuffer bytes = bytes(2 << 16);
        for (int pattern = 0; pattern < 1 << 16; pattern++) {
            bytes.putShort((short) pattern);
        }
        return bytes.array();
    }

    @Test
    void all65536HalfPrecisionPatternsAreExact() {
        float[] floats = list(DType.F16, everyPairOfBytes()).require("a").floats();
        for (int pattern = 0; pattern < 1 << 16; pattern++) {
            int expected = Float.floatToRawIntBits(Float.float16ToFloat((short) pattern));
            assertThat(Float.floatToRawIntBits(floats[pattern])).as("pattern %04x", pattern).isEqualTo(expected);
        }
        assertThat(floats[0x0001]).isEqualTo(0x1p-24f);
        assertThat(floats[0x03ff]).isEqualTo(0x3ffp-24f);
        assertThat(floats[0x3c00]).isEqualTo(1);
        assertThat(floats[0x7c00]).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(floats[0xfc00]).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(floats[0x7e00]).isNaN();
    }

    @Test
    void all65536BrainFloatPatternsAreExact() {
        float[] floats = list(DType.BF16, everyPairOfBytes()).require("a").floats();
        for (int pattern = 0; pattern < 1 << 16; pattern++) {
            assertThat(Float.floatToRawIntBits(floats[pattern])).as("pattern %04x", pattern).isEqualTo(pattern << 16);
        }
        assertThat(floats[0x3fc0]).isEqualTo(1.5f);
        assertThat(floats[0x0001]).isEqualTo(0x1p-133f);
        assertThat(floats[0xff80]).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void singlePrecisionKeepsEveryBit() {
        int[] patterns = {0, 0x80000000, 1, 0x007fffff, 0x3f800000, 0x7f800000, 0xff800000, 0x7fc00000, 0x7f7fffff};
        ByteBuffer bytes = bytes(4 * patterns.length);
        for (int pattern : patterns) {
            bytes.putInt(pattern);
        }
        float[] floats = list(DType.F32, bytes.array()).require("a").floats();
        double[] doubles = list(DType.F32, bytes.array()).require("a").doubles();
        for (int i = 0; i < patterns.length; i++) {
            assertThat(Float.floatToRawIntBits(floats[i])).isEqualTo(patterns[i]);
            assertThat(doubles[i]).isEqualTo(Double.valueOf(Float.intBitsToFloat(patterns[i])));
        }
    }

    @Test
    void doublePrecisionIsRoundedOnceWhenReadAsFloats() {
        double[] values = {0.1, 1 + 0x1p-24, 1 + 0x1.8p-23, -0.0, 1e300, -1e300, 1e-300, Double.NaN, 0x1p-149};
        ByteBuffer bytes = bytes(8 * values.length);
        for (double value : values) {
            bytes.putDouble(value);
        }
        StoredTensor tensor = list(DType.F64, bytes.array()).require("a");
        assertThat(tensor.doubles()).containsExactly(values);
        assertThat(tensor.floats()).containsExactly(0.1f, 1f, 1 + 0x1p-22f, -0f, Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY, 0f, Float.NaN, Float.MIN_VALUE);
    }

    @Test
    void bytesAreSignedOrNotAsTheTypeSays() {
        byte[] data = {0, 1, 127, -128, -1};
        assertThat(list(DType.I8, data).require("a").longs()).containsExactly(0, 1, 127, -128, -1);
        assertThat(list(DType.U8, data).require("a").longs()).containsExactly(0, 1, 127, 128, 255);
        assertThat(list(DType.I8, data).require("a").floats()).containsExactly(0, 1, 127, -128, -1);
        assertThat(list(DType.U8, data).require("a").doubles()).containsExactly(0, 1, 127, 128, 255);
    }

    @Test
    void shortsAndIntsAreSignedOrNotAsTheTypeSays() {
        byte[] shorts = {0, 1, -1, -1, 0, -128};
        assertThat(list(DType.I16, shorts).require("a").longs()).containsExactly(256, -1, -32768);
        assertThat(list(DType.U16, shorts).require("a").longs()).containsExactly(256, 65535, 32768);
        byte[] ints = {1, 0, 0, -128, -1, -1, -1, -1};
        assertThat(list(DType.I32, ints).require("a").longs()).containsExactly(-2147483647, -1);
        assertThat(list(DType.U32, ints).require("a").longs()).containsExactly(2147483649L, 4294967295L);
        assertThat(list(DType.U32, ints).require("a").doubles()).containsExactly(2147483649d, 4294967295d);
        assertThat(list(DType.U32, ints).require("a").floats()).containsExactly(2147483648f, 4294967296f);
    }

    @Test
    void longsAreExactAndRoundedOnceAsFloatsAndDoubles() {
        StoredTensor tensor = list(DType.I64, longs(AWKWARD)).require("a");
        assertThat(tensor.longs()).containsExactly(AWKWARD);
        float[] floats = tensor.floats();
        double[] doubles = tensor.doubles();
        for (int i = 0; i < AWKWARD.length; i++) {
            BigDecimal exact = new BigDecimal(AWKWARD[i]);
            assertThat(floats[i]).as("%d", AWKWARD[i]).isEqualTo(exact.floatValue());
            assertThat(doubles[i]).as("%d", AWKWARD[i]).isEqualTo(exact.doubleValue());
        }
    }

    @Test
    void unsignedLongsAreRoundedOnceAsFloatsAndDoubles() {
        long[] values = new long[5000];
        Random random = new Random(1);
        for (int i = 0; i < values.length; i++) {
            // Neighbours of halfway cases, where rounding twice would show.
            long halfway = random.nextLong() & ~((1L << 40) - 1) | 1L << 39;
            values[i] = i < AWKWARD.length ? AWKWARD[i] : halfway + random.nextInt(3) - 1;
        }
        StoredTensor tensor = list(DType.U64, longs(values)).require("a");
        float[] floats = tensor.floats();
        double[] doubles = tensor.doubles();
        for (int i = 0; i < values.length; i++) {
            BigInteger exact = new BigInteger(Long.toUnsignedString(values[i]));
            assertThat(floats[i]).as("%s", exact).isEqualTo(exact.floatValue());
            assertThat(doubles[i]).as("%s", exact).isEqualTo(exact.doubleValue());
        }
    }

    @Test
    void anUnsignedLongThatJavaCannotHoldIsRefusedAsALong() {
        assertThat(list(DType.U64, longs(7, Long.MAX_VALUE)).require("a").longs()).containsExactly(7, Long.MAX_VALUE);
        assertThat(refusal(list(DType.U64, longs(7, -1)).require("a")::longs)).isEqualTo("a.safetensors: tensor \"a\""
                + " element 1 is 18446744073709551615, more than a Java long holds (9223372036854775807)");
    }

    @Test
    void truthValuesAreZeroOrOne() {
        StoredTensor tensor = list(DType.BOOL, new byte[]{0, 1, 1}).require("a");
        assertThat(tensor.longs()).containsExactly(0, 1, 1);
        assertThat(tensor.floats()).containsExactly(0, 1, 1);
        assertThat(tensor.doubles()).containsExactly(0, 1, 1);
        StoredTensor wrong = list(DType.BOOL, new byte[]{0, 1, -2}).require("a");
        String message = "a.safetensors: tensor \"a\" element 2 is the byte 254, expected 0 or 1";
        assertThat(refusal(wrong::longs)).isEqualTo(message);
        assertThat(refusal(wrong::floats)).isEqualTo(message);
        assertThat(refusal(wrong::doubles)).isEqualTo(message);
    }

    @Test
    void realNumbersAreNotReadAsIntegers() {
        assertThat(refusal(list(DType.F32, new byte[4]).require("a")::longs))
                .isEqualTo("a.safetensors: tensor \"a\" is stored as F32, expected integers");
    }

    @Test
    void aPartIsReadFromAnyPlaceToAnyPlace() {
        byte[] data = everyPairOfBytes();
        for (DType dtype : new DType[]{DType.BF16, DType.U16, DType.F32}) {
            StoredTensor tensor = list(dtype, data).require("a");
            float[] whole = tensor.floats();
            for (int count : new int[]{0, 1, 2047, 2048, 2049, 5000}) {
                float[] part = new float[count + 5];
                tensor.read(777, part, 3, count);
                for (int i = 0; i < part.length; i++) {
                    boolean inside = i >= 3 && i < 3 + count;
                    assertThat(Float.floatToRawIntBits(part[i]))
                            .isEqualTo(inside ? Float.floatToRawIntBits(whole[777 + i - 3]) : 0);
                }
            }
        }
    }

    @Test
    void aPartOutsideTheTensorOrTheTargetIsAProgrammingError() {
        StoredTensor tensor = list(DType.F16, new byte[8]).require("a");
        assertThatThrownBy(() -> tensor.read(3, new float[9], 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tensor.read(-1, new float[9], 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tensor.read(0, new float[1], 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tensor.read(0, new float[9], 8, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aTensorSaysWhatItIs() {
        StoredTensor tensor = list(DType.F16, new byte[8]).require("a");
        assertThat(tensor).hasToString("a F16 [4]");
        assertThat(new TensorEntry("a", DType.F16, java.util.List.of(2L, 3L), 0, 12).shapeText()).isEqualTo("[2, 3]");
    }
}
