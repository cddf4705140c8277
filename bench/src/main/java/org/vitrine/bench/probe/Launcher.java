package org.vitrine.bench.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The launcher, as a text to read Java's options from.
 *
 * @param script the file {@code vitrine}
 */
public record Launcher(Path script) {
    /**
     * The options in a line such as {@code command_options=(-XX:+UseParallelGC)}.
     *
     * @throws IllegalStateException if the script has no such line
     */
    public List<String> options(String variable) throws IOException {
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(variable) + "=\\((.*)\\)$")
                .matcher(Files.readString(script));
        if (!line.find()) {
            throw new IllegalStateException("the script " + script + " has no line " + variable + "=(…)");
        }
        return List.of(line.group(1).strip().split(" +"));
    }
}
