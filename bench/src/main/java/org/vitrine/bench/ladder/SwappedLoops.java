package org.vitrine.bench.ladder;

import java.util.Arrays;
import org.vitrine.transformer.tensor.Tensor;

/** The two inner loops change places: 32 sums grow side by side. */
final class SwappedLoops implements Rung {
    private static final int WIDTH = Panels.WIDTH;

    @Override
    public String name() {
        return "loops swapped";
    }

    @Override
    public String change() {
        return "The innermost loop runs over 32 outputs, whose sums do not wait for each other, not over the inputs.";
    }

    @Override
    public Tensor multiply(Tensor x, Matrix w) {
        Panels panels = w.panels();
        float[] y = new float[x.dim(0) * w.outputs()];
        float[] sums = new float[WIDTH];
        for (int panel = 0; panel < panels.count(); panel++) {
            for (int i = 0; i < x.dim(0); i++) {
                row(x.data(), i, panels, panel, sums);
                panels.write(sums, 0, y, i, panel);
            }
        }
        return Tensor.of(y, x.dim(0), w.outputs());
    }

    /** The sums of one row and one panel. */
    private static void row(float[] x, int i, Panels panels, int panel, float[] sums) {
        float[] weights = panels.data();
        int inputs = panels.inputs();
        int from = panels.start(panel);
        Arrays.fill(sums, 0);
        for (int k = 0; k < inputs; k++, from += WIDTH) {
            float input = x[i * inputs + k];
            for (int j = 0; j < WIDTH; j++) {
                sums[j] = Math.fma(input, weights[from + j], sums[j]);
            }
        }
    }
}
