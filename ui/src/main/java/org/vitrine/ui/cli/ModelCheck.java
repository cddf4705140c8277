package org.vitrine.ui.cli;

import java.util.Optional;
import org.vitrine.explain.check.Tolerance;
import org.vitrine.explain.check.TraceComparison;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.ModelInput;
import org.vitrine.ui.session.Texts;
import org.vitrine.weights.ModelFiles;

/** A model's pass over a short text as the definition has it, with which the passes of other back ends are compared. */
final class ModelCheck {
    private final ModelFiles files;
    private final ModelInput input;
    private final Trace expected;

    private ModelCheck(ModelFiles files, ModelInput input, Trace expected) {
        this.files = files;
        this.input = input;
        this.expected = expected;
    }

    /** Reads the model and runs it on {@link ScalarOps}, which takes longest. */
    static ModelCheck of(ModelFiles files) {
        Ops ops = new ScalarOps();
        LoadedModel model = LoadedModel.load(files, ops);
        Texts texts = texts(model.family());
        ModelInput input = model.input(texts.text(), texts.pair(), true);
        return new ModelCheck(files, input, trace(model, input, ops));
    }

    /** Compares two passes, one when the program has just started and one after a while. */
    Result with(CheckedBackend backend) {
        LoadedModel model = LoadedModel.load(files, backend.ops());
        Tolerance tolerance = backend.tolerance();
        Trace first = trace(model, input, backend.ops());
        TraceComparison comparison = TraceComparison.of(expected, first, tolerance);
        int passes = backend.passes(expected.tensors().stream().mapToLong(tensor -> tensor.size()).sum());
        for (int i = 2; i < passes; i++) {
            model.forward(input, Recorder.off());
        }
        Trace last = trace(model, input, backend.ops());
        comparison = comparison.worse(TraceComparison.of(expected, last, tolerance));
        return new Result(files.name(), backend.backend(), tolerance, passes, comparison, backend.failure());
    }

    private static Trace trace(LoadedModel model, ModelInput input, Ops ops) {
        Recording recording = Recording.everything();
        model.forward(input, recording);
        Trace trace = recording.trace();
        ops.fetch(trace.tensors());
        return trace;
    }

    /** What the family has to show: a mask and two texts, or a text for each stack. BART models may lack a mask. */
    private static Texts texts(Family family) {
        return switch (family) {
            case GPT2 ->
                new Texts("Two plus three is five. The keys to the cabinet are on the table, and Heathrow airport "
                        + "is in the city of", "");
            case BERT -> new Texts("The cat sat on the mat, and Anna had a small dog.", "The cat lay on the [MASK].");
            case BART -> new Texts("The cat sat on the mat, and Anna had a small dog.", "The cat lay on the rug.");
        };
    }

    /**
     * How a back end did.
     *
     * @param model what the user called it
     * @param passes of which the first and the last were compared
     * @param comparison with the pass that defines the numbers
     * @param failure why the device stopped; empty if it did not
     */
    record Result(String model, Backend backend, Tolerance tolerance, int passes, TraceComparison comparison,
            Optional<String> failure) {
        boolean passed() {
            return failure.isEmpty() && comparison.within();
        }

        /** Which model on which back end. */
        String title() {
            return model + " on " + backend;
        }
    }
}
