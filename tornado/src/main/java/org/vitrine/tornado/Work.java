package org.vitrine.tornado;

import java.util.List;
import java.util.stream.Stream;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;

/**
 * How a result comes about: on the device, and, if need be, here.
 *
 * @param kind what computes it on the device
 * @param operands what that reads, in the order of its places
 * @param sizes its places behind those of the operands
 * @param factor its number that is no place
 * @param recipe what computes it here
 */
record Work(Kind kind, List<Operand> operands, int[] sizes, float factor, Recipe recipe) {
    /** The same operation on another back end. */
    @FunctionalInterface
    interface Recipe {
        /** @param inputs the numbers of those operands that are results themselves */
        Tensor cook(Ops ops, List<float[]> inputs);
    }

    /** Those operands that are results themselves. */
    List<Cell> inputs() {
        return cells().toList();
    }

    private Stream<Cell> cells() {
        return operands.stream().filter(Cell.class::isInstance).map(Cell.class::cast);
    }

    /** The numbers, computed here; all inputs must be here. */
    float[] here(Ops ops) {
        return recipe.cook(ops, cells().map(Cell::here).toList()).data();
    }
}
