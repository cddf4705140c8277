package org.vitrine.ui.desktop.lens;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.Lens;
import org.vitrine.explain.LogitLens;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.answer.RankingsWatchAnswer;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Work;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.picture.RankingsWatchPicture.Part;
import org.vitrine.ui.session.Family;

/** What the view of watched words shows and how its controls stand. A model without widgets. */
public final class RankingsWatchModel {
    private static final int SUGGESTED = 2;
    private static final String BETWEEN = "\n";

    private final Session session;
    private final WatchedWords watched;
    private final ObjectProperty<Lens> lens = new SimpleObjectProperty<>(this, "lens", Lens.FINAL_NORM);
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(this, "part", Part.CHART);
    private final ReadOnlyObjectWrapper<Watched> current = new ReadOnlyObjectWrapper<>(this, "current");
    /** Words to be watched as soon as there is a model to say them. */
    private List<String> waiting = List.of();
    /** Those of them that the model could say which was there when they were restored. */
    private List<WatchedWord> restored = List.of();
    private int request;
    private boolean taking;

    /** The lines of some words. */
    public RankingsWatchModel(Session session, WatchedWords watched) {
        this.session = session;
        this.watched = watched;
        session.exhibitProperty().subscribe((was, is) -> {
            if (watched.automaticProperty().get() || watched.words().equals(restored)) {
                watchRestored();
            }
            waiting = List.of();
        });
    }

    /** The words. */
    WatchedWords watched() {
        return watched;
    }

    /** How the layers are read. */
    ObjectProperty<Lens> lensProperty() {
        return lens;
    }

    /** What of the picture is shown. */
    ObjectProperty<Part> partProperty() {
        return part;
    }

    /** What was found out last; null before anything was. */
    ReadOnlyObjectProperty<Watched> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Runs something whenever something else is to be shown. */
    void subscribe(Runnable listener) {
        lens.subscribe((was, is) -> listener.run());
        part.subscribe((was, is) -> listener.run());
        session.selection().position(Stack.ENCODER).subscribe((was, is) -> listener.run());
        session.selection().position(Stack.DECODER).subscribe((was, is) -> listener.run());
        watched.words().addListener((ListChangeListener<WatchedWord>) words -> {
            if (!taking) {
                listener.run();
            }
        });
    }

    /** Chooses what a place of the picture stands for. */
    void choose(Spot spot) {
        session.selection().choose(spot);
    }

    /** Watches a word; says what is wrong with it, if anything. */
    Optional<String> add(String text) {
        Exhibit exhibit = session.exhibitProperty().get();
        return exhibit == null ? Optional.of("Run the model first.") : watched.add(text, exhibit.model());
    }

    /** The words, each in a line; empty while nobody has chosen any. */
    String words() {
        return watched.automaticProperty().get() ? waiting()
                : watched.words().stream().map(WatchedWord::text).collect(Collectors.joining(BETWEEN));
    }

    private String waiting() {
        return String.join(BETWEEN, waiting);
    }

    /**
     * Watches these words and no others; before anything was read, as soon as it is. What is no token to the model is left out.
     *
     * @param words each in a line; none for those that the model finds likeliest
     */
    void restore(String words) {
        waiting = Stream.of(words.split(BETWEEN)).filter(word -> !word.isEmpty()).toList();
        restored = List.of();
        if (waiting.isEmpty()) {
            watched.automaticProperty().set(true);
            watched.words().clear();
        } else {
            watchRestored();
        }
    }

    private void watchRestored() {
        Exhibit exhibit = session.exhibitProperty().get();
        if (exhibit == null) {
            return;
        }
        Set<Integer> ids = new HashSet<>();
        List<WatchedWord> known = waiting.stream().flatMap(word -> WatchedWord.typed(word, exhibit.model()).stream())
                .filter(word -> ids.add(word.id())).limit(WatchedWords.MOST).toList();
        if (!known.isEmpty()) {
            restored = known;
            watched.automaticProperty().set(false);
            watched.words().setAll(known);
        }
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

    /** What is shown, how it is read, and which words are more than one token. */
    String sentence() {
        Exhibit exhibit = session.exhibitProperty().get();
        if (exhibit == null) {
            return "";
        }
        String spaces = exhibit.model().family() == Family.BERT ? ""
                : " A space before a word is part of its token: ‘·is’ and ‘is’ differ.";
        String many = watched.words().stream().filter(word -> word.pieces().size() > 1)
                .map(word -> " " + word.sentence() + ".").collect(Collectors.joining());
        return LensWords.of(exhibit, Place.of(exhibit, session.selection()), lens.get()) + spaces + many;
    }

    /** Whether there is nothing to watch: all words were removed, or none is a token to the model. */
    boolean nothingToWatch(Exhibit exhibit) {
        return !watched.automaticProperty().get() && watched.in(exhibit.model()).isEmpty();
    }

    /** What is to be shown of an exhibit; what comes of it is also {@link #currentProperty}. */
    Work<Watched> work(Exhibit exhibit) {
        int asked = ++request;
        Place place = Place.of(exhibit, session.selection());
        boolean automatic = watched.automaticProperty().get();
        List<WatchedWord> chosen = watched.in(exhibit.model());
        LogitLens reading = exhibit.passage().lens(lens.get());
        Part shown = part.get();
        return progress -> {
            List<WatchedWord> words = automatic ? likeliest(exhibit, reading, place) : chosen;
            int[] ids = words.stream().mapToInt(WatchedWord::id).toArray();
            progress.at(0);
            Watched found = new Watched(words, answer(exhibit, place, words, reading, ids),
                    exhibit.before()
                            .map(trace -> answer(exhibit.with(trace, Optional.empty()), place, words, reading, ids)),
                    shown);
            session.desk().inForeground(() -> take(asked, found));
            return found;
        };
    }

    /** What the last layer finds likeliest, with and without an intervention. */
    private static List<WatchedWord> likeliest(Exhibit exhibit, LogitLens reading, Place place) {
        int last = exhibit.model().layers() - 1;
        return Stream.concat(Stream.of(exhibit.trace()), exhibit.before().stream())
                .flatMap(trace -> reading.predictions(trace, place.position(), SUGGESTED, layer -> layer == last)
                        .layers().getFirst().candidates().stream())
                .map(Candidate::id).distinct().map(id -> WatchedWord.token(id, exhibit.model())).toList();
    }

    private static RankingsWatchAnswer answer(Exhibit exhibit, Place place, List<WatchedWord> words, LogitLens reading,
            int... ids) {
        Trace trace = exhibit.trace();
        return new RankingsWatchAnswer(exhibit.texts(), exhibit.passage(), place.position(),
                words.stream().map(WatchedWord::watched).toList(),
                Finite.require(reading.watch(trace, place.position(), ids)));
    }

    /** The words as they were found are the words on show, unless others were asked for meanwhile. */
    private void take(int asked, Watched found) {
        if (asked != request) {
            return;
        }
        taking = true;
        watched.words().setAll(found.words());
        taking = false;
        current.set(found);
    }
}
