package org.vitrine.ui.desktop.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.whatif.Change;
import org.vitrine.explain.whatif.HeadChange;
import org.vitrine.explain.whatif.Intervention;
import org.vitrine.explain.whatif.NeuronChange;
import org.vitrine.explain.whatif.Patch;
import org.vitrine.explain.whatif.StreamChange;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.WhatIf;
import org.vitrine.ui.picture.spot.NeuronSpot;

/**
 * An intervention that is being filled in: what, where and how. It follows the selection, so that what was chosen in a view need
 * not be said again. A model without widgets.
 */
final class WhatIfForm {
    private static final int ALL = Intervention.ALL;

    private final Session session;
    private final WhatIf whatIf;
    private final ObjectProperty<What> what = new SimpleObjectProperty<>(this, "what", What.HEAD);
    private final ObjectProperty<AttentionKind> attention = new SimpleObjectProperty<>(this, "attention");
    private final ObjectProperty<Stack> stack = new SimpleObjectProperty<>(this, "stack");
    private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer");
    private final IntegerProperty head = new SimpleIntegerProperty(this, "head");
    private final StringProperty neuron = new SimpleStringProperty(this, "neuron", "0");
    private final ObjectProperty<TensorName> tensor = new SimpleObjectProperty<>(this, "tensor");
    private final IntegerProperty position = new SimpleIntegerProperty(this, "position", ALL);
    private final ObjectProperty<How> how = new SimpleObjectProperty<>(this, "how", How.ZERO);
    private final StringProperty factor = new SimpleStringProperty(this, "factor", "0.5");
    private final StringProperty error = new SimpleStringProperty(this, "error", "");
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean settling;

    /** A form for a session's interventions. */
    WhatIfForm(Session session, WhatIf whatIf) {
        this.session = session;
        this.whatIf = whatIf;
        Selection selection = session.selection();
        selection.attention().subscribe(this::follow);
        selection.layer().subscribe(now -> layer.set(now.intValue()));
        selection.head().subscribe(now -> followHead(now.intValue()));
        selection.neuron().subscribe(this::follow);
        selection.tensor().subscribe(this::follow);
        for (Stack each : List.of(Stack.ENCODER, Stack.DECODER)) {
            selection.position(each).subscribe((before, now) -> followPosition(each, now.intValue()));
        }
        what.subscribe((before, now) -> begin(now));
        session.readProperty().subscribe(now -> settle());
        for (ObservableValue<?> part : List.of(what, attention, stack, layer, head, tensor, position, how)) {
            part.subscribe((was, is) -> settle());
        }
    }

    public ObjectProperty<What> whatProperty() {
        return what;
    }

    /** Whose head. */
    public ObjectProperty<AttentionKind> attentionProperty() {
        return attention;
    }

    /** Where the neuron or the stream is. */
    public ObjectProperty<Stack> stackProperty() {
        return stack;
    }

    /** The layer; −1 for the stream after the embeddings. */
    public IntegerProperty layerProperty() {
        return layer;
    }

    /** The head, of a patch also {@link Intervention#ALL}. */
    public IntegerProperty headProperty() {
        return head;
    }

    /** The neuron as it was typed. */
    public StringProperty neuronProperty() {
        return neuron;
    }

    /** What a patch replaces. */
    public ObjectProperty<TensorName> tensorProperty() {
        return tensor;
    }

    /** The position or {@link Intervention#ALL}. */
    public IntegerProperty positionProperty() {
        return position;
    }

    public ObjectProperty<How> howProperty() {
        return how;
    }

    /** The factor as it was typed. */
    public StringProperty factorProperty() {
        return factor;
    }

    /** What is wrong with what was filled in, in a sentence; empty if nothing is. */
    public StringProperty errorProperty() {
        return error;
    }

    private void follow(AttentionKind kind) {
        if (kind != null) {
            attention.set(kind);
            stack.set(Selection.queries(kind));
        }
    }

    private void followHead(int chosen) {
        if (chosen != Selection.NONE) {
            what.set(What.HEAD);
            head.set(chosen);
        }
    }

    private void follow(NeuronSpot spot) {
        if (spot != null) {
            what.set(What.NEURON);
            stack.set(spot.stack());
            layer.set(spot.layer());
            neuron.set(Integer.toString(spot.neuron()));
        }
    }

