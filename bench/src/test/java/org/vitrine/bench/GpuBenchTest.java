package org.vitrine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bench.work.GpuWorks;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.AcceleratorException;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.ui.session.Backend;
import picocli.CommandLine;

/** What {@code bench/gpu} says where there is no device, to those who ask how, and to those who call it in a wrong way. */
class GpuBenchTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Installed, but without a device. */
    private record NoDevice() implements Accelerator {
        @Override
        public AcceleratorStatus status() {
            return new AcceleratorStatus("", List.of(), "Nothing was found.", "Install something.");
        }

        @Override
        public Ops open(Ops cpu, Patience patience, AcceleratorListener listener) {
            throw new AcceleratorException("opened");
        }
    }

    private int run(Optional<Accelerator> accelerator, String... args) {
        CommandLine line = CommandLines.of(new GpuBench(accelerator), "bench/gpu");
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    private void refused(String words, String... args) {
        assertThat(run(Optional.of(new NoDevice()), args)).isEqualTo(2);
        assertThat(err.toString().strip()).startsWith("bench/gpu: ").contains(words).doesNotContain("\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutADeviceItSaysWhyAndWhatToDo() {
        assertThat(run(Optional.of(new NoDevice()))).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("bench/gpu: Nothing was found. Install something.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withoutABackEndItSaysSo() {
        assertThat(run(Optional.empty())).isEqualTo(1);
        assertThat(err.toString()).contains(Backend.MISSING);
    }

    @Test
    void theHelpNamesAllWork() {
        assertThat(run(Optional.empty(), "--help")).isZero();
        assertThat(out.toString()).contains(GpuWorks.names()).contains("TORNADOVM_HOME");
    }

    @Test
    void unknownWorkIsNamedBesideAllThereIs() {
        refused("no work 'bert-base-16'; there are: bert-base-128, bert-base-512", "--only", "bert-base-16");
    }

    @Test
    void threadsAreAtLeastOne() {
        refused("at least one thread is needed, not 0", "--threads", "0");
    }

    @Test
    void thatTheResultCannotBeWrittenIsFoundBeforeTheWork() {
        refused("cannot be written; give a file in a folder that is there", "--json",
                folder.resolve("none").resolve("run.json").toString());
    }
}
