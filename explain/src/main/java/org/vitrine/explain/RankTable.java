package org.vitrine.explain;

import java.util.List;

/**
 * How each layer ranks some tokens.
 *
 * @param lens how the layers were read
 * @param columns the tokens
 * @param rows in the order of computation, embeddings first; each has a cell for each column
 */
public record RankTable(Lens lens, List<Column> columns, List<Row> rows) {
    public RankTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A token at a place.
     *
     * @param position its place, counted from 0
     * @param id its place in the vocabulary
     * @param token as people read it, leading space included
     */
    public record Column(int position, int id, String token) {
    }

    /**
     * What one layer thinks of the tokens.
     *
     * @param layer from 0; −1 for the embeddings, before the first layer
     * @param tensor the name of the stream that was read, for example {@code decoder.3.mlp.resid}
     * @param cells one for each column
     */
    public record Row(int layer, String tensor, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** The column with the best rank; −1 where two share it. */
        public int leader() {
            int best = 0;
            boolean shared = false;
            for (int c = 1; c < cells.size(); c++) {
                int difference = cells.get(c).rank() - cells.get(best).rank();
                shared = difference == 0 || shared && difference > 0;
                best = difference < 0 ? c : best;
            }
            return shared ? -1 : best;
        }
    }

    /**
     * What one layer thinks of one token.
     *
     * @param rank 1 = most likely of the vocabulary
     * @param probability 0 to 1
     */
    public record Cell(int rank, double probability) {
    }
}
