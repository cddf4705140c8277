package org.vitrine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The viewer's part of the work, in a Java of its own that is started as the script {@code vitrine} starts it. */
final class ViewerProcess {
    /** The line of the script with the options of the window's Java. */
    private static final Pattern OPTIONS = Pattern.compile("(?m)^window_options=\\((.*)\\)$");

    private ViewerProcess() {
    }

    /**
     * Runs it until it has ended.
     *
     * @param folder where its model is written to
     */
    static void run(Path folder) throws IOException {
        RandomBert.BASE.write(folder);
        RandomBert.BASE.writeVocabulary(folder);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options());
        command.addAll(List.of("--enable-native-access=javafx.graphics", "-p", System.getProperty("jdk.module.path"),
                "-m", "org.vitrine.bench/" + ViewerBench.class.getName(), folder.toString()));
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                throw new IllegalStateException("the viewer's part ended with status " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Those of the script, or of the variable {@code VIEWER_BENCH_OPTIONS}, to try others. */
    private static List<String> options() throws IOException {
        String tried = System.getenv("VIEWER_BENCH_OPTIONS");
        Matcher script = OPTIONS.matcher(Files.readString(script()));
        if (tried == null && !script.find()) {
            throw new IllegalStateException("the script vitrine has no line window_options=(…)");
        }
        String options = tried == null ? script.group(1) : tried;
        System.out.println("viewer, options of Java: " + options);
        return List.of(options.strip().split(" +"));
    }

    /** Maven runs in the module's folder or in the one above. */
    private static Path script() {
        Path here = Path.of("vitrine");
        return Files.isRegularFile(here) ? here : Path.of("..", "vitrine");
    }
}
