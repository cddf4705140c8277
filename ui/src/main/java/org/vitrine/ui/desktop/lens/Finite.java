package org.vitrine.ui.desktop.lens;

import org.vitrine.explain.Candidate;
import org.vitrine.explain.LayerPrediction;
import org.vitrine.explain.LayerPredictions;
import org.vitrine.explain.RankTable;
import org.vitrine.transformer.config.ModelException;

/** Numbers that are none would make every rank and every bar a lie. */
final class Finite {
    private Finite() {
    }

    static LayerPredictions require(LayerPredictions predictions) {
        for (LayerPrediction layer : predictions.layers()) {
            for (Candidate candidate : layer.candidates()) {
                require(candidate.probability() + candidate.logit(), layer.tensor());
            }
        }
        return predictions;
    }

    static RankTable require(RankTable table) {
        for (RankTable.Row row : table.rows()) {
            for (RankTable.Cell cell : row.cells()) {
                require(cell.probability(), row.tensor());
            }
        }
        return table;
    }

    private static void require(double number, String tensor) {
        if (!Double.isFinite(number)) {
            throw new ModelException("the scores read from " + tensor + " are not finite numbers; the weights are "
                    + "damaged, or hold NaN or infinite values");
        }
    }
}
