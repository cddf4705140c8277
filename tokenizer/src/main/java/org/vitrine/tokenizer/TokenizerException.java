package org.vitrine.tokenizer;

/** Something a person gave cannot be used; the message says what was expected, what was found and what to do. */
public final class TokenizerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An error told to a person, in one line. */
    public TokenizerException(String message) {
        super(message);
    }

    /** An error told to a person, in one line, with what caused it. */
    public TokenizerException(String message, Throwable cause) {
        super(message, cause);
    }
}
