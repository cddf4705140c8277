package org.vitrine.ui.cli;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.vitrine.ui.desktop.Viewer;
import org.vitrine.ui.desktop.ViewerOptions;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.ModelLookup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens the window. */
@Command(name = "view", header = "See all of it in a window.", sortOptions = false,
        description = "Opens a window with all views of what a model computes. Without TEXT it shows again what it showed last.",
        footer = {"", "Example:", "  vitrine view \"The keys to the cabinet\"",
            "  vitrine view -m classroom-bert \"The cat sat on the mat\" \"The cat lay on the rug\""})
final class ViewCommand implements Callable<Integer> {
    @Option(names = {"-m", "--model"}, paramLabel = "NAME", description = "A classroom model or the folder of a model "
            + "(default: the last one, or " + ModelLookup.DEFAULT + ").")
    private String model;

    @Option(names = "--backend", paramLabel = "NAME", converter = Choices.OfBackend.class,
            description = "scalar: plain loops; vector: the same, faster (default); gpu: on a device that TornadoVM "
                    + "finds, see vitrine devices.")
    private Backend backend;

    @Option(names = "--threads", paramLabel = "N",
            description = "Threads of the CPU: of the vector back end, and of what the GPU leaves to it (default: one a "
                    + "core).")
    private Integer threads;

    @Parameters(index = "0", arity = "0..1", paramLabel = "TEXT", description = "The text to read.")
    private String text;

    @Parameters(index = "1", arity = "0..1", paramLabel = "TEXT_B",
            description = "A second text, which BERT reads too, or which BART's decoder reads.")
    private String pair;

    @Spec
    private CommandSpec spec;

    private final Console console;

    ViewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (threads != null && (threads < 1 || threads > Backend.MOST_THREADS)) {
            throw new ParameterException(spec.commandLine(), "--threads takes a number from 1 to "
                    + Backend.MOST_THREADS + ", not " + threads);
        }
        if (model != null) {
            ModelLookup.find(model); // says now what is wrong with it, not in a window
        }
        open(console, new ViewerOptions(Optional.ofNullable(model), Optional.ofNullable(text),
                Optional.ofNullable(pair), Optional.ofNullable(backend),
                threads == null ? OptionalInt.empty() : OptionalInt.of(threads)));
        return 0;
    }

    /**
     * Opens the window and waits until it is closed.
     *
     * @throws CommandException if there is no display to open it on
     */
    static void open(Console console, ViewerOptions options) {
        if (!console.display()) {
            throw noDisplay(null);
        }
        try {
            Viewer.open(options);
        } catch (UnsupportedOperationException e) { // so JavaFX says that the display cannot be reached
            throw noDisplay(e);
        }
    }

    private static CommandException noDisplay(Throwable cause) {
        return new CommandException("there is no display to open a window on; vitrine tour shows the same views as "
                + "text and as a page of pictures", cause);
    }
}
