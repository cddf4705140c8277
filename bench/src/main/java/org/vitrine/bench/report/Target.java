package org.vitrine.bench.report;

import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How good a work is to be.
 *
 * @param work which one
 * @param what is compared, in words
 * @param atMost whether the limit is the most it may be, or the least
 * @param limit of the number
 * @param reading the number in a run, NaN where it has none
 */
record Target(String work, String what, boolean atMost, double limit, ToDoubleFunction<Run.Row> reading) {
    /** What became of a target. */
    record Verdict(Target target, double reached) {
        boolean met() {
            return target.atMost ? reached <= target.limit : reached >= target.limit;
        }
    }

    /** Empty where the run does not tell. */
    Optional<Verdict> verdict(Run.Row row) {
        double reached = row.measurement().work().equals(work) ? reading.applyAsDouble(row) : Double.NaN;
        return Double.isNaN(reached) ? Optional.empty() : Optional.of(new Verdict(this, reached));
    }

    @Override
    public String toString() {
        return what + (atMost ? " <= " : " >= ") + number(limit);
    }

    /** As short as it can be. */
    static String number(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
