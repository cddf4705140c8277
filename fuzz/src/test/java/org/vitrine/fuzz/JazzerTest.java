package org.vitrine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs inputs that Jazzer makes: a few for all targets together in every build, many for each target with {@code -Pfuzz}. The
 * summary is {@code target/fuzz-report/summary.txt}.
 */
class JazzerTest {
    private static final String EACH = "each";

    private final Path report = Path.of(System.getProperty("fuzz.folder"), "fuzz-report");
    private final String runs = System.getProperty("fuzz.runs");

    @Test
    void noMadeInputIsABug() throws IOException, InterruptedException {
        String missing = JazzerRun.missing();
        assumeTrue(missing.isEmpty(), missing);
        String wanted = System.getProperty("fuzz.target");
        List<JazzerRun> done = new ArrayList<>();
        if (wanted.equals(Fuzzer.ALL)) {
            // The same inputs in every build: one that fails does so on every machine.
            done.add(JazzerRun.of(Fuzzer.ALL, together(), List.of("-runs=" + runs, "-seed=1"), report));
        } else {
            for (Target target : targets(wanted)) {
                List<String> flags = List.of("-runs=" + runs, "-dict=" + Corpus.dictionary(target));
                done.add(JazzerRun.of(target.toString(), Corpus.folder(target), flags, report));
                System.out.println(done.getLast().line());
            }
        }
        Files.write(report.resolve("summary.txt"), done.stream().map(JazzerRun::line).toList());
        assertThat(done).allSatisfy(run -> {
            assertThat(run.exit()).as(run.line()).isZero();
            assertThat(run.executions()).as(run.line()).isGreaterThanOrEqualTo(Long.parseLong(runs));
        });
    }

    private static List<Target> targets(String wanted) {
        return wanted.equals(EACH) ? List.of(Target.values())
                : List.of(Target.find(wanted).orElseThrow(() -> new IllegalArgumentException("there is no target "
                        + wanted + "; there are " + Arrays.toString(Target.values()) + " and " + EACH)));
    }

    /** All kept inputs in one folder, each behind the byte that chooses its target. */
    private Path together() throws IOException {
        Path folder = Files.createDirectories(report.resolve("together"));
        for (Target target : Target.values()) {
            for (Path input : Corpus.inputs(target)) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.write(target.ordinal());
                bytes.writeBytes(Files.readAllBytes(input));
                Files.write(folder.resolve(target + "-" + input.getFileName()), bytes.toByteArray());
            }
        }
        return folder;
    }
}
