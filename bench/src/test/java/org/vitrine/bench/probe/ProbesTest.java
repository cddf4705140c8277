package org.vitrine.bench.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That probes give numbers, not which. */
class ProbesTest {
    @Test
    void operationsAreCounted() {
        assertThat(FmaProbe.gflops(2, 1000, 3)).isPositive().isFinite();
    }

    @Test
    void bytesAreCounted() {
        try (BandwidthProbe memory = new BandwidthProbe(2, 1 << 16)) {
            assertThat(memory.gigabytesPerSecond(3)).isPositive().isFinite();
            memory.read();
            assertThat(memory.gigabytesPerSecond(0.5)).isEqualTo(4 * (1 << 16) / 0.5 / 1e9);
        }
    }

    @Test
    void tooFewNumbersAreRefused() {
        assertThatThrownBy(() -> new BandwidthProbe(2, 16))
                .hasMessageContaining("16 numbers are too few");
    }

    @Test
    void theGreaterOfTwoCounts() {
        assertThat(new Peak(1, 4).max(new Peak(2, 3))).isEqualTo(new Peak(2, 4));
    }

    @Test
    void theMachineIsDescribed() {
        Machine machine = Machine.here();
        assertThat(machine.processor()).isNotBlank();
        assertThat(machine.cores()).isPositive();
        assertThat(machine.memoryBytes()).isPositive();
        assertThat(machine.toString()).contains(machine.processor(), machine.jvm(), machine.date());
    }

    @Test
    void optionsAreReadFromTheLauncher(@TempDir Path folder) throws Exception {
        Path script = Files.writeString(folder.resolve("vitrine"), "#!/bin/bash\ncommand_options=(-Xa -Xb)\n");
        assertThat(new Launcher(script).options("command_options")).containsExactly("-Xa", "-Xb");
        assertThatThrownBy(() -> new Launcher(script).options("window_options")).hasMessageContaining(
                "has no line window_options=(…)");
    }
}
