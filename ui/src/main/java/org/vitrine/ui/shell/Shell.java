package org.vitrine.ui.shell;

import java.io.ByteArrayInputStream;
import java.io.Console;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import jdk.jshell.tool.JavaShellToolBuilder;

/**
 * The JDK's own jshell with Vitrine on its module path, everything imported, and results shown whole. It is started by the
 * launcher, on the class path and without Vitrine's other modules, so it uses nothing but the JDK: what is typed runs in a Java of
 * its own, which has them.
 */
public final class Shell {
    private static final String MODULE = "org.vitrine.ui";
    private static final String EXAMPLES = "/org/vitrine/ui/api/examples.txt";

    private final Supplier<JavaShellToolBuilder> builders;
    private final List<String> javaOptions;

    /**
     * A shell.
     *
     * @param builders gives a fresh builder of jshell each time, with the streams that it is to use and with one persistence
     * @param javaOptions of the Java in which what is typed runs
     */
    Shell(Supplier<JavaShellToolBuilder> builders, List<String> javaOptions) {
        this.builders = builders;
        this.javaOptions = List.copyOf(javaOptions);
    }

    /**
     * Starts jshell and exits as it does: with 0, or what was given to {@code /exit}.
     *
     * @param args the word {@code jshell}, as the launcher was called, then further arguments for jshell
     */
    public static void main(String[] args) throws Exception {
        Console console = System.console();
        boolean watched = console != null && console.isTerminal();
        Preferences settings = Preferences.userRoot().node("org/vitrine/jshell");
        Shell shell = new Shell(() -> {
            JavaShellToolBuilder builder = JavaShellToolBuilder.builder().persistence(settings);
            // jshell takes System.in itself for a terminal; of any other stream it shows what it reads, as a transcript.
            return watched ? builder.interactiveTerminal(true) : builder.in(new FilterInputStream(System.in) {
            }, null);
        }, javaOptions());
        if (watched && args.length <= 1) {
            System.out.println(welcome());
        }
        System.exit(shell.start(System.getProperty("vitrine.modules"), Arrays.asList(args).subList(1, args.length)));
    }

    /** Those that Vitrine's commands run with, and the user's. */
    private static List<String> javaOptions() {
        List<String> options = new ArrayList<>(List.of("-XX:+UseParallelGC", "--enable-native-access=javafx.graphics",
                "-Dvitrine.columns=" + System.getProperty("vitrine.columns", "80")));
        String wanted = System.getenv("VITRINE_JAVA_OPTS");
        if (wanted != null && !wanted.isBlank()) {
            options.addAll(List.of(wanted.strip().split("\\s+")));
        }
        return options;
    }

    static String welcome() throws IOException {
        return """
                Vitrine in JShell: load(MODEL).run(TEXT), a dot, then Tab shows what to ask.
                examples() shows these lines again, /exit leaves.

                """
                + resource(EXAMPLES);
    }

    /**
     * Runs until {@code /exit} or the end of the input.
     *
     * @param modulePath where Vitrine's modules are
     * @param arguments further ones for jshell
     * @return the exit status
     */
    int start(String modulePath, List<String> arguments) throws Exception {
        Path startup = Files.createTempFile("vitrine", ".jsh");
        try {
            Files.writeString(startup, resource("startup.jsh"));
            retainFeedback();
            // The compiler warns of the Vector API, an incubating module, beside every other message.
            List<String> all = new ArrayList<>(List.of("--startup", "DEFAULT", "--startup", startup.toString(),
                    "--module-path", modulePath, "--add-modules", MODULE, "-C-Xlint:-incubating"));
            javaOptions.forEach(option -> all.add("-R" + option));
            all.addAll(arguments);
            return builders.get().start(all.toArray(String[]::new));
        } finally {
            Files.delete(startup);
        }
    }

    /** Feedback modes cannot be made in a startup file, but they can be retained from one session for the next. */
    private void retainFeedback() throws Exception {
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            builders.get().in(new ByteArrayInputStream(resource("feedback.jsh").getBytes(StandardCharsets.UTF_8)), null)
                    .interactiveTerminal(false).out(nowhere).start("--no-startup", "--execution", "local");
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Shell.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
