package org.vitrine.weights;

/** Something a person gave cannot be used; the message says what was expected, what was found and what to do. */
public final class WeightsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error told to a person, in one line. */
    public WeightsException(String message) {
        super(message);
    }

    /** An error told to a person, in one line, with what caused it. */
    public WeightsException(String message, Throwable cause) {
        super(message, cause);
    }
}
