package org.vitrine.explain.arithmetic;

import java.util.List;

/**
 * One of the numbers that are added up.
 *
 * @param factors what it is made of, one or more; the first is what the model computed, if any of them is
 * @param product what it adds to the sum: the factors' product, or what the operation makes of the only one
 */
public record Term(List<Input> factors, double product) {
    public Term {
        factors = List.copyOf(factors);
    }

    /** The product of the factors. */
    static Term of(Input... factors) {
        double product = 1;
        for (Input factor : factors) {
            product *= factor.value();
        }
        return new Term(List.of(factors), product);
    }
}
