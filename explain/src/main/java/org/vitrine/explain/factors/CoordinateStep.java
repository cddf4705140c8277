package org.vitrine.explain.factors;

import org.vitrine.transformer.tensor.Tensor;

/**
 * One side of the factors, the strengths or the neurons, after it was bettered while the other side stood still.
 *
 * @param side what has become of it
 * @param violation how far it was from standing still: the sum of the slopes' sizes on the way, leaving out those that push
 *        a zero below zero
 */
record CoordinateStep(FactorSide side, double violation) {
    /**
     * Takes each factor in turn down its slope to the lowest point, or to 0 if that lies below. The slope, the derivative of
     * half the squared error, is gram · rows − products; a push is what it lacks to 0.
     *
     * @param side one side [K, n]
     * @param products of the activations and the other side [K, n]
     * @param gram the other side's scalar products [K, K]
     */
    static CoordinateStep of(FactorSide side, Tensor products, double[] gram) {
        int components = side.components();
        int width = products.dim(1);
        float[] better = new float[products.size()];
        Tile rows = new Tile(components);
        Tile pushes = new Tile(components);
        float[] violations = new float[Tile.WIDTH];
        for (int from = 0; from < width; from += Tile.WIDTH) { // columns do not depend on each other
            rows.read(side.rows(), from);
            pushes.read(products, from);
            for (int k = 0; k < components; k++) {
                float curvature = (float) gram[k * components + k];
                if (curvature != 0) { // else the factor's other side is all zeros, and there is no slope
                    for (int s = 0; s < components; s++) {
                        subtract((float) gram[k * components + s], rows.row(s), pushes.row(k));
                    }
                    addViolations(pushes.row(k), rows.row(k), violations);
                    descend(pushes.row(k), curvature, rows.row(k));
                }
            }
            rows.write(better, width, from);
        }
        return new CoordinateStep(FactorSide.of(Tensor.of(better, products.shape())), Tile.sum(violations));
    }

    private static void subtract(float product, float[] row, float[] pushes) {
        for (int i = 0; i < Tile.WIDTH; i++) {
            pushes[i] = Math.fma(-product, row[i], pushes[i]);
        }
    }

    /** At 0, where the signum is 0, only a push upwards counts. */
    private static void addViolations(float[] pushes, float[] row, float[] violations) {
        for (int i = 0; i < Tile.WIDTH; i++) {
            violations[i] += Math.max(pushes[i], -Math.signum(row[i]) * pushes[i]);
        }
    }

    private static void descend(float[] pushes, float curvature, float[] row) {
        for (int i = 0; i < Tile.WIDTH; i++) {
            row[i] = Math.max(0, row[i] + pushes[i] / curvature);
        }
    }
}
