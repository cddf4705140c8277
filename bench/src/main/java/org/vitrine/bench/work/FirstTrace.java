package org.vitrine.bench.work;

import java.nio.file.Path;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.weights.ModelFiles;

/** Loads a BERT, reads 128 tokens with everything recorded, and ends. */
public final class FirstTrace {
    private static final int TOKENS = 128;

    private FirstTrace() {
    }

    /** Takes the folder of the model and the number of threads. */
    public static void main(String[] args) {
        Bert model = Bert.load(ModelFiles.folder(Path.of(args[0])), new VectorOps(Integer.parseInt(args[1])));
        Recording recording = Recording.everything();
        model.forward(Lab.ids(TOKENS, model.config().vocabulary()), new int[TOKENS], recording);
        System.out.println(recording.trace());
    }
}
