package org.vitrine.ui.session;

/** A file that a person named cannot be read or written; the message is one line for that person. */
public final class FileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message that says which file, what is wrong, and what to do. */
    public FileException(String message) {
        super(message);
    }

    /** The same, with what went wrong below. */
    public FileException(String message, Throwable cause) {
        super(message, cause);
    }
}
