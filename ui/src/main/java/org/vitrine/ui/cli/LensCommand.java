package org.vitrine.ui.cli;

import org.vitrine.explain.Lens;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.ui.session.Passage;
import picocli.CommandLine.Option;

/** A command that reads a model's layers through a lens. */
abstract class LensCommand extends TextCommand {
    @Option(names = "--lens", order = 1, paramLabel = "LENS", defaultValue = "final-norm",
            converter = Choices.OfLens.class,
            description = "final-norm: through the model's final norm (default); raw: without, as Ecco does.")
    private Lens lens;

    LensCommand(Console console) {
        super(console);
    }

    final Lens lens() {
        return lens;
    }

    /** Refuses a position that no token can be predicted for, whatever the text. */
    final void checkPosition(Integer position) {
        if (position != null && position < 1) {
            throw usage("--position takes the place of the predicted token, 1 or more, not " + position
                    + "; the token at 0 has nothing before it to be predicted from");
        }
    }

    /**
     * The passage, written on as far as is needed to predict the token at a position. Says so when it writes.
     *
     * @param position null for the first place after what was typed
     */
    final Passage reach(Passage passage, Integer position) {
        int wanted = position == null ? passage.typed() : position;
        int context = passage.model().context();
        if (wanted > context) {
            throw usage(
                    "--position " + wanted + " is beyond what " + passage.model().name() + " can read; it goes up to "
                            + context);
        }
        Passage longer = passage.atLeast(wanted);
        if (longer != passage) {
            note("the text has " + passage.size() + " tokens, so the model wrote " + (longer.size() - passage.size())
                    + " more to reach position " + wanted);
        }
        return longer;
    }

    /** Says that the model stopped before it had written as many tokens as it should, and why. */
    final void noteStop(Passage typed, Generation generation, int count) {
        note("the model wrote " + generation.written().size() + " of " + count + " tokens: "
                + Stops.reason(generation.stop(), typed.model().context()));
    }

    /** Numbers that are none would make every rank and every bar a lie. */
    static void requireFinite(double number, String tensor) {
        if (!Double.isFinite(number)) {
            throw new ModelException("the scores read from " + tensor + " are not finite numbers; the weights are "
                    + "damaged, or hold NaN or infinite values");
        }
    }
}
