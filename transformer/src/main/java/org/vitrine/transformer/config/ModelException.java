package org.vitrine.transformer.config;

/** A model or what it was given cannot be used; the message says what was expected, what was found and what to do. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error told to a person, in one line. */
    public ModelException(String message) {
        super(message);
    }
}
