package org.vitrine.bench.report;

/**
 * A number that is said beside a measurement.
 *
 * @param name what it is
 * @param unit how it is counted; empty for a ratio
 */
public record Figure(String name, double value, String unit) {
}
