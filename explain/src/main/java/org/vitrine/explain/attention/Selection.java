package org.vitrine.explain.attention;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.vitrine.transformer.tensor.Tensor;

/** Some of a view's tokens, by their places in it. */
final class Selection {
    private final List<AttentionToken> all;
    private final int[] places;

    private Selection(List<AttentionToken> all, int[] places) {
        this.all = all;
        this.places = places;
    }

    /** Those tokens that are wanted, in their order. */
    static Selection of(List<AttentionToken> tokens, Predicate<AttentionToken> wanted) {
        return new Selection(tokens,
                IntStream.range(0, tokens.size()).filter(place -> wanted.test(tokens.get(place))).toArray());
    }

    List<AttentionToken> tokens() {
        return Arrays.stream(places).mapToObj(all::get).toList();
    }

    /** Their rows of a matrix: [n, e] → [places, e]. */
    Tensor rows(Tensor matrix) {
        return matrix.rows(places);
    }

    /** Where their rows cross the columns of others, in every matrix of a stack: [H, T, S] → [H, places, other places]. */
    Tensor cells(Tensor stack, Selection columns) {
        float[] out = new float[stack.dim(0) * places.length * columns.places.length];
        int next = 0;
        for (int matrix = 0; matrix < stack.dim(0); matrix++) {
            for (int row : places) {
                int start = (matrix * stack.dim(1) + row) * stack.dim(2);
                for (int column : columns.places) {
                    out[next++] = stack.data()[start + column];
                }
            }
        }
        return Tensor.of(out, stack.dim(0), places.length, columns.places.length);
    }

    /** The same in one matrix: [T, S] → [places, other places]. */
    Tensor cellsOfMatrix(Tensor matrix, Selection columns) {
        return cells(matrix.reshape(1, matrix.dim(0), matrix.dim(1)), columns).slice(0);
    }
}
