package org.vitrine.bench.viewer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.bench.model.RandomBert;
import org.vitrine.bench.probe.Launcher;

/** The viewer's part of the work, in a Java of its own that is started as the script {@code vitrine} starts it. */
public final class ViewerProcess {
    private ViewerProcess() {
    }

    /**
     * Runs it until it has ended.
     *
     * @param folder where its model is written to
     * @param script the launcher, whose options for the window's Java are used
     */
    public static void run(Path folder, Path script) throws IOException {
        RandomBert.BASE_WITH_WORDS.write(folder);
        RandomBert.BASE_WITH_WORDS.writeVocabulary(folder);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options(script));
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
    private static List<String> options(Path script) throws IOException {
        String tried = System.getenv("VIEWER_BENCH_OPTIONS");
        List<String> options = tried == null
                ? new Launcher(script).options("window_options")
                : List.of(tried.strip().split(" +"));
        System.out.println("viewer, options of Java: " + String.join(" ", options));
        return options;
    }
}
