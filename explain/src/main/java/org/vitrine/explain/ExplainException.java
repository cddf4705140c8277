package org.vitrine.explain;

/** Something a person gave cannot be used; the message says what was expected, what was found and what to do. */
public final class ExplainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error told to a person, in one line. */
    public ExplainException(String message) {
        super(message);
    }

    /** An error told to a person, in one line, with what caused it. */
    public ExplainException(String message, Throwable cause) {
        super(message, cause);
    }
}
