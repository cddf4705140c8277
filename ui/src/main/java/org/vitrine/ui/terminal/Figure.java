package org.vitrine.ui.terminal;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them. */
public final class Figure {
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    /** Powers of ten outside of which zeros would take more room than an exponent. */
    private static final int LEAST_PLAIN = -4;
    private static final int GREATEST_PLAIN = 6;
    private static final long THOUSAND = 1000;
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private Figure() {
    }

    /** Four significant digits: {@code 12.345} becomes {@code 12.34}. */
    public static String of(float number) {
        return Float.isFinite(number)
                ? new BigDecimal(number).round(FOUR_DIGITS).toPlainString()
                : Float.toString(number);
    }

    /** Four significant digits in little room, however small or large: {@code 0.00001234} becomes {@code 1.234e-5}. */
    public static String compact(float number) {
        if (number == 0 || !Float.isFinite(number)) {
            return of(number);
        }
        BigDecimal rounded = new BigDecimal(number).round(FOUR_DIGITS);
        int exponent = rounded.precision() - rounded.scale() - 1;
        return exponent >= LEAST_PLAIN && exponent <= GREATEST_PLAIN ? rounded.toPlainString()
                : rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    /** {@code 6946000} becomes {@code 6.946 MB}; powers of a thousand, as disks are measured. */
    public static String bytes(long bytes) {
        if (bytes < THOUSAND) {
            return bytes + " bytes";
        }
        int unit = 0;
        BigDecimal size = BigDecimal.valueOf(bytes, 3);
        while (unit < UNITS.length - 1 && size.compareTo(BigDecimal.valueOf(THOUSAND)) >= 0) {
            size = size.movePointLeft(3);
            unit++;
        }
        return size.round(FOUR_DIGITS).stripTrailingZeros().toPlainString() + " " + UNITS[unit];
    }

    /** {@code 1734656} becomes {@code 1 734 656}. */
    public static String grouped(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        for (int i = text.length() - 3; i > (number < 0 ? 1 : 0); i -= 3) {
            text.insert(i, ' ');
        }
        return text.toString();
    }
}
