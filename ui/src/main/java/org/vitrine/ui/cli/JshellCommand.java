package org.vitrine.ui.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** Explains {@code vitrine jshell}, which the launcher starts by itself: see {@code org.vitrine.ui.shell.Shell}. */
@Command(name = "jshell", header = "Ask in Java: the JDK's jshell, with Vitrine in it.", sortOptions = false,
        customSynopsis = "vitrine jshell [FILE...] [OPTIONS OF JSHELL]",
        description = "Starts jshell with everything imported, so that load(\"classroom-gpt2\").run(\"The keys to the cabinet\")."
                + "rankings() shows what vitrine rankings shows; examples() lists more, and docs/jshell.md explains. Lines may be "
                + "piped in, or come from FILE. Arguments are jshell's own, such as -R-Xmx8g. There is no GPU in it: "
                + "load(MODEL, \"gpu\") says so.",
        footer = {"", "Example:", "  vitrine jshell",
            "  echo 'load(\"classroom-gpt2\").run(\"The keys to the cabinet\").rankings()' | vitrine jshell"})
final class JshellCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Read first; it prints what it says with System.out.println.")
    private List<String> files = List.of();

    @Unmatched
    private List<String> others = List.of();

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help; jshell's own: /help in it.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    private boolean version;

    @Override
    public Integer call() {
        throw new CommandException(
                "jshell is a program of the JDK, which the launcher starts: in Vitrine's checkout run "
                        + "./vitrine jshell, on Windows vitrine.cmd jshell");
    }
}
