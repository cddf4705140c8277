package org.vitrine.bench.ladder;

import org.vitrine.transformer.tensor.Tensor;

/** The same three loops over a W that lies in panels: what is read together lies together. */
final class PackedPanels implements Rung {
    private static final int WIDTH = Panels.WIDTH;

    @Override
    public String name() {
        return "packed panels";
    }

    @Override
    public String change() {
        return "W is cut into panels of 32 columns, small enough to stay in a cache while all rows of x use them.";
    }

    @Override
    public Tensor multiply(Tensor x, Matrix w) {
        Panels panels = w.panels();
        float[] y = new float[x.dim(0) * w.outputs()];
        float[] sums = new float[WIDTH];
        for (int panel = 0; panel < panels.count(); panel++) {
            for (int i = 0; i < x.dim(0); i++) {
                for (int j = 0; j < WIDTH; j++) {
                    sums[j] = sum(x.data(), i, panels, panels.start(panel) + j);
                }
                panels.write(sums, 0, y, i, panel);
            }
        }
        return Tensor.of(y, x.dim(0), w.outputs());
    }

    /** One output, whose first weight is number {@code from} of the panels. Every add still waits for the one before. */
    private static float sum(float[] x, int i, Panels panels, int from) {
        float[] weights = panels.data();
        int inputs = panels.inputs();
        float sum = 0;
        for (int k = 0; k < inputs; k++) {
            sum = Math.fma(x[i * inputs + k], weights[from + k * WIDTH], sum);
        }
        return sum;
    }
}
