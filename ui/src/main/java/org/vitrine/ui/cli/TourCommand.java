package org.vitrine.ui.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The eight demos of the page that this rebuilds, on the classroom models: text, pictures and a page to hand out. */
@Command(name = "tour", header = "See all of it in eight demos, and get them as a page to hand out.",
        sortOptions = false,
        description = "Shows what the other commands can, each on a text that has something to show, and says what to look "
                + "for. Writes the pictures (SVG and PNG) and index.html, a page that needs nothing else.",
        footer = {"", "Example:", "  vitrine tour --out lesson"})
final class TourCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", defaultValue = "vitrine-tour",
            description = "The folder to write to (default: ${DEFAULT-VALUE}); files of the same names are replaced.")
    private String out;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Console console;

    TourCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.give(new TourAnswer(console, folder()), console);
        return 0;
    }

    private Path folder() {
        if (out.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--out takes the name of a folder");
        }
        try {
            return Files.createDirectories(Path.of(out));
        } catch (InvalidPathException e) {
            throw new ParameterException(spec.commandLine(), "--out: no folder can be called '" + out + "'");
        } catch (FileAlreadyExistsException e) {
            throw new CommandException("the pictures cannot go to " + out + ", which is a file; name a folder", e);
        } catch (IOException e) {
            throw new CommandException(
                    "the folder " + out + " cannot be made; name one in a place that may be written to",
                    e);
        }
    }
}
