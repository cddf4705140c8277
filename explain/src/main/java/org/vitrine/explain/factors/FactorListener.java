package org.vitrine.explain.factors;

/** Hears how a search for factors gets on, and may end it. */
public interface FactorListener {
    /**
     * All factors were bettered once more.
     *
     * @param iterations how many times so far
     * @param error how far the product of the factors is from the activations: a Frobenius norm
     */
    void bettered(int iterations, double error);

    /**
     * Called every few milliseconds, by several threads at once. Whatever is thrown ends the search and comes out of it; the
     * numbers of a search that is not ended do not depend on this.
     */
    default void check() {
    }
}
