package org.vitrine.fuzz;

import org.vitrine.tokenizer.TokenizerException;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.ui.session.FileException;
import org.vitrine.weights.WeightsException;
import org.vitrine.weights.hub.HubException;

/** Tells a refusal from a failure. */
final class Expected {
    /** Characters of a message that somebody may still read. */
    private static final int LONGEST_MESSAGE = 4000;

    private Expected() {
    }

    /** Runs what may refuse its input, in words. */
    static void refusal(Runnable work) {
        try {
            work.run();
        } catch (WeightsException | TokenizerException | ModelException | FileException | HubException e) {
            check(e.getMessage());
        }
    }

    private static void check(String message) {
        if (message == null || message.isBlank() || message.length() > LONGEST_MESSAGE) {
            throw new AssertionError("a message for people has 1 to " + LONGEST_MESSAGE + " characters, this has "
                    + (message == null ? 0 : message.length()));
        }
        that(message.chars().noneMatch(Character::isISOControl),
                "a message in one line that cannot play with a terminal");
    }

    /** Fails where a promise does not hold. */
    static void that(boolean holds, String promise) {
        if (!holds) {
            throw new AssertionError("expected: " + promise);
        }
    }
}
