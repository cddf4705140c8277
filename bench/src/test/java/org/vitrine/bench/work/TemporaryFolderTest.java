package org.vitrine.bench.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Nothing is left behind. */
class TemporaryFolderTest {
    @Test
    void aClosedFolderIsGoneWithAllInIt() throws Exception {
        Path path;
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            path = folder.path();
            Files.createDirectories(path.resolve("a").resolve("b"));
            Files.writeString(path.resolve("a").resolve("c"), "c");
            assertThat(path).isNotEmptyDirectory();
        }
        assertThat(path).doesNotExist();
    }
}
