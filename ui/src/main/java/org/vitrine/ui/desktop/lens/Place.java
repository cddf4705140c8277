package org.vitrine.ui.desktop.lens;

import java.util.List;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.terminal.Chip;

/**
 * Where a model predicts: after the selected token (GPT-2, BART's decoder), or at it (BERT).
 *
 * @param passage the line of tokens
 * @param token the position of the selected token
 */
record Place(Passage passage, int token) {
    /** The place that the selection asks for; where it asks for none, the usual one. */
    static Place of(Exhibit exhibit, Selection selection) {
        Passage passage = exhibit.passage();
        int chosen = selection.position(stack(passage)).get();
        int usual = passage.predictsNext() ? passage.size() - 1 : passage.masks().stream().findFirst().orElse(0);
        return new Place(passage, chosen < 0 || chosen >= passage.size() ? usual : chosen);
    }

    /** The stack whose line of tokens a passage is. */
    static Stack stack(Passage passage) {
        return passage.predictsNext() ? Stack.DECODER : Stack.ENCODER;
    }

    Stack stack() {
        return stack(passage);
    }

    /** The place of the predicted token, as the command line counts it. */
    int position() {
        return passage.predictsNext() ? token + 1 : token;
    }

    /** The same place, so many tokens to the right; stays in the line. */
    Place moved(int by) {
        return new Place(passage, Math.clamp(token + by, 0, passage.size() - 1));
    }

    /** The next mask, from the first again after the last; this place where there is none. */
    Place nextMask() {
        List<Integer> masks = passage.masks();
        return masks.isEmpty() ? this
                : new Place(passage, masks.stream().filter(mask -> mask > token).findFirst()
                        .orElse(masks.getFirst()));
    }

    /** What is predicted, in words. */
    String sentence() {
        String chip = "‘" + Chip.of(passage.token(token)) + "’";
        if (!passage.predictsNext()) {
            return "Position " + token + ": what the model would put at the selected token, now " + chip + ".";
        }
        String after = passage.input().hasDecoder()
                ? ": what the decoder would write after its selected token, "
                : ": what the model would write after the selected token, ";
        String there = position() < passage.size()
                ? "; there the text has ‘" + Chip.of(passage.token(position())) + "’."
                : ".";
        return "Position " + position() + after + chip + " at " + token + there;
    }
}
