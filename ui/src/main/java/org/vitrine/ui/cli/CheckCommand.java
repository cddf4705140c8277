package org.vitrine.ui.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.ModelLookup;
import org.vitrine.weights.ModelFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares every number of every back end with the definition. */
@Command(name = "check", header = "Is every number right on this machine?", sortOptions = false,
        description = "Runs each model over a short text, compares every intermediate tensor with what the plain loops "
                + "compute (the back end scalar, which defines the numbers), and says what a report of a bug should say of "
                + "the machine. Ends with 1 if a number is beyond the tolerance.",
        footer = {"", "Example:", "  vitrine check", "  vitrine check -m path/to/model --backend gpu"})
final class CheckCommand implements Callable<Integer> {
    @Option(names = {"-m", "--model"}, order = 3, paramLabel = "NAME",
            description = "A classroom model or the folder of a model (default: all classroom models).")
    private String model;

    @Option(names = "--backend", order = 4, paramLabel = "NAME", converter = Choices.OfBackend.class,
            description = "Only scalar, vector or gpu, with its tensors (default: vector, and gpu where there is one).")
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

    CheckCommand(Console console) {
        this(console, Accelerator::find);
    }

    /** A check of another accelerator than the one that is installed. */
    CheckCommand(Console console, Supplier<Optional<Accelerator>> accelerators) {
        this.console = console;
        this.accelerators = accelerators;
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
        List<ModelCheck.Result> results = new ArrayList<>();
        try (Progress progress = new Progress(console)) {
            List<CheckedBackend> backends = backends(machine, accelerator, progress);
            for (ModelFiles files : models) {
                results.addAll(results(files, backends, progress));
            }
        }
        CheckAnswer answer = new CheckAnswer(results, machine, backend == null, tensors || backend != null);
        output.give(answer, console);
        return exitCode(answer);
    }

    private List<ModelFiles> models() {
        return model == null
                ? ModelFiles.classroomNames().stream().map(ModelFiles::classroom).toList()
                : List.of(ModelLookup.find(model));
    }

    private List<CheckedBackend> backends(MachineFacts machine, Optional<Accelerator> accelerator, Progress progress) {
        List<CheckedBackend> backends = new ArrayList<>();
        if (backend != Backend.GPU) {
            backends.add(CheckedBackend.cpu(backend == null ? Backend.VECTOR : backend, machine.threads(), progress));
        }
        if (machine.gpu().available() && (backend == null || backend == Backend.GPU)) {
            backends.add(CheckedBackend.gpu(accelerator.orElseThrow(), machine.threads(), progress));
        }
        return backends;
    }

    private static List<ModelCheck.Result> results(ModelFiles files, List<CheckedBackend> backends, Progress progress) {
        progress.say(files.name() + " on scalar");
        ModelCheck check = ModelCheck.of(files);
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
        console.note("not every number is right: " + answer.failed().stream().map(ModelCheck.Result::title)
                .collect(Collectors.joining(", ")) + "; please report it, with what is written above");
        return 1;
    }
}
