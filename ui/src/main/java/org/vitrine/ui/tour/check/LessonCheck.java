package org.vitrine.ui.tour.check;

import java.util.List;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.tour.Lesson;

/** Measures on a model what a lesson says to look for. */
public final class LessonCheck {
    private LessonCheck() {
    }

    /**
     * Runs the model on the lesson's text and reads off the figures of its view.
     *
     * @throws ModelException if this model cannot read the text, or has no such layer or head
     */
    public static List<Finding> of(Lesson lesson, LoadedModel model) {
        return switch (lesson.view()) {
            case "predictions" -> LensFindings.predictions(lesson, model);
            case "rankings" -> LensFindings.rankings(lesson, model);
            case "rankings_watch" -> LensFindings.watched(lesson, model);
            case "attention_head" -> HeadFindings.head(lesson, model);
            case "attention_neuron" -> HeadFindings.neurons(lesson, model);
            case "attention_model" -> HeadFindings.all(lesson, model);
            case "activations" -> FactorFindings.of(lesson, model);
            case "generation" -> WritingFindings.of(lesson, model);
            default -> throw new ModelException("the lesson '" + lesson.id() + "' is about '" + lesson.view()
                    + "', which is no view here");
        };
    }

    /** A whole number among a lesson's parameters. */
    static int number(Lesson lesson, String name) {
        if (lesson.parameters().get(name) instanceof Integer number) {
            return number;
        }
        throw new ModelException("the lesson '" + lesson.id() + "' does not say which " + name);
    }
}
