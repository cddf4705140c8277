package org.vitrine.explain.arithmetic;

/** The kinds of equations, of which all models are made. */
public enum Operation {
    /** A number out of a table that was learnt. */
    TABLE_ROW("a row of a table", "value"),
    /** Some numbers of the same place, added. */
    ADD("an addition", "value"),
    /** A row times a column of a matrix that was learnt, and a bias. */
    LINEAR("a linear layer: row times column", "value"),
    /** A query times a key, scaled, masked where a token may not look. */
    SCORES("a dot product of query and key, scaled", "dot product"),
    /** Scores made into weights that sum to 1. */
    SOFTMAX("a softmax", "sum of the exponentials"),
    /** What the tokens say, each weighted by how much it is looked at. */
    MIX("a weighted sum of values", "value"),
    /** A row made to have mean 0 and variance 1, then stretched and moved. */
    LAYER_NORM("a layer normalisation", "variance"),
    /** A curve, applied to one number. */
    ACTIVATION("an activation function", "value"),
    /** A linear layer with a hyperbolic tangent at its end. */
    POOL("a linear layer, then tanh", "sum");

    private final String title;
    private final String total;

    Operation(String title, String total) {
        this.title = title;
        this.total = total;
    }

    /** In words. */
    public String title() {
        return title;
    }

    /** What the terms add up to: the value itself, or what it is made of then. */
    public String total() {
        return total;
    }
}
