package org.vitrine.weights.hub;

/** A model cannot be pulled; the message says in one line what failed and what to do. It never holds the token. */
public final class HubException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error told to a person, in one line. */
    public HubException(String message) {
        super(message);
    }

    /** An error told to a person, in one line, with what caused it. */
    public HubException(String message, Throwable cause) {
        super(message, cause);
    }
}
