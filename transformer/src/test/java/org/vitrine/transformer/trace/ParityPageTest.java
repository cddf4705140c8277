package org.vitrine.transformer.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about what others call an intermediate says what the code says. */
class ParityPageTest {
    private static final Path PAGE = Path.of("../docs/parity.md");
    private static final String RENEW = "-Dparity.renew=true";

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        if (Boolean.getBoolean("parity.renew")) {
            Files.writeString(PAGE, ParityPage.text());
        }
        assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
                .as("docs/parity.md; to make it anew: mvn -pl transformer -am -Dtest=ParityPageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false %s verify", RENEW)
                .isEqualTo(ParityPage.text());
    }

    @Test
    void everyRowHasAllItsCells() {
        assertThat(ParityPage.text().lines().filter(line -> line.startsWith("| `"))).isNotEmpty()
                .allSatisfy(line -> assertThat(line.split("\\|")).as(line).hasSize(6)
                        .allSatisfy(cell -> assertThat(cell).doesNotContain("null")))
                .noneMatch(line -> line.matches(".*\\|\\s*\\|.*"));
    }
}
