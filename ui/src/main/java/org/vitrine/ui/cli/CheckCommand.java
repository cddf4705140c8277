package org.vitrine.ui.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vitrine.explain.check.GoldenTrace;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.ModelLookup;
import org.vitrine.weights.ModelFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares every number of every back end with what another implementation computed, or with the definition. */
@Command(name = "check", header = "Is every number right on this machine?", sortOptions = false,
        description = "Runs each classroom model over a short text on each back end that is there, compares the tokens and "
                + "every intermediate tensor with what Hugging Face's implementation computed (golden traces inside "
                + "Vitrine), and says what a report of a bug should say of the machine. Of another model, every tensor is "
                + "compared with what the plain loops compute (the back end scalar, which defines the numbers). Ends "
                + "with 1 if a token differs or a number is beyond the tolerance.",
        footer = {"", "Example:", "  vitrine check", "  vitrine check -m path/to/model --backend gpu"})
final class CheckCommand implements Callable<Integer> {
    @Option(names = {"-m", "--model"}, order = 3, paramLabel = "NAME",
            description = "A classroom model or the folder of a model (default: all classroom models).")
    private String model;

    @Option(names = "--backend", order = 4, paramLabel = "NAME", converter = Choices.OfBackend.class,
            description = "Only scalar, vector or gpu, with its tensors (default: all that are there; for another than a "
                    + "classroom model all but scalar).")
    private Backend backend;

    @Option(names = "--threads", order = 5, paramLabel = "N",
            description = "Threads of the vector back end (default: one a core).")
    private Integer threads;

    @Option(names = "--tensors", order = 6, description = "Show the largest difference of each tensor, too.")
    private boolean tensors;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Console console;
    private final Supplier<Optional<Accelerator>> accelerators;
    private final Function<String, GoldenTrace> goldenTraces;

    CheckCommand(Console console) {
        this(console, Accelerator::find, GoldenTrace::of);
    }

    /** A check of another accelerator than the one that is installed, against other golden traces than Vitrine's. */
    CheckCommand(Console console, Supplier<Optional<Accelerator>> accelerators,
            Function<String, GoldenTrace> goldenTraces) {
        this.console = console;
        this.accelerators = accelerators;
        this.goldenTraces = goldenTraces;
    }

    @Override
    public Integer call() {
        int count = ModelOptions.threads(threads, spec);
        List<ModelFiles> models = models();
        Optional<Accelerator> accelerator = accelerators.get();
        MachineFacts machine = MachineFacts.of(count, accelerator);
        if (backend == Backend.GPU && !machine.gpu().available()) {
            throw new CommandException("there is no GPU to check: " + machine.noGpu());
        }
        List<TokenCheck> tokens = new ArrayList<>();
        List<ModelCheck.Result> results = new ArrayList<>();
        try (Progress progress = new Progress(console)) {
            List<CheckedBackend> backends = backends(machine, accelerator, progress);
            for (ModelFiles files : models) {
                progress.say(files.name() + ": reading");
                ModelCheck check = check(files);
                check.tokens().ifPresent(tokens::add);
                results.addAll(results(files, check, backends, progress));
            }
        }
        CheckAnswer answer = new CheckAnswer(tokens, results, machine, tensors || backend != null);
        output.give(answer, console);
        return exitCode(answer);
    }

    private List<ModelFiles> models() {
        return model == null
                ? ModelFiles.classroomNames().stream().map(ModelFiles::classroom).toList()
                : List.of(ModelLookup.find(model));
    }

    /** Whether there are golden traces of what is checked. */
    private boolean classroom() {
        return model == null || ModelFiles.classroomNames().contains(model);
    }

    private ModelCheck check(ModelFiles files) {
        return classroom()
                ? ModelCheck.golden(files, goldenTraces.apply(files.name()))
                : ModelCheck.scalar(files);
    }

    private List<CheckedBackend> backends(MachineFacts machine, Optional<Accelerator> accelerator, Progress progress) {
        List<CheckedBackend> backends = new ArrayList<>();
        if (backend == null ? classroom() : backend == Backend.SCALAR) {
            backends.add(CheckedBackend.cpu(Backend.SCALAR, machine.threads(), progress));
        }
        if (backend == null || backend == Backend.VECTOR) {
            backends.add(CheckedBackend.cpu(Backend.VECTOR, machine.threads(), progress));
        }
        if (machine.gpu().available() && (backend == null || backend == Backend.GPU)) {
            backends.add(CheckedBackend.gpu(accelerator.orElseThrow(), machine.threads(), progress));
        }
        return backends;
    }

    private static List<ModelCheck.Result> results(ModelFiles files, ModelCheck check, List<CheckedBackend> backends,
            Progress progress) {
        List<ModelCheck.Result> results = new ArrayList<>();
        for (CheckedBackend each : backends) {
            progress.say(files.name() + " on " + each.backend());
            results.add(check.with(each));
        }
        return results;
    }

    private int exitCode(CheckAnswer answer) {
        if (answer.passed()) {
            return 0;
        }
        console.note("not every number is right: " + String.join(", ", answer.failed())
                + "; please report it, with what is written above");
        return 1;
    }
}
