package org.vitrine.ui.cli;

import java.io.IOException;
import org.vitrine.weights.WholeFile;

/** Standard output or standard error could not be written. */
final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean readerGone;

    OutputException(IOException cause) {
        super("the output could not be written: " + WholeFile.inWords(cause), cause);
        String message = String.valueOf(cause.getMessage());
        // Java has no other way to tell; the second is Windows's wording.
        this.readerGone = message.contains("Broken pipe") || message.contains("pipe is being closed")
                || message.contains("pipe has been ended");
    }

    /** Whether whoever read the output wants no more, as {@code head} does. */
    boolean readerGone() {
        return readerGone;
    }
}
