package org.vitrine.fuzz;

import java.util.List;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.ModelFiles;

/** Opens a checkpoint in one file or several and reads every tensor. */
final class ShardsTarget {
    private ShardsTarget() {
    }

    /** Takes the input for the files of a model. */
    static void run(byte[] input) {
        ModelFiles files = new Bundle(input);
        Expected.refusal(() -> read(files));
    }

    private static void read(ModelFiles files) {
        try (Checkpoint checkpoint = Checkpoint.open(files)) {
            for (String name : checkpoint.names()) {
                Expected.refusal(() -> SafetensorsTarget.numbers(checkpoint.find(name).orElseThrow()));
                Expected.refusal(() -> checkpoint.require(name, 2, 3));
            }
            checkpoint.in("h").in("0").check(List.of("a", "b"), name -> name.startsWith("x"));
        }
    }
}
