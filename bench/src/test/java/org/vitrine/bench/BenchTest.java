package org.vitrine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bench.work.Works;
import picocli.CommandLine;

/** What is said to people who call {@code bench/run} in a wrong way, and to those who ask how. */
class BenchTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = Bench.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    private void refused(String words, String... args) {
        assertThat(run(args)).isEqualTo(2);
        assertThat(err.toString().strip()).startsWith("bench/run: ").contains(words).doesNotContain("\n")
                .doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void theHelpNamesAllWork() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains(Works.names());
    }

    @Test
    void unknownWorkIsNamedBesideAllThereIs() {
        refused("no work 'bert-base'; there are: bert-base-16, bert-base-128", "--only", "bert-base-16,bert-base");
    }

    @Test
    void threadsAreAtLeastOne() {
        refused("at least one thread is needed, not 0", "--threads", "0");
    }

    @Test
    void threadsAreANumber() {
        refused("'two' is not a whole number", "--threads", "two");
    }

    @Test
    void thePeersFileMustBeThere() {
        refused("is not there; give the JSON file", "--peers", folder.resolve("none.json").toString());
    }

    @Test
    void thePeersFileMustBeJson() throws Exception {
        Path file = Files.writeString(folder.resolve("peers.json"), "work,ms");
        refused("is no JSON", "--peers", file.toString());
    }

    @Test
    void thatTheResultCannotBeWrittenIsFoundBeforeTheWork() {
        refused("cannot be written; give a file in a folder that is there", "--json",
                folder.resolve("none").resolve("run.json").toString());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anUnknownOptionIsRefused() {
        refused("Unknown option: '--fast'", "--fast");
    }
}
