package org.vitrine.transformer.generate;

/** A language model in a table: how likely each token is after each other token. */
final class TableDraft extends ToyDraft {
    private final double[][] probabilities;

    /** A model that reads up to {@code limit} tokens; row i has the probabilities after token i, up to a factor. */
    TableDraft(int limit, double[]... probabilities) {
        super(limit);
        this.probabilities = probabilities;
    }

    @Override
    float[] scores(int... ids) {
        double[] row = probabilities[ids[ids.length - 1]];
        float[] scores = new float[row.length];
        for (int id = 0; id < row.length; id++) {
            scores[id] = (float) Math.log(row[id]);
        }
        return scores;
    }

    @Override
    TableDraft another() {
        return new TableDraft(limit(), probabilities);
    }
}
