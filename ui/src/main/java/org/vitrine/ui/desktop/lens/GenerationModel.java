package org.vitrine.ui.desktop.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.explain.CacheSize;
import org.vitrine.explain.NextToken;
import org.vitrine.transformer.generate.BeamStep;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.Hypothesis;
import org.vitrine.transformer.generate.Sampler;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.ui.desktop.lens.Written.Beams;
import org.vitrine.ui.desktop.lens.Written.OneText;
import org.vitrine.ui.desktop.lens.Written.Outcome;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.desktop.work.Work;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.picture.spot.TokenSpot;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.Passage;

/** What the view of writing shows and how its controls stand. A model without widgets. */
public final class GenerationModel {
    /** How many tokens may be written. */
    static final int MOST = 200;
    /** How many texts may be written side by side. */
    static final int MOST_BEAMS = 16;
    /** How many candidates of each step are kept. */
    private static final int CANDIDATES = 10;

    /** How the next token is chosen. */
    enum Way {
        GREEDY("the likeliest token (greedy)"), SAMPLE("by chance (sampling)"), BEAMS("several texts (beams)");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Session session;
    private final Slot slot;
    private final IntegerProperty count = new SimpleIntegerProperty(this, "count", 20);
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(this, "way", Way.GREEDY);
    private final DoubleProperty temperature = new SimpleDoubleProperty(this, "temperature", 1);
    private final IntegerProperty topK = new SimpleIntegerProperty(this, "topK", 0);
    private final DoubleProperty topP = new SimpleDoubleProperty(this, "topP", 1);
    private final IntegerProperty seed = new SimpleIntegerProperty(this, "seed", 1);
    private final IntegerProperty beams = new SimpleIntegerProperty(this, "beams", 4);
    private final ReadOnlyObjectWrapper<Written> written = new ReadOnlyObjectWrapper<>(this, "written");
    private final IntegerProperty step = new SimpleIntegerProperty(this, "step", 0);
    /** What was read when this model last began to write by itself. */
    private Exhibit begun;

    /** Twenty tokens, always the likeliest. */
    public GenerationModel(Session session) {
        this.session = session;
        this.slot = session.desk().slot();
        session.exhibitProperty().subscribe(this::forget);
    }

    /** Another text or another model: what was written is of no interest any more. */
    private void forget(Exhibit exhibit) {
        Written last = written.get();
        boolean same = exhibit != null && begun != null && begun.reading() == exhibit.reading();
        if (!same) {
            slot.cancel();
        }
        if (!same && last != null) {
            written.set(null);
            step.set(0);
        }
    }

    /** How many tokens to write at most, 1 to {@link #MOST}. */
    IntegerProperty countProperty() {
        return count;
    }

    ObjectProperty<Way> wayProperty() {
        return way;
    }

    /** Above 0; see {@link Sampler}. */
    DoubleProperty temperatureProperty() {
        return temperature;
    }

    /** 0 for all; see {@link Sampler}. */
    IntegerProperty topKProperty() {
        return topK;
    }

    /** Above 0, up to 1; see {@link Sampler}. */
    DoubleProperty topPProperty() {
        return topP;
    }

    /** The same seed draws the same tokens. */
    IntegerProperty seedProperty() {
        return seed;
    }

    /** How many texts are weighed, 2 to {@link #MOST_BEAMS}. */
    IntegerProperty beamsProperty() {
        return beams;
    }

    /** What was written; null before anything was. */
    ReadOnlyObjectProperty<Written> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /** Which step is shown, counted from 0. */
    IntegerProperty stepProperty() {
        return step;
    }

    /** Whether it writes, and how far it has come. */
    Slot slot() {
        return slot;
    }

    /** Why this model cannot write, in a sentence; empty if it can. */
    static Optional<String> absence(Exhibit exhibit) {
        return exhibit.model().family() != Family.BERT ? Optional.empty()
                : Optional.of(
                        exhibit.model().name() + " is BERT, which reads a text all at once and fills masks in it; it "
                                + "does not write. Choose a GPT-2 or a BART to watch one write.");
    }

    /** Writes, unless it did so by itself for this text before, or cannot. */
    void begin() {
        Exhibit exhibit = session.exhibitProperty().get();
        if (exhibit != null && absence(exhibit).isEmpty() && (begun == null || begun.reading() != exhibit.reading())) {
            write();
        }
    }

    /** Writes, in the background; what was written before stays until this is done. */
    void write() {
        Exhibit exhibit = session.exhibitProperty().get();
        if (exhibit != null && absence(exhibit).isEmpty()) {
            begun = exhibit;
            session.messageProperty().set("");
            slot.start(work(exhibit), made -> {
                step.set(0);
                written.set(made);
            });
        }
    }

    /** Shows another step; stays among those that there are. */
    void go(int to) {
        if (written.get() != null) {
            step.set(Math.clamp(to, 0, written.get().outcome().steps() - 1));
        }
    }

    /** Whether there is a step after the one on show. */
    boolean goesOn() {
        return written.get() != null && step.get() < written.get().outcome().steps() - 1;
    }

    /** Has the session read what was written. */
    void read() {
        if (written.get() != null) {
            session.textProperty().set(written.get().text());
            session.pairProperty().set("");
            session.run();
        }
    }

    /** Chooses what a place of the picture stands for; tokens only where the window's text has them. */
    void choose(Spot spot) {
        Exhibit exhibit = session.exhibitProperty().get();
        boolean unread = spot instanceof TokenSpot token && (exhibit.model().family() != Family.GPT2
                || token.position() >= exhibit.passage().size());
        if (!unread) {
            session.selection().choose(spot);
        }
    }

    private Work<Written> work(Exhibit exhibit) {
        Way chosen = way.get();
        int most = count.get();
        int side = chosen == Way.BEAMS ? beams.get() : 1;
        TokenChooser chooser = chosen == Way.SAMPLE
                ? new Sampler(temperature.get(), topK.get(), topP.get(), seed.get())
                : TokenChooser.greedy();
        return progress -> {
            progress.at(0);
            Passage prompt = exhibit.model().prompt(exhibit.texts().text()).withRoom();
            GenerationSettings settings = exhibit.model().settings().withMaxNew(most).withBeams(side);
            Outcome outcome = side > 1 ? beams(prompt, settings, most, progress)
                    : one(prompt, settings, chooser, most, progress);
            return new Written(exhibit.texts(), prompt, settings, CacheSize.of(exhibit.trace()), outcome);
        };
    }

    private static Outcome one(Passage prompt, GenerationSettings settings, TokenChooser chooser, int most,
            Progress progress) {
        List<NextToken> tokens = new ArrayList<>();
        Generation generation = prompt.generate(settings, scores -> {
            int chosen = chooser.choose(scores);
            tokens.add(NextToken.of(scores, chosen, CANDIDATES, prompt.model().tokenizer()::text));
            return chosen;
        }, id -> progress.at((double) tokens.size() / most));
        return new OneText(tokens, generation);
    }

    private static Outcome beams(Passage prompt, GenerationSettings settings, int most, Progress progress) {
        List<BeamStep> steps = new ArrayList<>();
        List<Hypothesis> found = prompt.search(settings, step -> {
            steps.add(step);
            progress.at((double) steps.size() / most);
        });
        return new Beams(steps, found);
    }
}