    private void follow(TensorName name) {
        if (name != null) {
            what.set(What.PATCH);
            tensor.set(name);
        }
    }

    /** A place that was narrowed down to one token goes where the selection goes. */
    private void followPosition(Stack moved, int chosen) {
        if (chosen != Selection.NONE && position.get() != ALL && moved == places().tokenStack()) {
            position.set(chosen);
        }
    }

    private void begin(What now) {
        layer.set(session.selection().layer().get());
        head.set(now == What.PATCH ? ALL : Math.max(0, session.selection().head().get()));
        int chosen = session.selection().position(places().tokenStack()).get();
        position.set(now != What.STREAM ? ALL : chosen == Selection.NONE ? 0 : chosen);
    }

    /** Moves what the model or the text does not have to the nearest that it has. */
    private void settle() {
        if (settling) {
            return;
        }
        settling = true;
        error.set("");
        if (read() != null) {
            settleWithin();
        }
        settling = false;
        listeners.forEach(Runnable::run);
    }

    private void settleWithin() {
        nearest(attention, places().attentions(), places().attentions().getFirst());
        nearest(stack, places().stacks(), places().stacks().getLast());
        nearest(tensor, places().tensors(), TensorName.of(stack.get(), 0, Part.MLP, Site.RESID));
        nearest(layer, places().layers());
        nearest(head, places().heads());
        nearest(position, places().positions());
    }

    private static <T> void nearest(ObjectProperty<T> chosen, List<T> possible, T usual) {
        if (chosen.get() == null || !possible.contains(chosen.get())) {
            chosen.set(usual);
        }
    }

    private static void nearest(IntegerProperty number, List<Integer> possible) {
        number.set(Math.clamp(number.get(), possible.getFirst(), possible.getLast()));
    }

    private Exhibit read() {
        return session.readProperty().get();
    }

    /** What there is to choose from, as the form is filled in now. */
    Places places() {
        return new Places(read(), what.get(), attention.get(), stack.get(), tensor.get());
    }

    /** Adds what was filled in to the interventions, or says in {@link #errorProperty} why not. */
    public void add() {
        try {
            Intervention made = intervention();
            error.set("");
            whatIf.add(made);
        } catch (IllegalArgumentException e) {
            error.set(sentence(e.getMessage()));
        }
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private Intervention intervention() {
        if (read() == null) {
            throw new IllegalArgumentException("nothing was read yet; run the model first");
        }
        return switch (what.get()) {
            case HEAD -> new HeadChange(attention.get(), layer.get(), head.get(), position.get(), change());
            case NEURON -> new NeuronChange(stack.get(), layer.get(), neuron(), position.get(), change());
            case STREAM -> new StreamChange(stack.get(), layer.get(), position.get(), change());
            case PATCH -> patch();
        };
    }

    private Patch patch() {
        String from = whatIf.sourceProperty().get();
        if (from.isBlank()) {
            throw new IllegalArgumentException("type the second text, from which the numbers are to be taken");
        }
        return new Patch(tensor.get(), head.get(), position.get(), from);
    }

    private Change change() {
        return switch (how.get()) {
            case ZERO -> new Change.Zero();
            case MEAN -> new Change.Mean();
            case SCALE -> new Change.Scale(number(factor.get()));
        };
    }

    private static float number(String typed) {
        try {
            return Float.parseFloat(typed.strip().replace(',', '.').replace('−', '-'));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the factor is a number such as 0.5, −1 or 2, not “" + typed + "”", e);
        }
    }

    private int neuron() {
        int count = read().trace().get(TensorName.of(stack.get(), layer.get(), Part.MLP, Site.ACT)).dim(1);
        try {
            int number = Integer.parseInt(neuron.get().strip());
            if (number >= 0 && number < count) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with what is possible
        }
        throw new IllegalArgumentException(
                "the neurons of layer " + layer.get() + " are 0 to " + (count - 1) + ", and “"
                        + neuron.get() + "” is none of them");
    }

    /** Runs something whenever the form is to look different. */
    void subscribe(Runnable listener) {
        listeners.add(listener);
    }
}
