package org.vitrine.ui.answer;

import java.util.List;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.picture.Subject;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.session.Texts;
import tools.jackson.core.JsonGenerator;

/**
 * What one stack of a model reads.
 *
 * @param texts what was typed
 * @param reading what the model makes of it
 * @param stack the stack that is looked into
 * @param tokens what that stack reads
 */
public record StackReading(Texts texts, Reading reading, Stack stack, List<AttentionToken> tokens) {
    /** A text in a model's tokens. BART's decoder reads its text as when it writes it. */
    static StackReading of(Texts texts, LoadedModel model, Stack stack) {
        Reading reading = Reading.of(model, model.input(texts.text(), texts.pair(), true));
        return new StackReading(texts, reading, stack,
                stack == Stack.ENCODER ? reading.tokens().encoder() : reading.tokens().decoder());
    }

    /**
     * The stack that is wanted, or the first that the model has.
     *
     * @param wanted null for the first
     */
    static Stack stack(Stack wanted, LoadedModel model, Asker asker) {
        Stack first = model.family().stacks().getFirst();
        if (wanted != null && !model.family().stacks().contains(wanted)) {
            throw asker.usage(asker.setting("stack", wanted) + " is not in " + model.name() + ", which is "
                    + model.family().title() + " and has one stack, the " + first);
        }
        return wanted == null ? first : wanted;
    }

    /** How many layers that stack has. */
    static int layers(Stack stack, LoadedModel model) {
        return model.layers(stack == Stack.ENCODER ? AttentionKind.ENCODER : AttentionKind.DECODER);
    }

    /** What the stack's neurons do; the model runs once. */
    Trace neurons() {
        return reading.trace(name -> name.stack() == stack && name.part() == Part.MLP && name.site() == Site.ACT);
    }

    /** What the user called the model. */
    String model() {
        return reading.model().name();
    }

    /** What a picture is about. */
    Subject subject() {
        return new Subject(model(), texts.joined());
    }

    /** {@code model}, {@code text}, the tokens of all stacks, and {@code stack}. */
    void write(JsonGenerator json) {
        Json.reading(json, texts, reading);
        json.writeStringProperty("stack", stack.toString());
    }
}
