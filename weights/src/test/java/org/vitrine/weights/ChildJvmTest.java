package org.vitrine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows lets nobody shorten a mapped file, and has no ulimit")
class ChildJvmTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatShrinksUnderCompiledCodeIsAnErrorAndTheVirtualMachineGoesOn() throws Exception {
        ChildJvm.Ended ended = ChildJvm.run(List.of(), "shrink", folder.resolve("a.safetensors").toString());
        assertThat(ended.said()).endsWith("refused 20\n");
        assertThat(ended.code()).isZero();
    }

    @Test
    void aFileBeyondTheLimitLeavesTheOldOneAndSaysWhatToDo() throws Exception {
        Path file = Files.writeString(folder.resolve("a.safetensors"), "the old one");
        ChildJvm.Ended ended = ChildJvm.run(List.of("sh", "-c", "ulimit -f 64 && exec \"$@\"", "sh"), "write",
                file.toString());
        assumeFalse(ended.said().contains("ulimit"), "no limit can be set here: " + ended.said());
        assertThat(ended.said())
                .isEqualTo(file + ": cannot be written: it would be larger than files may be there; raise "
                        + "the limit (ulimit -f) or write to another disk\n");
        assertThat(file).hasContent("the old one");
        assertThat(names()).containsExactly("a.safetensors");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
