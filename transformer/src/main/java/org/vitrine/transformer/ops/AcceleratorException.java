package org.vitrine.transformer.ops;

/** There is no device to compute on, or it cannot be used; the message says why, and what to do. */
public final class AcceleratorException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AcceleratorException(String message) {
        super(message);
    }
}
