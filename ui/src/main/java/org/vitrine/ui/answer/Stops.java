package org.vitrine.ui.answer;

import org.vitrine.transformer.generate.Generator.Stop;

/** Why a model stopped writing, in words. */
public final class Stops {
    private Stops() {
    }

    /** After which number of tokens it stopped is known; this is why. */
    public static String reason(Stop stop, int context) {
        return switch (stop) {
            case LENGTH -> "as many as asked for";
            case END -> "it ended the text";
            case CONTEXT -> "it cannot read more than " + context;
        };
    }
}
