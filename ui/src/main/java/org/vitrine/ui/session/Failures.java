package org.vitrine.ui.session;

import org.vitrine.tokenizer.TokenizerException;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.ops.AcceleratorException;
import org.vitrine.ui.drawing.PictureException;
import org.vitrine.weights.WeightsException;
import org.vitrine.weights.hub.HubException;

/** What to tell people when something fails. */
public final class Failures {
    private Failures() {
    }

    /** What failed and what to do, in a sentence. */
    public static String explanation(Throwable e) {
        return switch (e) {
            case WeightsException known -> known.getMessage();
            case HubException known -> known.getMessage();
            case TokenizerException known -> known.getMessage();
            case ModelException known -> known.getMessage();
            case AcceleratorException known -> known.getMessage();
            case PictureException known -> known.getMessage();
            case FileException known -> known.getMessage();
            case OutOfMemoryError memory ->
                "the memory does not suffice for this model and text; give Java more, as in: "
                        + "VITRINE_JAVA_OPTS=-Xmx8g vitrine ...";
            default -> "this is a bug in vitrine: " + e + "; with VITRINE_DEBUG=1 it shows where";
        };
    }
}
