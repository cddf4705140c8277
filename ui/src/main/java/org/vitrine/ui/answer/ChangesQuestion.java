package org.vitrine.ui.answer;

import java.util.function.Function;
import java.util.function.IntPredicate;
import org.vitrine.explain.PredictionChanges;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.answer.PredictionsQuestion.Reach;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;

/**
 * What do interventions change of what each layer would say? Asked of the model in which they are done.
 *
 * @param before the model without them; both read what it has written
 * @param asked where, and of which layers
 */
public record ChangesQuestion(LoadedModel before, PredictionsQuestion asked) implements Question<ChangesAnswer> {
    @Override
    public void check(Asker asker) {
        asked.check(asker);
    }

    @Override
    public Function<Texts, ChangesAnswer> open(LoadedModel after, Asker asker) {
        IntPredicate wanted = asked.wantedLayers(before, asker);
        LensReader reader = new LensReader(asker);
        return texts -> {
            Passage given = reader.passage(before, texts);
            int place = reader.place(given, asked.position());
            Passage was = reader.reach(given, place);
            Passage is = was.with(after);
            Trace wasRead = was.streams();
            Trace isRead = is.streams();
            PredictionChanges changes = was.lens(asked.lens()).changes(isRead, wasRead, place, asked.count(before),
                    wanted);
            return new ChangesAnswer(asked.answer(new Reach(texts, is, place), isRead, wanted),
                    asked.answer(new Reach(texts, was, place), wasRead, wanted), changes);
        };
    }
}
