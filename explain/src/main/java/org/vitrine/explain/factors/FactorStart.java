package org.vitrine.explain.factors;

import org.vitrine.transformer.ops.Ops;

/** Where the search for factors begins. It ends in a nearby optimum, so another start may give other factors. */
public interface FactorStart {
    /** What kind of start this is, in a few words: {@code random, seed 0}. */
    String description();

    /**
     * A first guess at the factors.
     *
     * @param x the activations [T, N]
     * @param components how many factors, at least 1 and at most T: K
     */
    Factors guess(ActivationMatrix x, int components, Ops ops);

    /**
     * The same guess, for whoever may want to end the search.
     *
     * @param check called every few milliseconds where that can be done; whatever it throws ends the guess
     */
    default Factors guess(ActivationMatrix x, int components, Ops ops, Runnable check) {
        check.run();
        return guess(x, components, ops);
    }
}
