package org.vitrine.ui.desktop.lens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.explain.Lens;
import org.vitrine.explain.LogitLens;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.answer.RankingsAnswer;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.desktop.work.Work;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.picture.spot.CandidateSpot;
import org.vitrine.ui.picture.spot.TokenSpot;
import org.vitrine.ui.session.Passage;

/** What the view of rankings shows and how its controls stand. A model without widgets. */
public final class RankingsModel {
    /** How many tokens may be written. */
    static final int MOST_WRITTEN = 50;
    /** As many tokens are shown at first, the last of the line. */
    static final int USUAL_SHOWN = 40;
    /** Instead of a number of tokens: all of them. */
    static final int ALL = Integer.MAX_VALUE;
    private static final int USUAL_WRITTEN = 5;
    /** A longer text is not written on unasked: that means to read it twice more. */
    private static final int LONG = 100;

    private final Session session;
    private final IntegerProperty count = new SimpleIntegerProperty(this, "count", USUAL_WRITTEN);
    private final ObjectProperty<Boolean> given = new SimpleObjectProperty<>(this, "given", true);
    private final ObjectProperty<Integer> shown = new SimpleObjectProperty<>(this, "shown", USUAL_SHOWN);
    private final ObjectProperty<Lens> lens = new SimpleObjectProperty<>(this, "lens", Lens.FINAL_NORM);

    private boolean setting;
    private boolean asked;

    /** What is to be ranked: tokens at their positions. */
    private record Question(Passage passage, Trace trace, int[] positions, int[] ids) {
    }

    /** The text's tokens, and, unless the text is long, five that the model writes. */
    public RankingsModel(Session session) {
        this.session = session;
        count.subscribe((was, is) -> asked |= !setting);
        session.exhibitProperty().subscribe(exhibit -> {
            if (exhibit != null && !asked) {
                setting = true;
                count.set(exhibit.passage().size() > LONG ? 0 : USUAL_WRITTEN);
                setting = false;
            }
        });
    }

    /** How many tokens the model is to write, 0 to {@link #MOST_WRITTEN}. */
    IntegerProperty countProperty() {
        return count;
    }

    /** Whether the tokens that were given are ranked, too, not only those that the model wrote or put at masks. */
    ObjectProperty<Boolean> givenProperty() {
        return given;
    }

    /** How many tokens are shown at most, the last of the line, or {@link #ALL}. */
    ObjectProperty<Integer> shownProperty() {
        return shown;
    }

    /** How the layers are read. */
    ObjectProperty<Lens> lensProperty() {
        return lens;
    }

    /** Runs something whenever something else is to be shown. */
    void subscribe(Runnable listener) {
        count.subscribe((was, is) -> listener.run());
        given.subscribe((was, is) -> listener.run());
        shown.subscribe((was, is) -> listener.run());
        lens.subscribe((was, is) -> listener.run());
    }

    /** Chooses what a place of the picture stands for; of a rank, the layer, and the token if it was read. */
    void choose(Spot spot) {
        Exhibit exhibit = session.exhibitProperty().get();
        switch (spot) {
            case CandidateSpot rank -> {
                session.selection().choose(rank);
                select(exhibit, rank.position());
            }
            case TokenSpot token -> select(exhibit, token.position());
            default -> session.selection().choose(spot);
        }
    }

    private void select(Exhibit exhibit, int position) {
        if (exhibit != null && position < exhibit.passage().size()) {
            session.selection().position(Place.stack(exhibit.passage())).set(position);
        }
    }

    /** What is shown, in words. */
    String sentence() {
        Exhibit exhibit = session.exhibitProperty().get();
        if (exhibit == null) {
            return "";
        }
        return (exhibit.passage().predictsNext()
                ? "The rank that each layer gives to the next token of the line, when it has read all before it. "
                : "The rank that each layer gives to the token at each place; at a mask, to the token that the model fills "
                        + "in. ")
                + LensWords.of(exhibit, lens.get());
    }

    /** Why nothing can be ranked; empty where something can. */
    Optional<String> absence(Exhibit exhibit) {
        boolean alone = exhibit.passage().predictsNext() && exhibit.passage().size() == 1 && written(exhibit) == 0;
        return alone
                ? Optional.of("The line's only token is the first, which is not predicted: let the model write some.")
                : Optional.empty();
    }

    /** An intervention is not repeated on a longer line, so then nothing is written. */
    private int written(Exhibit exhibit) {
        return session.intervened(exhibit) ? 0 : count.get();
    }

    /** What is to be shown of an exhibit. */
    Work<Ranked> work(Exhibit exhibit) {
        int tokens = written(exhibit);
        boolean all = given.get();
        int most = shown.get();
        boolean intervened = session.intervened(exhibit);
        LogitLens reading = exhibit.passage().lens(lens.get());
        return progress -> {
            List<String> notes = new ArrayList<>();
            if (intervened && exhibit.passage().predictsNext()) {
                notes.add("What an intervention does is shown for the text's own tokens only.");
            }
            Question question = exhibit.passage().predictsNext()
                    ? written(exhibit, new Writing(exhibit, tokens, progress), all, notes)
                    : filled(exhibit, reading, all);
            Question cut = last(question, most, notes);
            Optional<RankingsAnswer> before = exhibit.before()
                    .map(trace -> answer(exhibit, cut, reading, trace, Progress.NONE));
            return new Ranked(answer(exhibit, cut, reading, cut.trace(), progress), before, notes);
        };
    }

    private static Question written(Exhibit exhibit, Writing writing, boolean all, List<String> notes) {
        Passage passage = writing.passage(notes);
        int size = exhibit.passage().size();
        int from = all || passage.size() == size ? 1 : size;
        if (from >= passage.size()) {
            throw new ModelException(
                    "there is nothing to rank: the line's only token is the first, which is not predicted");
        }
        int[] positions = IntStream.range(from, passage.size()).toArray();
        return new Question(passage, writing.trace(passage), positions,
                Arrays.stream(positions).map(passage::id).toArray());
    }

    /** A model that fills masks: each mask's likeliest token, and what it makes of the tokens it can see. */
    private static Question filled(Exhibit exhibit, LogitLens reading, boolean all) {
        Passage passage = exhibit.passage();
        List<Integer> masks = passage.masks();
        int last = exhibit.model().layers() - 1;
        int[] positions = IntStream.range(0, passage.size())
                .filter(place -> all || masks.isEmpty() || masks.contains(place)).toArray();
        int[] ids = Arrays.stream(positions)
                .map(place -> masks.contains(place)
                        ? reading.predictions(exhibit.trace(), place, 1, layer -> layer == last).layers().getFirst()
                                .candidates().getFirst().id()
                        : passage.id(place))
                .toArray();
        return new Question(passage, exhibit.trace(), positions, ids);
    }

    private static Question last(Question question, int most, List<String> notes) {
        int count = question.positions().length;
        if (count <= most) {
            return question;
        }
        notes.add("Of " + count + " tokens the last " + most + " are shown.");
        return new Question(question.passage(), question.trace(),
                Arrays.copyOfRange(question.positions(), count - most, count),
                Arrays.copyOfRange(question.ids(), count - most, count));
    }

    private static RankingsAnswer answer(Exhibit exhibit, Question question, LogitLens reading, Trace trace,
            Progress progress) {
        return new RankingsAnswer(exhibit.texts(), question.passage(), Finite
                .require(reading.ranks(trace, question.positions(), question.ids(), progress::at)));
    }
}
