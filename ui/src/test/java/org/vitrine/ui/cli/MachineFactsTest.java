package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineFactsTest {
    @TempDir
    private Path folder;

    @Test
    void theProcessorIsCalledWhatLinuxCallsTheFirstOne() throws IOException {
        Path file = Files.writeString(folder.resolve("cpuinfo"),
                "processor\t: 0\nmodel name\t: A  fast: one \n\nprocessor\t: 1\nmodel name\t: another\n");
        assertThat(CpuName.ofLinux(file)).contains("A fast: one");
    }

    @Test
    void aProcessorWithoutANameHasNone() throws IOException {
        assertThat(CpuName.ofLinux(Files.writeString(folder.resolve("arm"), "processor\t: 0\nCPU part\t: 0xd0c\n")))
                .isEmpty();
        assertThat(CpuName.ofLinux(Files.writeString(folder.resolve("blank"), "model name\t:  \n"))).isEmpty();
        assertThat(CpuName.ofLinux(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void aReportDoesNotSayWhoseHomeItIs() {
        String home = System.getProperty("user.home");
        assertThat(MachineFacts.withoutHome("TornadoVM in " + home + "/tornado is broken"))
                .isEqualTo("TornadoVM in ~/tornado is broken");
    }
}
