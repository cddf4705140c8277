package org.vitrine.ui.cli;

import org.vitrine.transformer.ops.Accelerator.Patience;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.ModelLookup;
import org.vitrine.ui.session.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which model, and how it computes. */
final class ModelOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = {"-m", "--model"}, order = 3, paramLabel = "NAME",
            description = "A classroom model, the folder of a model, or the id of one that was pulled, with @REVISION "
                    + "if it is not to be the usual one (default: " + ModelLookup.DEFAULT
                    + "; for a text with [MASK] or a pair of texts classroom-bert, for one with <mask> classroom-bart).")
    private String model;

    @Option(names = "--backend", order = 4, paramLabel = "NAME", defaultValue = "vector",
            converter = Choices.OfBackend.class,
            description = "scalar: plain loops; vector: the same, faster (default); gpu: on a device that TornadoVM "
                    + "finds, see vitrine devices.")
    private Backend backend;

    @Option(names = "--threads", order = 5, paramLabel = "N",
            description = "Threads of the CPU: of the vector back end, and of what the GPU leaves to it (default: one a "
                    + "core).")
    private Integer threads;

    /** Takes the classroom model that the texts ask for, if the user named none. */
    void decide(Texts texts) {
        if (model == null) {
            model = ModelLookup.usual(texts.text(), texts.pair());
        }
    }

    /** What the user called the model. */
    String name() {
        return model;
    }

    /**
     * Reads the model.
     *
     * @param console where it is said what becomes of a device, and which head was left out
     */
    LoadedModel load(Console console) {
        Ops ops = backend.ops(threads(threads, spec), Patience.WAIT, new DeviceNotes(console));
        LoadedModel loaded = LoadedModel.load(ModelLookup.find(model), ops);
        loaded.taskHead().ifPresent(head -> console.note(loaded.name() + ": " + head));
        return loaded;
    }

    /** How many threads that is; null stands for one a core. */
    static int threads(Integer wanted, CommandSpec spec) {
        int count = wanted == null ? Backend.usualThreads() : wanted;
        if (count < 1 || count > Backend.MOST_THREADS) {
            throw new ParameterException(spec.commandLine(),
                    "--threads takes a number from 1 to " + Backend.MOST_THREADS + ", not " + count);
        }
        return count;
    }
}
