package org.vitrine.ui.session;

/** A file that a person named cannot be read or written; the message is one line for that person. */
public final class FileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileException(String message) {
        super(message);
    }

    public FileException(String message, Throwable cause) {
        super(message, cause);
    }
}
