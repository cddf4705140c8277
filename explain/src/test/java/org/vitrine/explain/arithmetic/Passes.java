package org.vitrine.explain.arithmetic;

import java.nio.file.Path;
import java.util.Arrays;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;

/** Passes of small models, ready to be explained. */
final class Passes {
    private static final Path TINY = Path.of("../transformer/src/test/resources");
    private static final int[] IDS = {5, 17, 3, 29, 8, 11};
    private static final int[] DECODER_IDS = {2, 7, 21, 4};

    /** What happens to a tensor on its way. */
    interface Change {
        Tensor of(TensorName name, Tensor tensor);
    }

    private Passes() {
    }

    /** What a tiny model makes of a golden input. */
    static Arithmetic tiny(String name, String input) {
        Path golden = TINY.resolve("golden").resolve(name).resolve(input + ".safetensors");
        try (Safetensors file = Safetensors.open(golden)) {
            int[] second = name.startsWith("bert") ? ids(file, "input.segments")
                    : name.startsWith("bart") ? ids(file, "input.decoder_ids") : new int[0];
            return of(name, ids(file, "input.ids"), second, new VectorOps(1), (site, tensor) -> tensor);
        }
    }

    /** What a tiny model makes of some ids. */
    static Arithmetic tiny(String name) {
        return tiny(name, (site, tensor) -> tensor);
    }

    /** What a tiny model makes of some ids when somebody intervenes. */
    static Arithmetic tiny(String name, Change change) {
        int[] second = name.startsWith("bert") ? new int[]{0, 0, 0, 1, 1, 1} : DECODER_IDS;
        return of(name, IDS, second, new ScalarOps(), change);
    }

    /** What a model for the classroom makes of some ids. */
    static Arithmetic classroom(String name) {
        int[] second = name.contains("bert") ? new int[IDS.length] : DECODER_IDS;
        return of(ModelFiles.classroom(name), IDS, second, new ScalarOps(), (site, tensor) -> tensor);
    }

    private static Arithmetic of(String name, int[] ids, int[] second, Ops ops, Change change) {
        return of(ModelFiles.folder(TINY.resolve("models").resolve(name)), ids, second, ops, change);
    }

    private static Arithmetic of(ModelFiles files, int[] ids, int[] second, Ops ops, Change change) {
        Recording recording = Recording.everything();
        Recorder recorder = (name, tensor) -> recording.keep(name, change.of(name, tensor));
        if (files.name().contains("gpt2")) {
            Gpt2 model = Gpt2.load(files, ops);
            model.forward(ids, recorder);
            return Arithmetic.of(model, ids, recording.trace());
        }
        if (files.name().contains("bert")) {
            Bert model = Bert.load(files, ops);
            model.forward(ids, second, recorder);
            return Arithmetic.of(model, ids, second, recording.trace());
        }
        Bart model = Bart.load(files, ops);
        model.forward(ids, second, recorder);
        return Arithmetic.of(model, ids, second, recording.trace());
    }

    private static int[] ids(Safetensors file, String name) {
        return Arrays.stream(file.require(name).longs()).mapToInt(Math::toIntExact).toArray();
    }
}
