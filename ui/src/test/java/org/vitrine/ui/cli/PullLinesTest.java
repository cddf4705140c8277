package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.weights.hub.PullListener.Step;

/** How a pull goes on, with a clock that the test turns. */
class PullLinesTest {
    private static final long MEGA = 1_000_000;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now = 1;

    private PullLines lines(Map<String, String> settings) {
        return new PullLines(new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err,
                StandardCharsets.UTF_8, settings), () -> now, Duration.ZERO);
    }

    private PullLines watched() {
        return lines(Map.of("vitrine.stderr.terminal", "true"));
    }

    private String last() {
        String all = err.toString(StandardCharsets.UTF_8);
        return all.substring(all.lastIndexOf('\r') + 1).replace("\u001b[K", "");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static Step step(long done, long total) {
        return new Step("model.safetensors", done, total, done, total);
    }

    @Test
    void speedAndTimeLeftAreOfWhatHasComeNow() {
        PullLines lines = watched();
        lines.progress(step(100 * MEGA, 548 * MEGA));
        assertThat(last()).isEqualTo("model.safetensors: 100 MB of 548 MB, 18 %");
        pass(Duration.ofSeconds(4));
        lines.progress(step(108 * MEGA, 548 * MEGA));
        assertThat(last()).isEqualTo("model.safetensors: 108 MB of 548 MB, 19 %, 2 MB/s, 3 min 40 s left");
        pass(Duration.ofSeconds(4));
        lines.progress(step(540 * MEGA, 548 * MEGA));
        assertThat(last()).endsWith("55 MB/s, 0 s left");
    }

    @Test
    void speedIsThatOfTheFileThatIsFetched() {
        PullLines lines = watched();
        lines.progress(new Step("config.json", 0, 600, 0, 600));
        pass(Duration.ofHours(1));
        lines.progress(new Step("model.safetensors", 0, 40 * MEGA, 600, 40 * MEGA + 600));
        assertThat(last()).endsWith(" 0 %");
        pass(Duration.ofSeconds(2));
        lines.progress(new Step("model.safetensors", 20 * MEGA, 40 * MEGA, 20 * MEGA + 600, 40 * MEGA + 600));
        assertThat(last()).endsWith("10 MB/s, 2 s left");
    }

    @Test
    void aFileThatBeginsAnewIsMeasuredAnew() {
        PullLines lines = watched();
        lines.progress(step(30 * MEGA, 40 * MEGA));
        pass(Duration.ofSeconds(2));
        lines.progress(step(0, 40 * MEGA));
        pass(Duration.ofSeconds(2));
        lines.progress(step(20 * MEGA, 40 * MEGA));
        assertThat(last()).endsWith("10 MB/s, 2 s left");
    }

    @Test
    void aLineFitsTheTerminal() {
        PullLines lines = lines(Map.of("vitrine.stderr.terminal", "true", "COLUMNS", "30"));
        lines.progress(step(1, 1000 * MEGA));
        assertThat(last()).isEqualTo("1 bytes of 1 GB, 0 %");
    }

    @Test
    void longTimesAreHours() {
        PullLines lines = watched();
        lines.progress(step(0, 80_000 * MEGA));
        pass(Duration.ofSeconds(10));
        lines.progress(step(100 * MEGA, 80_000 * MEGA));
        assertThat(last()).endsWith("10 MB/s, 2 h 13 min left");
    }

    @Test
    void aStandstillHasNoTimeLeft() {
        PullLines lines = watched();
        lines.progress(step(5, 10));
        pass(Duration.ofSeconds(10));
        lines.progress(step(5, 10));
        assertThat(last()).isEqualTo("model.safetensors: 5 bytes of 10 bytes, 50 %");
        lines.progress(step(0, 0));
        assertThat(last()).doesNotContain("NaN");
    }

    @Test
    void theLineIsNotWrittenMoreThanTenTimesASecond() {
        PullLines lines = watched();
        for (int i = 0; i < 1000; i++) {
            lines.progress(step(i, 1000));
            pass(Duration.ofMillis(1));
        }
        assertThat(err.toString(StandardCharsets.UTF_8).chars().filter(c -> c == '\r').count()).isEqualTo(10);
    }

    @Test
    void whereNobodyWatchesEveryFileIsALine() {
        PullLines lines = lines(Map.of());
        lines.progress(step(5, 10));
        lines.complete("config.json", 665);
        lines.note("the connection broke");
        lines.close();
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).containsExactly("vitrine: config.json: 665 bytes",
                "vitrine: the connection broke");
    }

    @Test
    void aNoteTakesTheLineAwayFirst() {
        PullLines lines = watched();
        lines.progress(step(5, 10));
        lines.complete("config.json", 665);
        lines.note("the connection broke");
        lines.close();
        assertThat(last().lines()).containsExactly("vitrine: the connection broke");
    }
}
