package org.vitrine.ui.drawing;

/** A picture cannot be drawn or written; the message is one line for a person. */
public final class PictureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PictureException(String message) {
        super(message);
    }

    PictureException(String message, Throwable cause) {
        super(message, cause);
    }
}
