package org.vitrine.ui.answer;

import java.util.List;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.ModelLookup;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;

/** What all questions share that are answered by a lens: which passage is read, and at which place. */
record LensReader(Asker asker) {
    /** The texts in a model's tokens. Says so when the model reads another model's mask as ordinary text. */
    Passage passage(LoadedModel model, Texts texts) {
        Passage passage = model.passage(texts.text(), texts.pair());
        for (String mask : List.of("[MASK]", "<mask>")) {
            if (texts.text().contains(mask) && passage.maskCount() == 0) {
                asker.note(model.name() + " is " + model.family().title() + " and reads " + mask
                        + " as ordinary text; " + asker.setting("model", ModelLookup.usual(mask, "")) + " fills it");
            }
        }
        return passage;
    }

    /**
     * The place of the predicted token.
     *
     * @param position what was asked for, null for the usual place
     */
    int place(Passage passage, Integer position) {
        if (position == null) {
            noteOtherMasks(passage);
            return passage.usualPlace();
        }
        if (passage.predictsNext()) {
            requirePlaceToReach(passage, position);
        } else if (position < 0 || position >= passage.size()) {
            throw asker.usage(asker.setting("position") + " takes the place of a token of the text, 0 to "
                    + (passage.size() - 1) + ", not " + position + "; " + passage.model().family().title()
                    + " reads a text, it does not write on");
        }
        return position;
    }

    private void requirePlaceToReach(Passage passage, int position) {
        if (position < 1) {
            throw asker.usage(asker.setting("position") + " takes the place of the predicted token, 1 or more, not "
                    + position + "; the token at 0 has nothing before it to be predicted from");
        }
        int context = passage.model().context();
        if (position > context) {
            throw asker.usage(asker.setting("position", position) + " is beyond what " + passage.model().name()
                    + " can read; it goes up to " + context);
        }
    }

    private void noteOtherMasks(Passage passage) {
        List<Integer> masks = passage.masks();
        if (!passage.predictsNext() && masks.size() > 1) {
            asker.note("the text has " + masks.size() + " masks; this is the first, at position " + masks.getFirst()
                    + ", and " + asker.setting("position", masks.get(1)) + " shows the next");
        } else if (passage.standsAtMask() && passage.maskCount() > 1) {
            asker.note("the text has " + passage.maskCount() + " masks; the decoder stands at the first");
        }
    }

    /** The passage, written on as far as is needed to predict the token at a place. Says so when it writes. */
    Passage reach(Passage passage, int place) {
        Passage longer = passage.predictsNext() ? passage.atLeast(place) : passage;
        if (longer != passage) {
            asker.note((passage.input().hasDecoder() ? "the decoder's text has " : "the text has ") + passage.size()
                    + " tokens, so the model wrote " + (longer.size() - passage.size())
                    + " more to reach position " + place);
        }
        return longer;
    }

    /** Says that the model stopped before it had written as many tokens as it should, and why. */
    void noteStop(Passage typed, Generation generation, int count) {
        asker.note("the model wrote " + generation.written().size() + " of " + count + " tokens: "
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
