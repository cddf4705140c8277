package org.vitrine.ui.cli;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.vitrine.explain.check.GoldenTrace;
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

/**
 * What a model has to make of a short text, with which the passes of back ends are compared: a golden trace where there is
 * one, else a pass as the definition has it.
 */
final class ModelCheck {
    /** How often the text is repeated in passes that are not compared, if the model can read so much. */
    private static final int TIMES = 4;

    private final ModelFiles files;
    private final Reference reference;
    private final Optional<TokenCheck> tokens;
    private final ModelInput input;
    private final Trace expected;

    private ModelCheck(ModelFiles files, Reference reference, Optional<TokenCheck> tokens, ModelInput input,
            Trace expected) {
        this.files = files;
        this.reference = reference;
        this.tokens = tokens;
        this.input = input;
        this.expected = expected;
    }

    /**
     * A check against a golden trace. Passes read its tokens, so that an error of the tokenizer is one and not hundreds.
     *
     * @throws org.vitrine.transformer.config.ModelException if the model knows no such tokens
     */
    static ModelCheck golden(ModelFiles files, GoldenTrace golden) {
        LoadedModel model = LoadedModel.load(files, new ScalarOps());
        Map<String, int[]> ids = golden.inputs();
        ModelInput input = model.input(ids.get("input.ids"), ids.get("input.segments"), ids.get("input.decoder_ids"));
        return new ModelCheck(files, Reference.GOLDEN, Optional.of(TokenCheck.of(model, golden)), input,
                golden.trace());
    }

    /** A check against a pass on {@link ScalarOps}, which takes long for a large model. */
    static ModelCheck scalar(ModelFiles files) {
        Ops ops = new ScalarOps();
        LoadedModel model = LoadedModel.load(files, ops);
        Texts texts = texts(model.family());
        ModelInput input = model.input(texts.text(), texts.pair(), true);
        return new ModelCheck(files, Reference.SCALAR, Optional.empty(), input, trace(model, input, ops));
    }

    /** Whether the tokenizer makes the golden trace's tokens; empty where there is none. */
    Optional<TokenCheck> tokens() {
        return tokens;
    }

    /**
     * Compares two passes, one when the program has just started and one after a while. In between the text is read several
     * times over at once: there is as much to compute, and threads wait less often for one another.
     */
    Result with(CheckedBackend backend) {
        LoadedModel model = LoadedModel.load(files, backend.ops());
        Tolerance tolerance = backend.tolerance(reference);
        Trace first = trace(model, input, backend.ops());
        TraceComparison comparison = TraceComparison.of(expected, first, tolerance);
        ModelInput longer = repeated(model);
        int times = longer.ids().length / input.ids().length;
        int passes = backend.passes(times * expected.tensors().stream().mapToLong(tensor -> tensor.size()).sum());
        for (int i = 2; i < passes; i++) {
            model.forward(longer, Recorder.off());
        }
        Trace last = trace(model, input, backend.ops());
        comparison = comparison.worse(TraceComparison.of(expected, last, tolerance));
        return new Result(files.name(), backend.backend(), reference, tolerance, passes, comparison,
                backend.failure());
    }

    private ModelInput repeated(LoadedModel model) {
        int longest = Math.max(input.ids().length, input.decoderIds().length);
        int times = Math.clamp(model.context() / longest, 1, TIMES);
        return model.input(repeated(input.ids(), times), orNull(repeated(input.segments(), times)),
                orNull(repeated(input.decoderIds(), times)));
    }

    private static int[] repeated(int[] ids, int times) {
        int[] repeated = new int[ids.length * times];
        Arrays.setAll(repeated, i -> ids[i % ids.length]);
        return repeated;
    }

    private static int[] orNull(int[] ids) {
        return ids.length == 0 ? null : ids;
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

    /** Where the expected numbers come from. */
    enum Reference {
        /** Another implementation. */
        GOLDEN,
        /** The back end that defines the numbers, on this machine. */
        SCALAR
    }

    /**
     * How a back end did.
     *
     * @param model what the user called it
     * @param passes of which the first and the last were compared
     * @param comparison with the expected numbers
     * @param failure why the device stopped; empty if it did not
     */
    record Result(String model, Backend backend, Reference reference, Tolerance tolerance, int passes,
            TraceComparison comparison, Optional<String> failure) {
        boolean passed() {
            return failure.isEmpty() && comparison.within();
        }

        /** Which model on which back end. */
        String title() {
            return model + " on " + backend;
        }
    }
}
