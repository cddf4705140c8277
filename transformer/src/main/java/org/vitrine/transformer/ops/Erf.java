package org.vitrine.transformer.ops;

/** The error function, erf(x) = 2/√π · ∫₀ˣ exp(−t²) dt. */
final class Erf {
    /** From here on erf(x) is 1 to the last bit of a double. */
    private static final double ONE_FROM = 6;

    private Erf() {
    }

    /**
     * Abramowitz and Stegun 1964, formula 7.1.6: 2/√π · exp(−x²) · Σ 2ⁿ·x²ⁿ⁺¹ / (1·3·…·(2n+1)). All terms have one
     * sign, so nothing cancels; the error is a few units in the last place of a double.
     */
    static double erf(double x) {
        if (Math.abs(x) >= ONE_FROM) {
            return Math.signum(x);
        }
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
}
