package org.vitrine.ui.desktop.steps;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;

/**
 * The steps of a forward pass in order of computation, one for each tensor; the current one is the session's chosen tensor.
 * Whoever shows it calls {@link #tick} while it is playing.
 */
public final class StepModel {
    /** Instead of a step: none. */
    public static final int NONE = -1;

    /** How quickly it may play, the usual speed being 1. */
    public static final List<Double> SPEEDS = List.of(0.5, 1.0, 2.0, 4.0);

    private final Session session;
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(this, "step", NONE);
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper(this, "sentence", "");
    private final BooleanProperty playing = new SimpleBooleanProperty(this, "playing");
    private final DoubleProperty speed = new SimpleDoubleProperty(this, "speed", 1);
    private List<TensorName> names = List.of();
    private StepSentences sentences;

    /** Steps that stay in step with a session. */
    public StepModel(Session session) {
        this.session = session;
        session.exhibitProperty().subscribe(this::exhibit);
        session.selection().tensor().subscribe(this::follow);
        session.selection().layer().subscribe((before, now) -> layer(now.intValue()));
        playing.subscribe(now -> {
            if (now && step.get() >= names.size() - 1) {
                first();
            }
        });
    }

    private void exhibit(Exhibit exhibit) {
        names = exhibit == null ? List.of() : exhibit.trace().names();
        sentences = exhibit == null ? null : StepSentences.of(exhibit);
        count.set(names.size());
        if (names.isEmpty()) {
            playing.set(false);
        }
        follow(current());
    }

    private void follow(TensorName name) {
        step.set(name == null ? NONE : names.indexOf(name));
        sentence.set(name == null || sentences == null ? "" : sentences.sentence(name));
        if (name != null && name.layer() != TensorName.NO_LAYER) {
            session.selection().layer().set(name.layer());
        }
    }

    /** Another layer was chosen: the step goes to the same place there. */
    private void layer(int layer) {
        TensorName name = current();
        if (name != null && name.layer() != TensorName.NO_LAYER && name.layer() != layer && layer >= 0) {
            goIfThere(TensorName.of(name.stack(), layer, name.part(), name.site()));
        }
    }

    /** The session's chosen tensor; null for none. */
    public TensorName current() {
        return session.selection().tensor().get();
    }

    /** All steps. */
    public List<TensorName> names() {
        return names;
    }

    /** The current step, counted from 0, or {@link #NONE}. */
    public ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** How many there are. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** What the current step does; empty if there is none. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** Whether the steps go on by themselves. */
    public BooleanProperty playingProperty() {
        return playing;
    }

    /** How many times as quick as usual they do. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** Goes to a step; to the first or last if there is no such step. */
    public void go(int wanted) {
        if (!names.isEmpty()) {
            session.selection().tensor().set(names.get(Math.clamp(wanted, 0, names.size() - 1)));
        }
    }

    /** Goes to the first step. */
    public void first() {
        go(0);
    }

    /** Goes to the last step. */
    public void last() {
        go(names.size() - 1);
    }

    /** Goes a step on. */
    public void next() {
        go(step.get() + 1);
    }

    /** Goes a step back. */
    public void previous() {
        go(step.get() - 1);
    }

    /** Goes to the same place in the next layer, or after the last layer to what follows it. */
    public void nextLayer() {
        TensorName name = current();
        if (name == null || !inLayer(name, 1)) {
            int place = Math.max(0, step.get());
            while (place < names.size() && sameBlock(names.get(place), name)) {
                place++;
            }
            go(place);
        }
    }

    /** Goes to the same place in the layer before, or before the first layer to the beginning of what precedes it. */
    public void previousLayer() {
        TensorName name = current();
        if (name == null || !inLayer(name, -1)) {
            int place = Math.max(0, step.get());
            while (place > 0 && sameBlock(names.get(place), name)) {
                place--;
            }
            TensorName last = names.isEmpty() ? null : names.get(place);
            while (place > 0 && sameBlock(names.get(place - 1), last)) {
                place--;
            }
            go(place);
        }
    }

    private boolean inLayer(TensorName name, int apart) {
        boolean layered = name.layer() != TensorName.NO_LAYER && name.layer() + apart >= 0;
        return layered && goIfThere(TensorName.of(name.stack(), name.layer() + apart, name.part(), name.site()));
    }

    private boolean goIfThere(TensorName name) {
        boolean there = names.contains(name);
        if (there) {
            session.selection().tensor().set(name);
        }
        return there;
    }

    /** Whether two tensors are of the same layer, or of the same part outside the layers. */
    private static boolean sameBlock(TensorName one, TensorName other) {
        return other != null && one.stack() == other.stack() && one.layer() == other.layer()
                && (one.layer() != TensorName.NO_LAYER || one.part() == other.part());
    }

    /** Time has passed while it plays: goes a step on, and stops at the end. */
    public void tick() {
        if (playing.get()) {
            next();
            if (step.get() >= names.size() - 1) {
                playing.set(false);
            }
        }
    }

    /** {@code step 37 of 173}; the first step is 1, as people count steps. */
    public String label() {
        return step.get() == NONE ? names.size() + " steps" : "step " + (step.get() + 1) + " of " + names.size();
    }

    /** The layer of which a diagram shows the block: the current step's, or the layer that was chosen. */
    public int layer() {
        TensorName name = current();
        return name != null && name.layer() != TensorName.NO_LAYER ? name.layer()
                : Math.max(0, session.selection().layer().get());
    }
}
