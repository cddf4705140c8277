package org.vitrine.ui.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A probability as people read it: four significant digits, and no false zero or hundred at the ends. */
public final class Percent {
    private static final int DIGITS = 4;

    private Percent() {
    }

    /** {@code 0.12345} becomes {@code 12.34 %}; below 0.0001 {@code < 0.01 %}, above 0.9999 {@code > 99.99 %}. */
    public static String of(double probability) {
        if (probability < 0.0001) {
            return "< 0.01 %";
        }
        if (probability > 0.9999) {
            return "> 99.99 %";
        }
        return digits(100 * probability) + " %";
    }

    /** {@code 0.12345} becomes {@code 12 %}, for where there are many; {@code < 1 %} and {@code > 99 %} at the ends. */
    public static String whole(double probability) {
        if (probability < 0.01) {
            return "< 1 %";
        }
        return probability > 0.99 ? "> 99 %" : Math.round(100 * probability) + " %";
    }

    /** How much a probability changed, in percentage points: {@code +12.34 pp}; {@code ±0.00 pp} for hardly anything. */
    public static String points(double difference) {
        String points = BigDecimal.valueOf(100 * Math.abs(difference)).setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
        return (points.equals("0.00") ? "±" : difference < 0 ? "−" : "+") + points + " pp";
    }

    private static String digits(double percent) {
        int scale = percent >= 10 ? 2 : percent >= 1 ? 3 : percent >= 0.1 ? 4 : 5;
        BigDecimal rounded = BigDecimal.valueOf(percent).setScale(scale, RoundingMode.HALF_EVEN);
        if (rounded.precision() > DIGITS) {
            rounded = rounded.setScale(scale - 1, RoundingMode.HALF_EVEN); // 9.9999 became 10.000
        }
        return rounded.toPlainString();
    }
}
