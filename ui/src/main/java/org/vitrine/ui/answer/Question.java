package org.vitrine.ui.answer;

import java.util.function.Function;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Texts;

/**
 * What can be asked of any text: all settings of a view, of which those that nobody chose are null or as usual. Asked in the
 * same way on the command line and in Java.
 *
 * @param <A> what comes of it
 */
public interface Question<A extends Answer> {
    /** Refuses what makes no sense, before anything is read; throws what {@link Asker#usage} makes. */
    void check(Asker asker);

    /**
     * Refuses what makes no sense for this model, and says how a text is answered. The question must have been checked.
     *
     * @throws org.vitrine.transformer.config.ModelException if the model cannot answer; so does the function
     */
    Function<Texts, A> open(LoadedModel model, Asker asker);
}
