package org.vitrine.ui.desktop.neurons;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.answer.ActivationsAnswer;
import org.vitrine.ui.answer.StartChoice;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.Settings;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.picture.ActivationsPicture;
import org.vitrine.ui.picture.spot.FactorSpot;
import org.vitrine.ui.picture.spot.NeuronSpot;
import org.vitrine.ui.session.Failures;

/** What the activations view shows, without a widget: factors of the neurons, or single neurons. */
final class ActivationsModel {
    /** The most factors: there are as many colours. */
    static final int MOST_COMPONENTS = 16;
    private static final int USUAL_COMPONENTS = 8;
    private static final int ALL_LAYERS = Integer.MAX_VALUE;

    /** What is shown. */
    enum Mode {
        FACTORS, NEURON
    }

    private final Session session;
    private final Slot searching;
    private final Slot looking;
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.FACTORS);
    private final ObjectProperty<Stack> stack = new SimpleObjectProperty<>(this, "stack", Stack.ENCODER);
    private final IntegerProperty components = new SimpleIntegerProperty(this, "components", USUAL_COMPONENTS);
    private final IntegerProperty from = new SimpleIntegerProperty(this, "from");
    private final IntegerProperty to = new SimpleIntegerProperty(this, "to", ALL_LAYERS);
    private final ObjectProperty<StartChoice> start = new SimpleObjectProperty<>(this, "start", StartChoice.RANDOM);
    private final IntegerProperty seed = new SimpleIntegerProperty(this, "seed");
    private final IntegerProperty pinned = new SimpleIntegerProperty(this, "pinned", ActivationsPicture.ALL);
    private final ReadOnlyObjectWrapper<ActivationsAnswer> factors = new ReadOnlyObjectWrapper<>(this, "factors");
    private final ReadOnlyObjectWrapper<NeuronLookup.Found> neurons = new ReadOnlyObjectWrapper<>(this, "neurons");
    private final ReadOnlyStringWrapper course = new ReadOnlyStringWrapper(this, "course", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private FactorQuestion asked;
    private NeuronLookup lookedUp;
    private boolean visible;
    private volatile String iteration = "";

    ActivationsModel(Session session) {
        this.session = session;
        this.searching = session.desk().slot();
        this.looking = session.desk().slot();
        for (var part : List.of(session.exhibitProperty(), mode, stack, components, from, to, start, seed,
                session.selection().neuron(), session.selection().position(Stack.ENCODER),
                session.selection().position(Stack.DECODER))) {
            part.subscribe((was, is) -> update());
        }
        searching.progressProperty().subscribe(share -> course.set(iteration));
    }

    ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /** Whose neurons are wanted, where a model has two stacks. */
    ObjectProperty<Stack> stackProperty() {
        return stack;
    }

    /** How many factors are wanted; there may be fewer tokens. */
    IntegerProperty componentsProperty() {
        return components;
    }

    /** The first layer wanted. */
    IntegerProperty fromProperty() {
        return from;
    }

    /** The layer after the last that is wanted; there may be fewer layers. */
    IntegerProperty toProperty() {
        return to;
    }

    ObjectProperty<StartChoice> startProperty() {
        return start;
    }

    /** Of a random start: 0 or more. */
    IntegerProperty seedProperty() {
        return seed;
    }

    /** The factor that is shown alone until it is let go, or {@link ActivationsPicture#ALL}. */
    IntegerProperty pinnedProperty() {
        return pinned;
    }

    /** The factors on show; null until some were found. */
    ReadOnlyObjectProperty<ActivationsAnswer> factorsProperty() {
        return factors.getReadOnlyProperty();
    }

    /** The single neurons on show; null until they were looked up. */
    ReadOnlyObjectProperty<NeuronLookup.Found> neuronsProperty() {
        return neurons.getReadOnlyProperty();
    }

    /** How the search for factors gets on, in words. */
    ReadOnlyStringProperty courseProperty() {
        return course.getReadOnlyProperty();
    }

    /** Why there are no factors, in words; empty if nothing is wrong. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The search for factors. */
    Slot searching() {
        return searching;
    }

    /** What is asked of an exhibit. */
    FactorQuestion question(Exhibit exhibit) {
        Stack whose = stack(exhibit);
        int layers = layers(exhibit);
        int end = Math.clamp(to.get(), 1, layers);
        int first = Math.clamp(from.get(), 0, end - 1);
        FactorQuestion all = new FactorQuestion(exhibit, whose, first, end, 1, start.get(), seed.get());
        return new FactorQuestion(exhibit, whose, first, end,
                Math.clamp(components.get(), 1, Math.min(MOST_COMPONENTS, all.tokens().size())), start.get(),
                seed.get());
    }

    private Stack stack(Exhibit exhibit) {
        List<Stack> stacks = exhibit.model().family().stacks();
        return stacks.contains(stack.get()) ? stack.get() : stacks.getFirst();
    }

    /** How many layers the stack has. */
    int layers(Exhibit exhibit) {
        return exhibit.model()
                .layers(stack(exhibit) == Stack.ENCODER ? AttentionKind.ENCODER : AttentionKind.DECODER);
    }

    /** Whether anybody looks: only then is anything computed, and a search that nobody waits for is given up. */
    void shown(boolean nowVisible) {
        visible = nowVisible;
        if (!visible && searching.busyProperty().get()) {
            searching.cancel();
            asked = null;
        }
        update();
    }

    private void update() {
        Exhibit exhibit = session.exhibitProperty().get();
        if (exhibit == null || asked != null && asked.exhibit() != exhibit) {
            forget();
        }
        if (!visible || exhibit == null) {
            return;
        }
        if (mode.get() == Mode.FACTORS) {
            search(question(exhibit));
        } else {
            look(exhibit);
        }
    }

    /** Lets go of all that belongs to another exhibit. */
    private void forget() {
        searching.cancel();
        looking.cancel();
        asked = null;
        lookedUp = null;
        factors.set(null);
        neurons.set(null);
        problem.set("");
    }

    private void search(FactorQuestion question) {
        if (question.equals(asked)) {
            return;
        }
        asked = question;
        problem.set("");
        iteration = "reading activations";
        course.set(iteration);
        searching.start(progress -> question.answer(progress, words -> iteration = words), this::found, e -> {
            factors.set(null);
            problem.set(Failures.explanation(e));
        });
    }

    private void found(ActivationsAnswer answer) {
        if (pinned.get() >= answer.factors().components()) {
            pinned.set(ActivationsPicture.ALL);
        }
        factors.set(answer);
    }

    private void look(Exhibit exhibit) {
        Stack whose = stack(exhibit);
        Optional<NeuronSpot> neuron = Optional.ofNullable(session.selection().neuron().get())
                .filter(spot -> spot.stack() == whose);
        NeuronLookup lookup = new NeuronLookup(exhibit, whose, session.selection().position(whose).get(), neuron);
        if (!lookup.equals(lookedUp)) {
            lookedUp = lookup;
            looking.start(progress -> lookup.find(), neurons::set);
        }
    }

    /** Chooses a place: a factor is pinned or let go, all else is chosen everywhere. */
    void choose(Spot spot) {
        if (spot instanceof FactorSpot factor) {
            pinned.set(pinned.get() == factor.factor() ? ActivationsPicture.ALL : factor.factor());
        } else {
            session.selection().choose(spot);
        }
    }

    /** Chooses a place twice: a neuron is shown along the text. */
    void chooseTwice(Spot spot) {
        if (spot instanceof NeuronSpot) {
            mode.set(Mode.NEURON);
        }
    }

    /**
     * Looks for a neuron ({@code 3.117}), a position ({@code 12}) or the next token that reads so, and chooses it.
     *
     * @return what is wrong, in words; empty if it was found
     */
    String find(String words) {
        Exhibit exhibit = session.exhibitProperty().get();
        return exhibit == null ? "Nothing was read yet."
                : new NeuronSearch(exhibit, stack(exhibit), session.selection()).find(words.strip());
    }

    Map<String, String> settings() {
        return Map.of("mode", mode.get().name().toLowerCase(Locale.ROOT), "stack", stack.get().toString(), "components",
                Integer.toString(components.get()), "from_layer", Integer.toString(from.get()), "to_layer",
                to.get() == ALL_LAYERS ? "" : Integer.toString(to.get()), "start",
                start.get().name().toLowerCase(Locale.ROOT),
                "seed", Integer.toString(seed.get()));
    }

    void restore(Map<String, String> settings) {
        Settings.word(settings, "mode", List.of(Mode.values())).ifPresent(mode::set);
        Settings.word(settings, "stack", List.of(Stack.ENCODER, Stack.DECODER)).ifPresent(stack::set);
        Settings.word(settings, "start", List.of(StartChoice.values())).ifPresent(start::set);
        Settings.number(settings, "components", 1, MOST_COMPONENTS).ifPresent(components::set);
        Settings.number(settings, "from_layer", 0, ALL_LAYERS - 1).ifPresent(from::set);
        Settings.number(settings, "to_layer", from.get() + 1, ALL_LAYERS).ifPresent(to::set);
        Settings.number(settings, "seed", 0, Integer.MAX_VALUE).ifPresent(seed::set);
    }
}
