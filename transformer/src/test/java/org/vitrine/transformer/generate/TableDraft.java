package org.vitrine.transformer.generate;

/** A language model in a table: how likely each token is after each other token. */
final class TableDraft implements Draft {
    private final double[][] probabilities;
    private final int limit;
    private int length;

    /** A model that reads up to {@code limit} tokens; row i has the probabilities after token i, up to a factor. */
    TableDraft(int limit, double[]... probabilities) {
        this.probabilities = probabilities;
        this.limit = limit;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public float[] read(int... ids) {
        length += ids.length;
        double[] row = probabilities[ids[ids.length - 1]];
        float[] scores = new float[row.length];
        for (int id = 0; id < row.length; id++) {
            scores[id] = (float) Math.log(row[id]);
        }
        return scores;
    }

    @Override
    public Draft fork() {
        TableDraft fork = new TableDraft(limit, probabilities);
        fork.length = length;
        return fork;
    }
}
