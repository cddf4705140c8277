package org.vitrine.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Jazzer in a process of its own: it makes new inputs of those that are kept, as coverage shows them to be of use.
 *
 * @param target a target's name, or {@link Fuzzer#ALL}
 * @param executions how many inputs were run
 * @param exit its exit code, 0 where nothing was found
 * @param log all that it said; findings lie beside it
 */
record JazzerRun(String target, long executions, int exit, Path log) {
    private static final String MAIN = "com.code_intelligence.jazzer.Jazzer";
    /** Nothing comes in from outside there: whatever the numbers are, the steps are the same. */
    private static final String UNWATCHED = "org.vitrine.fuzz.**:org.vitrine.transformer.ops.**:"
            + "org.vitrine.transformer.tensor.**";
    private static final Pattern EXECUTIONS = Pattern.compile("stat::number_of_executed_units: (\\d+)");
    /** A hang, to libFuzzer. */
    private static final int LONGEST_SECONDS = 20;
    private static final int MOST_MEGABYTES = 3000;
    private static final int LONGEST_INPUT = 16_384;

    /**
     * Runs it.
     *
     * @param seeds the folder with the inputs to begin with
     * @param flags more for libFuzzer
     * @param report the folder for what it finds
     */
    static JazzerRun of(String target, Path seeds, List<String> flags, Path report)
            throws IOException, InterruptedException {
        Path found = Files.createDirectories(report.resolve(target));
        Path log = report.resolve(target + ".log");
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx512m", "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED", "--add-modules", "jdk.incubator.vector",
                "-Djava.awt.headless=true", "-Duser.home=" + Scratch.FOLDER, "-cp", classPath(), MAIN,
                "--target_class=" + Fuzzer.class.getName(), "--target_args=" + target,
                "--instrumentation_includes=org.vitrine.**", "--instrumentation_excludes=" + UNWATCHED,
                // Only which code is reached: what words are compared with is in the dictionaries, and quicker so.
                "--trace=cov",
                "--reproducer_path=" + found, "-artifact_prefix=" + found + "/", "-timeout=" + LONGEST_SECONDS,
                "-rss_limit_mb=" + MOST_MEGABYTES, "-max_len=" + LONGEST_INPUT, "-print_final_stats=1"));
        command.addAll(flags);
        // what is of use is kept in the first folder
        command.add(Files.createDirectories(found.resolve("inputs")).toString());
        command.add(seeds.toString());
        Process process = new ProcessBuilder(command).directory(Scratch.FOLDER.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        try {
            return new JazzerRun(target, 0, process.waitFor(), log).counted();
        } finally {
            process.destroy();
        }
    }

    /** Why there is no Jazzer for this machine; empty if there is one. */
    static String missing() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        String library = "/com/code_intelligence/jazzer/driver/jazzer_driver_"
                + (system.startsWith("mac") ? "macos" : system.startsWith("windows") ? "windows" : "linux") + "_"
                + (processor.equals("amd64") ? "x86_64" : processor) + "/";
        return JazzerRun.class.getResource(library) != null ? ""
                : "Jazzer has no libFuzzer for " + system + " on " + processor + "; only the kept inputs were run";
    }

    private JazzerRun counted() throws IOException {
        Matcher executions = EXECUTIONS.matcher(Files.readString(log, StandardCharsets.ISO_8859_1));
        return new JazzerRun(target, executions.find() ? Long.parseLong(executions.group(1)) : 0, exit, log);
    }

    /** A line of the summary. */
    String line() {
        return "%-12s %,12d executions, %s".formatted(target, executions,
                exit == 0 ? "no finding" : "A FINDING: see " + log);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Surefire's own class path is a jar that names this one. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
