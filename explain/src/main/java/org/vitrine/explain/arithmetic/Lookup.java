package org.vitrine.explain.arithmetic;

import java.util.List;

/**
 * Rows of a table, one for each token.
 *
 * @param rows which ones
 * @param row how the row of token t is written: {@code id of t}
 * @param scale what they are multiplied with, usually 1
 */
record Lookup(Table table, int[] rows, String row, float scale) implements Step {
    @Override
    public Derivation derive(Target target) {
        Input.Learned cell = table.at(rows[target.row()], target.column());
        String equation = target.left() + " = " + table.name() + "[" + row + ", j]";
        if (scale == 1) {
            return new Derivation(target.itself(), Operation.TABLE_ROW, equation, List.of(Term.of(cell)), List.of(),
                    cell.number());
        }
        Term term = Term.of(cell, new Input.Constant("√d", scale));
        return new Derivation(target.itself(), Operation.TABLE_ROW, equation + " · √d", List.of(term), List.of(),
                cell.number() * scale);
    }
}
