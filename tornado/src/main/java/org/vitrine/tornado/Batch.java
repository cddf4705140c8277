package org.vitrine.tornado;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.tornado.Operand.Constant;

/**
 * Results that are computed at once.
 *
 * @param cells in their order
 * @param constants what models have learnt that they are made of
 * @param inputs other results and numbers that they are made of
 */
record Batch(List<Cell> cells, Set<Constant> constants, Set<Cell> inputs) {
    static Batch of(List<Cell> cells) {
        Set<Constant> constants = new LinkedHashSet<>();
        Set<Cell> inputs = new LinkedHashSet<>();
        for (Cell cell : cells) {
            for (Operand operand : cell.work().operands()) {
                switch (operand) {
                    case Constant constant -> constants.add(constant);
                    case Cell input -> inputs.add(input);
                    case Operand.Absent _ -> {
                    }
                }
            }
        }
        cells.forEach(inputs::remove);
        return new Batch(cells, constants, inputs);
    }

    /** How many numbers the results are. */
    long size() {
        return cells.stream().mapToLong(Cell::size).sum();
    }

    /** How many numbers the results, and all that they are made of, are. */
    long total() {
        return constants.stream().mapToLong(Constant::size).sum() + inputs.stream().mapToLong(Cell::size).sum()
                + size();
    }
}
