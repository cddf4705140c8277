package org.vitrine.ui.damage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import org.vitrine.ui.session.Failures;

/**
 * How some work on a damaged file ended.
 *
 * @param refused whether it ended in one of our own exceptions; if not, it was done
 * @param bytes the memory that it took, freed again or not
 */
public record Outcome(boolean refused, long bytes) {
    /** Far beyond what any case takes: it finds work that never ends, not slow machines. */
    private static final Duration HANG = Duration.ofSeconds(60);

    /** Some work: done if it gives nothing back, refused if it gives back why, or throws. */
    public interface Work {
        Optional<String> refusal() throws IOException;
    }

    /**
     * Does some work, which must end well or be refused in one line that says what is wrong.
     *
     * @param what it is, so that it can be done again
     */
    public static Outcome of(String what, Work work) {
        return assertTimeoutPreemptively(HANG, () -> {
            long before = allocated();
            Optional<String> refusal = refusal(work);
            long bytes = allocated() - before;
            refusal.ifPresent(message -> {
                assertThat(message).as(what).doesNotContain("bug in vitrine", "the memory does not suffice")
                        .hasLineCount(1).hasSizeLessThan(1_000).isNotBlank();
                assertThat(message.chars().anyMatch(Character::isISOControl)).as("%s: %s", what, message).isFalse();
            });
            return new Outcome(refusal.isPresent(), bytes);
        }, what);
    }

    private static Optional<String> refusal(Work work) throws IOException {
        try {
            return work.refusal();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Optional.of(Failures.explanation(e));
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
