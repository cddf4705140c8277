package org.vitrine.explain.arithmetic;

import java.util.Optional;

/**
 * A step between the terms and the result, or a number that joins there.
 *
 * @param name what it is called: {@code variance}
 * @param formula how it is made, in symbols; empty where it is not made but read
 * @param source where it is read, if it is
 */
public record Quantity(String name, String formula, double value, Optional<Input> source) {
    /** A step that is computed. */
    static Quantity of(String name, String formula, double value) {
        return new Quantity(name, formula, value, Optional.empty());
    }

    /** A number that joins. */
    static Quantity of(String name, Input source) {
        return new Quantity(name, "", source.value(), Optional.of(source));
    }
}
