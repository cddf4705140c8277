package org.vitrine.transformer.ops;

/** There is no device to compute on, or it cannot be used; the message says why, and what to do. */
public final class AcceleratorException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a message that says why, and what to do. */
    public AcceleratorException(String message) {
        super(message);
    }
}
