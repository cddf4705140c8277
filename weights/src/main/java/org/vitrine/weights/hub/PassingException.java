package org.vitrine.weights.hub;

import java.time.Duration;
import java.util.Optional;

/** Something failed that may well work the next time: a connection broke, the hub has much to do. */
final class PassingException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Duration pause;
    private final boolean progressed;

    private PassingException(String message, Duration pause, boolean progressed) {
        super(message);
        this.pause = pause;
        this.progressed = progressed;
    }

    /** Why it failed, in one line. */
    PassingException(String message) {
        this(message, null, false);
    }

    /** The same with how long the hub asks to be left alone. */
    PassingException(String message, Duration pause) {
        this(message, pause, false);
    }

    /** The same, but much had arrived before, so that it is worth beginning to count again. */
    PassingException afterProgress() {
        return new PassingException(getMessage(), pause, true);
    }

    /** How long the hub asks to be left alone, if it says so. */
    Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }

    boolean progressed() {
        return progressed;
    }
}
