package org.vitrine.explain.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers of an equation as people read them. */
public final class Digits {
    private static final MathContext FOUR = new MathContext(4);
    /** From here on, and below the other, zeros would take the place of digits. */
    private static final double LARGE = 1e7;
    private static final double SMALL = 1e-4;

    private Digits() {
    }

    /** Four significant digits: {@code 12.345} becomes {@code 12.34}, {@code 0.000012345} {@code 1.234e-5}. */
    public static String four(double number) {
        if (Double.isNaN(number)) {
            return "not a number";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "∞" : "-∞";
        }
        BigDecimal rounded = new BigDecimal(number).round(FOUR);
        double size = Math.abs(number);
        if (size == 0) {
            return "0";
        }
        return size >= SMALL && size < LARGE ? rounded.toPlainString()
                : String.format(Locale.ROOT, "%.3e", rounded).replaceFirst("e([+-])0(\\d)$", "e$1$2").replace("e+",
                        "e");
    }

    /** As many digits as tell it from its neighbours. */
    public static String all(double number) {
        return number == (float) number ? Float.toString((float) number) : Double.toString(number);
    }
}
