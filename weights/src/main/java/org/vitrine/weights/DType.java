package org.vitrine.weights;

/**
 * How the numbers of a stored tensor are written, by the format's own names and in its order, which goes from small
 * alignment to large. All are little-endian. Source: {@code enum Dtype} in the reference implementation's
 * {@code tensor.rs}.
 */
public enum DType {
    /** One byte, 0 or 1. */
    BOOL(8, Kind.WHOLE),
    /** Four-bit float, two to a byte. */
    F4(4, Kind.OPAQUE),
    /** Six-bit float, 2 exponent and 3 fraction bits. */
    F6_E2M3(6, Kind.OPAQUE),
    /** Six-bit float, 3 exponent and 2 fraction bits. */
    F6_E3M2(6, Kind.OPAQUE),
    /** Unsigned byte. */
    U8(8, Kind.WHOLE),
    /** Signed byte. */
    I8(8, Kind.WHOLE),
    /** Eight-bit float, 5 exponent and 2 fraction bits. */
    F8_E5M2(8, Kind.OPAQUE),
    /** Eight-bit float, 4 exponent and 3 fraction bits. */
    F8_E4M3(8, Kind.OPAQUE),
    /** Eight-bit power of two, used as a scale. */
    F8_E8M0(8, Kind.OPAQUE),
    /** Eight-bit float, 4 exponent and 3 fraction bits, finite, no negative zero. */
    F8_E4M3FNUZ(8, Kind.OPAQUE),
    /** Eight-bit float, 5 exponent and 2 fraction bits, finite, no negative zero. */
    F8_E5M2FNUZ(8, Kind.OPAQUE),
    /** Signed 16-bit integer. */
    I16(16, Kind.WHOLE),
    /** Unsigned 16-bit integer. */
    U16(16, Kind.WHOLE),
    /** IEEE half precision: 5 exponent and 10 fraction bits. */
    F16(16, Kind.REAL),
    /** The upper half of an F32: 8 exponent and 7 fraction bits. */
    BF16(16, Kind.REAL),
    /** Signed 32-bit integer. */
    I32(32, Kind.WHOLE),
    /** Unsigned 32-bit integer. */
    U32(32, Kind.WHOLE),
    /** IEEE single precision, Java's {@code float}. */
    F32(32, Kind.REAL),
    /** A complex number of two F32. */
    C64(64, Kind.OPAQUE),
    /** IEEE double precision, Java's {@code double}. */
    F64(64, Kind.REAL),
    /** Signed 64-bit integer, Java's {@code long}. */
    I64(64, Kind.WHOLE),
    /** Unsigned 64-bit integer. */
    U64(64, Kind.WHOLE);

    private enum Kind {
        WHOLE, REAL, OPAQUE
    }

    private final int bits;
    private final Kind kind;

    DType(int bits, Kind kind) {
        this.bits = bits;
        this.kind = kind;
    }

    /** Bits that one element takes in the file: 4 to 64. */
    public int bits() {
        return bits;
    }

    /** Whether the elements are integers or truth values, so that {@link StoredTensor#longs()} can read them. */
    public boolean isWhole() {
        return kind == Kind.WHOLE;
    }

    /** Whether the elements can be read as numbers here; the 4-, 6- and 8-bit floats and complex numbers cannot. */
    public boolean isReadable() {
        return kind != Kind.OPAQUE;
    }

    /** Whole bytes of one element; only for readable types, which never share a byte. */
    int bytes() {
        return bits / Byte.SIZE;
    }
}
