package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static String shown(Map<String, String> settings, Duration patience) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err,
                StandardCharsets.UTF_8, settings);
        try (Progress progress = new Progress(console, patience)) {
            progress.say("1 of 2");
            progress.say("2 of 2");
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aLineIsWrittenOverAndTakenAway() {
        assertThat(shown(Map.of("vitrine.stderr.terminal", "true"), Duration.ZERO))
                .isEqualTo("\r\u001b[K1 of 2\r\u001b[K2 of 2\r\u001b[K");
    }

    @Test
    void nothingIsSaidWhereNobodyWatchesOrNobodyHasToWait() {
        assertThat(shown(Map.of(), Duration.ZERO)).isEmpty();
        assertThat(shown(Map.of("vitrine.stderr.terminal", "false"), Duration.ZERO)).isEmpty();
        assertThat(shown(Map.of("vitrine.stderr.terminal", "true", "TERM", "dumb"), Duration.ZERO)).isEmpty();
        assertThat(shown(Map.of("vitrine.stderr.terminal", "true"), Duration.ofHours(1))).isEmpty();
    }

    @Test
    void nothingIsWrittenOverALineOfDataThatIsNotYetWhole() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err,
                StandardCharsets.UTF_8, Map.of("vitrine.stderr.terminal", "true"));
        try (Progress progress = new Progress(console, Duration.ZERO)) {
            console.print("The cat");
            progress.say("1 of 2");
            assertThat(err.size()).isZero();
            console.line(" sat.");
            progress.say("2 of 2");
            assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("2 of 2");
        }
    }
}
