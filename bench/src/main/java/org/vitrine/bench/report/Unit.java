package org.vitrine.bench.report;

/** What a measurement is counted in. */
public enum Unit {
    /** The time of one pass. */
    MILLISECONDS("ms"),
    /** How quickly a text is written. */
    TOKENS_PER_SECOND("tokens/s"),
    /** How quickly a text is read. */
    MEGABYTES_PER_SECOND("MB/s"),
    /** Memory, as a multiple of the checkpoint's file. */
    CHECKPOINTS("x checkpoint"),
    /** Steps of an algorithm. */
    ITERATIONS("iterations");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** How it is written behind a number. */
    public String symbol() {
        return symbol;
    }
}
