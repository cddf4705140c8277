package org.vitrine.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the programs that time something say in the same way. */
final class CommandLines {
    static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private CommandLines() {
    }

    /** A command whose mistakes and failures are told in one line that begins with its name. */
    static CommandLine of(Object command, String name) {
        CommandLine line = new CommandLine(command);
        line.setExpandAtFiles(false);
        line.setParameterExceptionHandler((e, arguments) -> {
            e.getCommandLine().getErr()
                    .println(name + ": " + e.getMessage().replace("is not an int", "is not a whole number")
                            + " (" + name + " --help explains)");
            return WRONG_USAGE;
        });
        line.setExecutionExceptionHandler((e, failed, result) -> {
            failed.getErr().println(name + ": " + message(e));
            return FAILED;
        });
        return line;
    }

    static String message(Throwable e) {
        return e instanceof OutOfMemoryError || e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /**
     * What would else be found wrong only in the end.
     *
     * @param json null if none is wanted
     * @throws ParameterException if that file cannot be written
     */
    static void checkWritable(Path json, CommandSpec spec) {
        if (json != null && (Files.isDirectory(json) || !Files.isWritable(json.toAbsolutePath().getParent()))) {
            throw new ParameterException(spec.commandLine(), "--json: the file " + json
                    + " cannot be written; give a file in a folder that is there");
        }
    }
}
