package org.vitrine.weights.hub;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Tries again what may work the next time, after pauses that grow.
 *
 * @param pause waits
 * @param note is told in a sentence why it has to wait
 */
record Retries(Pause pause, Consumer<String> note) {
    /** Tries of one thing before it is given up. */
    static final int MOST = 6;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** What a hub may ask for; a longer pause is for a person to decide on. */
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(2);

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        /** Returns when the time has passed. */
        void of(Duration time) throws InterruptedException;
    }

    /** What is tried. */
    @FunctionalInterface
    interface Attempt<T> {
        T make() throws PassingException, InterruptedException;
    }

    /** What an attempt gives in the end. */
    <T> T until(Attempt<T> attempt) throws InterruptedException {
        int failed = 0;
        while (true) {
            try {
                return attempt.make();
            } catch (PassingException e) {
                failed = e.progressed() ? 1 : failed + 1;
                if (failed == MOST) {
                    throw new HubException(e.getMessage() + "; given up after " + MOST
                            + " tries, what has arrived is kept: try again later, it goes on from there", e);
                }
                Duration wait = waiting(e, failed);
                note.accept(e.getMessage() + "; trying again in " + Math.max(1, wait.toSeconds()) + " s");
                pause.of(wait);
            }
        }
    }

    /** 1, 2, 4, 8 … seconds and a little more, so that thirty machines of a classroom do not all come back at once. */
    private static Duration waiting(PassingException e, int failed) {
        Duration asked = e.pause().orElse(Duration.ZERO);
        if (asked.compareTo(LONGEST_ASKED) > 0) {
            throw new HubException(e.getMessage() + "; the hub asks to wait " + asked.toMinutes()
                    + " minutes: try again then, it goes on from there", e);
        }
        long grown = Math.min(LONGEST.toMillis(), 1000L << failed - 1);
        long spread = ThreadLocalRandom.current().nextLong(grown / 4);
        return Duration.ofMillis(Math.max(asked.toMillis(), grown) + spread);
    }
}
