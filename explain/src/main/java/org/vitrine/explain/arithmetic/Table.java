package org.vitrine.explain.arithmetic;

import java.util.List;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/**
 * A table that was learnt, a row for each entry.
 *
 * @param name in our words
 */
record Table(String name, Cells cells) {
    /** Token table: a name that the head uses, too, where it reads the same one. */
    static final String TOKENS = "token table";

    /** The numbers of a table. */
    interface Cells {
        float at(int row, int column);
    }

    /** A token table, which is held as the head needs it: token i is column i. */
    static Table of(String name, Weight columns) {
        return new Table(name, (row, column) -> columns.at(column, row));
    }

    static Table of(String name, Tensor rows) {
        return new Table(name, rows::at);
    }

    Input.Learned at(int row, int column) {
        return new Input.Learned(name, List.of(row, column), cells.at(row, column));
    }
}
