package org.vitrine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "No space left on device | the disk is full; make room or write to another disk",
        "There is not enough space on the disk | the disk is full; make room or write to another disk",
        "Disk quota exceeded | this user may store no more on that disk; delete something or write to another disk",
        "Input/output error | Input/output error"})
    void whenTheDiskFailsInTheMidstTheOldFileStaysAndTheReasonIsSaid(String system, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "the old one");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
            WholeFile.writeFully(out, ByteBuffer.allocate(10_000));
            throw new IOException(system);
        })).isInstanceOf(IOException.class).hasMessage(words);
        assertThat(file).hasContent("the old one");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void anErrorOfAnyKindLeavesNoHalfFile() throws IOException {
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("a"), out -> {
            throw new OutOfMemoryError("in the midst");
        })).isInstanceOf(OutOfMemoryError.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void whatTakesManyTurnsIsWrittenInOrder() throws IOException {
        byte[] bytes = new byte[(5 << 20) + 3];
        new Random(1).nextBytes(bytes);
        WholeFile.write(folder.resolve("a"), bytes);
        assertThat(Files.readAllBytes(folder.resolve("a"))).isEqualTo(bytes);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
