package org.vitrine.ui.desktop.lens;

import java.util.Optional;
import java.util.function.IntPredicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.explain.LayerPredictions;
import org.vitrine.explain.Lens;
import org.vitrine.explain.LogitLens;
import org.vitrine.explain.NextSentence;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.answer.PredictionsAnswer;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.desktop.work.Work;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.picture.PredictionsPicture;
import org.vitrine.ui.picture.spot.CandidateSpot;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.terminal.Percent;

/** What the view of predictions shows and how its controls stand. A model without widgets. */
public final class PredictionsModel {
    /** How many candidates may be asked for. */
    static final int MOST = 50;
    private static final int USUAL = 10;

    private final Session session;
    private final WatchedWords watched;
    private final IntegerProperty topk = new SimpleIntegerProperty(this, "topk", USUAL);
    private final ObjectProperty<Lens> lens = new SimpleObjectProperty<>(this, "lens", Lens.FINAL_NORM);
    private final BooleanProperty single = new SimpleBooleanProperty(this, "single", false);
    private final IntegerProperty candidate = new SimpleIntegerProperty(this, "candidate", PredictionsPicture.NONE);
    private LoadedModel speaking;

    /**
     * Ten candidates of each layer.
     *
     * @param watched where candidates are added that are to be watched
     */
    public PredictionsModel(Session session, WatchedWords watched) {
        this.session = session;
        this.watched = watched;
        session.exhibitProperty().subscribe(exhibit -> {
            if (exhibit != null) {
                forget(exhibit.model());
            }
        });
    }

    /** How many candidates each layer has, 1 to {@link #MOST}. */
    IntegerProperty topkProperty() {
        return topk;
    }

    /** How the layers are read. */
    ObjectProperty<Lens> lensProperty() {
        return lens;
    }

    /** Whether only the selected layer is shown. */
    BooleanProperty singleProperty() {
        return single;
    }

    /** The id of the token that was chosen among the candidates, or {@link PredictionsPicture#NONE}. */
    IntegerProperty candidateProperty() {
        return candidate;
    }

    /** Runs something whenever something else is to be shown. */
    void subscribe(Runnable listener) {
        topk.subscribe((was, is) -> listener.run());
        lens.subscribe((was, is) -> listener.run());
        single.subscribe((was, is) -> listener.run());
        candidate.subscribe((was, is) -> listener.run());
        session.selection().position(Stack.ENCODER).subscribe((was, is) -> listener.run());
        session.selection().position(Stack.DECODER).subscribe((was, is) -> listener.run());
        session.selection().layer().subscribe((was, is) -> {
            if (single.get()) {
                listener.run();
            }
        });
    }

    /** Where it predicts; empty before the first run. */
    Optional<Place> place() {
        return Optional.ofNullable(session.exhibitProperty().get())
                .map(exhibit -> Place.of(exhibit, session.selection()));
    }

    /** Selects a place in all views. */
    void go(Place place) {
        session.selection().position(place.stack()).set(place.token());
    }

    /** Chooses what a place of the picture stands for; a candidate that is chosen again is chosen no more. */
    void choose(Spot spot) {
        if (spot instanceof CandidateSpot chosen) {
            candidate.set(candidate.get() == chosen.id() ? PredictionsPicture.NONE : chosen.id());
        }
        session.selection().choose(spot);
    }

    /** Adds the chosen candidate to the watched words; says what is wrong with that, if anything. */
    Optional<String> watch() {
        Exhibit exhibit = session.exhibitProperty().get();
        return exhibit == null || candidate.get() == PredictionsPicture.NONE ? Optional.of("No candidate is chosen.")
                : watched.add(candidate.get(), exhibit.model());
    }

    /** What is predicted and how it is read, in words; of a pair, whether the texts belong together. */
    String sentence() {
        Exhibit exhibit = session.exhibitProperty().get();
        return exhibit == null ? "" : LensWords.of(exhibit, Place.of(exhibit, session.selection()), lens.get())
                + nextSentence(exhibit);
    }

    private static String nextSentence(Exhibit exhibit) {
        if (exhibit.texts().pair().isEmpty()) {
            return "";
        }
        String before = exhibit.before().flatMap(NextSentence::of)
                .map(next -> ", without the intervention " + Percent.of(next.probability())).orElse("");
        return NextSentence.of(exhibit.trace())
                .map(next -> " Next-sentence head: the second text follows the first with "
                        + Percent.of(next.probability()) + before + ".")
                .orElse("");
    }

    /** What is to be shown of an exhibit. */
    Work<Predicted> work(Exhibit exhibit) {
        Place place = Place.of(exhibit, session.selection());
        int count = Math.min(topk.get(), exhibit.model().vocabulary());
        int chosen = candidate.get();
        boolean one = single.get();
        int layer = layer(exhibit);
        IntPredicate wanted = one ? each -> each == layer : each -> true;
        LogitLens reading = exhibit.passage().lens(lens.get());
        return progress -> {
            PredictionsAnswer answer = answer(exhibit, exhibit.trace(),
                    reading.predictions(exhibit.trace(), place.position(), count, wanted), one);
            progress.at(Slot.UNKNOWN);
            Optional<Predicted.Before> before = exhibit.before().map(trace -> new Predicted.Before(
                    answer(exhibit, trace, reading.predictions(trace, place.position(), count, wanted), one),
                    reading.changes(exhibit.trace(), trace, place.position(), count, wanted)));
            progress.at(Slot.UNKNOWN);
            Optional<Predicted.Chosen> ranks = chosen == PredictionsPicture.NONE ? Optional.empty()
                    : Optional.of(new Predicted.Chosen(reading.watch(exhibit.trace(), place.position(), chosen),
                            exhibit.before().map(trace -> reading.watch(trace, place.position(), chosen))));
            return new Predicted(answer, before, ranks);
        };
    }

    /** The selected layer, if the stack that predicts has it; else its last. */
    int layer(Exhibit exhibit) {
        return Math.min(session.selection().layer().get(), exhibit.model().layers() - 1);
    }

    /** Another model has other tokens. */
    private void forget(LoadedModel model) {
        if (speaking != model) {
            speaking = model;
            candidate.set(PredictionsPicture.NONE);
        }
    }

    private static PredictionsAnswer answer(Exhibit exhibit, Trace trace, LayerPredictions predictions, boolean one) {
        NextSentence next = exhibit.texts().pair().isEmpty() ? null : NextSentence.of(trace).orElse(null);
        return new PredictionsAnswer(exhibit.texts(), exhibit.passage(), Finite.require(predictions), next,
                new PredictionsAnswer.Shown(one, true));
    }
}
