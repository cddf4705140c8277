package org.vitrine.ui.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the maker of the processor calls it, as far as the operating system tells. */
final class CpuName {
    private static final long PATIENCE_SECONDS = 2;

    private CpuName() {
    }

    /** The name on this machine; empty where nobody says. */
    static Optional<String> find() {
        Optional<String> name = ofLinux(Path.of("/proc/cpuinfo"));
        if (name.isEmpty() && System.getProperty("os.name", "").startsWith("Mac")) {
            name = ofCommand("/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string");
        }
        return name.or(() -> clean(System.getenv("PROCESSOR_IDENTIFIER"))); // Windows
    }

    /** The first {@code model name} of a file such as Linux has; ARM processors have none there. */
    static Optional<String> ofLinux(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("model name")).findFirst()
                    .flatMap(line -> clean(line.substring(line.indexOf(':') + 1)));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> ofCommand(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return process.exitValue() == 0 ? clean(words) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> clean(String name) {
        return Optional.ofNullable(name).map(words -> words.strip().replaceAll("\\s+", " "))
                .filter(words -> !words.isEmpty());
    }
}
