package org.vitrine.ui.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.tool.JavaShellToolBuilder;

/** What is typed into {@code vitrine jshell}, and what it answers, as a window of 80 columns shows it. */
public final class Transcript {
    private static final String MODULE_PATH = System.getProperty("jdk.module.path");

    private Transcript() {
    }

    /**
     * Runs a session to its end.
     *
     * @param typed lines, each with its line break
     * @return the same lines behind their prompts, and below each what comes of it
     */
    public static String of(String typed) {
        Map<String, String> settings = new HashMap<>();
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(shown, true, StandardCharsets.UTF_8);
        ByteArrayInputStream keys = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        Shell shell = new Shell(
                () -> JavaShellToolBuilder.builder().persistence(settings).in(keys, null).out(screen).err(screen),
                List.of("-Dstdout.encoding=UTF-8", "-Dvitrine.columns=80"));
        try {
            shell.start(MODULE_PATH, List.of());
        } catch (Exception e) {
            throw new IllegalStateException("jshell did not start", e);
        }
        return shown.toString(StandardCharsets.UTF_8);
    }
}
