package org.vitrine.fuzz;

import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.weights.ModelFiles;

/** Makes a model of a configuration and a checkpoint that may not belong together, and runs it where they do. */
final class WeightsTarget {
    private static final int[] IDS = {0, 2, 1};

    private WeightsTarget() {
    }

    /** Takes the input for the files of a model. */
    static void run(byte[] input) {
        ModelFiles files = new Bundle(input);
        Expected.refusal(() -> {
            LoadedModel model = LoadedModel.load(files, new ScalarOps());
            model.forward(model.input(IDS, null, null), Recording.everything());
        });
    }
}
