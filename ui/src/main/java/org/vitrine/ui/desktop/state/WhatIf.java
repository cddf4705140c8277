package org.vitrine.ui.desktop.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.explain.whatif.Effect;
import org.vitrine.explain.whatif.EffectReader;
import org.vitrine.explain.whatif.Intervention;
import org.vitrine.tokenizer.Token;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;

/**
 * What if a part of the model were missing, weaker, or taken from another text? Interventions, of which each can be switched off,
 * and what the session has on show of them. A model without widgets, to be used in the desk's foreground only; there is one for a
 * session.
 */
public final class WhatIf {
    /** Of how many of the likeliest tokens the effect tells. */
    private static final int TOP = 5;

    private final Session session;
    private final Slot slot;
    private final Slot comparing;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ObservableList<Entry> shownEntries = FXCollections.unmodifiableObservableList(entries);
    private final ObjectProperty<Comparison> comparison = new SimpleObjectProperty<>(this, "comparison",
            Comparison.AFTER);
    private final StringProperty source = new SimpleStringProperty(this, "source", "");
    private final StringProperty watched = new SimpleStringProperty(this, "watched", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyObjectWrapper<Effect> effect = new ReadOnlyObjectWrapper<>(this, "effect");
    private Rerun.Sources sources = Rerun.Sources.NONE;
    private Exhibit read;
    private Trace after;
    private boolean active;
    private boolean switching;

    /** What is on show where something was intervened in. */
    public enum Comparison {
        /** What was read, as if there were no intervention. */
        BEFORE("Before"),
        /** What became of it. */
        AFTER("After"),
        /** The one less the other. */
        DIFFERENCE("Difference");

        private final String word;

        Comparison(String word) {
            this.word = word;
        }

        /** The word on a button. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** An intervention in the list. */
    public final class Entry {
        private final Intervention intervention;
        private final BooleanProperty enabled = new SimpleBooleanProperty(this, "enabled", true);
        private final ReadOnlyStringWrapper objection = new ReadOnlyStringWrapper(this, "objection", "");

        private Entry(Intervention intervention) {
            this.intervention = intervention;
            enabled.subscribe((before, now) -> changed());
        }

        /** What is done. */
        public Intervention intervention() {
            return intervention;
        }

        /** Whether it is done. */
        public BooleanProperty enabledProperty() {
            return enabled;
        }

        /** Why it was switched off, in a sentence; empty if it was not. */
        public ReadOnlyStringProperty objectionProperty() {
            return objection.getReadOnlyProperty();
        }
    }

    /** No interventions yet. */
    public WhatIf(Session session) {
        this.session = session;
        this.slot = session.desk().slot();
        this.comparing = session.desk().slot();
        session.exhibitProperty().subscribe(this::follow);
        comparison.subscribe((before, now) -> show());
        watched.subscribe((before, now) -> compare());
        for (Stack stack : List.of(Stack.ENCODER, Stack.DECODER)) {
            session.selection().position(stack).subscribe((before, now) -> compare());
        }
    }

    /** All interventions, in the order in which they are done; to be changed by {@link #add} and {@link #remove}. */
    public ObservableList<Entry> entries() {
        return shownEntries;
    }

    /** What is on show where something was intervened in. */
    public ObjectProperty<Comparison> comparisonProperty() {
        return comparison;
    }

    /** The text from which the next patch takes its numbers. */
    public StringProperty sourceProperty() {
        return source;
    }

    /** A token of whose fate the effect is to tell, as text with its leading space; empty for none. */
    public StringProperty watchedProperty() {
        return watched;
    }

    /** What could not be done, in plain words; empty if all could. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What the interventions changed; null where none is done. */
    public ReadOnlyObjectProperty<Effect> effectProperty() {
        return effect.getReadOnlyProperty();
    }

    /** The pass with interventions, if one goes on. */
    public Slot running() {
        return slot;
    }

    /** Does something to the model from now on; if it is in the list, it is switched on. */
    public void add(Intervention intervention) {
        Optional<Entry> same = entries.stream().filter(entry -> entry.intervention.equals(intervention)).findFirst();
        if (same.isPresent()) {
            same.get().enabled.set(true);
        } else {
            entries.add(new Entry(intervention));
            changed();
        }
    }

    /** Takes an intervention from the list. */
    public void remove(Entry entry) {
        if (entries.remove(entry)) {
            changed();
        }
    }

    /** Switches all off; they stay in the list. */
    public void switchAllOff() {
        switchOff(entries);
        changed();
    }

    private void switchOff(List<Entry> some) {
        switching = true;
        some.forEach(entry -> entry.enabled.set(false));
        switching = false;
    }

    /** The session has read anew when it has something else on show that was not made here. */
    private void follow(Exhibit exhibit) {
        if (exhibit != read && exhibit == session.readProperty().get()) {
            read = exhibit;
            after = null;
            compare();
            changed();
        }
    }

    private void changed() {
        if (switching || read == null) {
            return;
        }
        List<Intervention> wanted = entries.stream().filter(entry -> entry.enabled.get()).map(Entry::intervention)
                .toList();
        if (wanted.isEmpty()) {
            slot.cancel();
            active = false;
            message.set("");
            arrived(null);
            return;
        }
        if (!active && comparison.get() == Comparison.BEFORE) {
            comparison.set(Comparison.AFTER); // else nothing would seem to happen
        }
        active = true;
        slot.start(new Rerun(read, wanted, sources)::run, this::apply, e -> {
            arrived(null);
            session.desk().failed(e);
        });
    }

    private void apply(Rerun.Outcome outcome) {
        sources = outcome.sources();
        Map<Intervention, String> objections = outcome.objections();
        entries.forEach(entry -> entry.objection.set(objections.getOrDefault(entry.intervention,
                entry.enabled.get() ? "" : entry.objection.get())));
        switchOff(entries.stream().filter(entry -> objections.containsKey(entry.intervention)).toList());
        message.set(outcome.overflow().map(name -> "With these interventions the numbers grow beyond all bounds, from "
                + name + " on, so nothing is shown of them; scale by less.").orElse(told(objections.size())));
        arrived(outcome.after().orElse(null));
    }

    private static String told(int switchedOff) {
        return switch (switchedOff) {
            case 0 -> "";
            case 1 -> "One intervention was switched off: it does not fit this model and text.";
            default -> switchedOff + " interventions were switched off: they do not fit this model and text.";
        };
    }

    private void arrived(Trace trace) {
        after = trace;
        show();
        compare();
    }

    private void show() {
        if (read == null) {
            return;
        }
        Exhibit wanted = after == null ? read : switch (comparison.get()) {
            case BEFORE -> read;
            case AFTER -> read.with(after, Optional.empty());
            case DIFFERENCE -> read.with(after, Optional.of(read.trace()));
        };
        if (!wanted.equals(session.exhibitProperty().get())) {
            session.exhibitProperty().set(wanted);
        }
    }

    private void compare() {
        if (after == null) {
            comparing.cancel();
            effect.set(null);
            return;
        }
        LoadedModel model = read.model();
        Trace before = read.trace();
        Trace now = after;
        int row = row();
        String token = watched.get();
        comparing.start(progress -> new EffectReader(model.tokenizer()::text, TOP).effect(before, now, row,
                ids(model, token)), effect::set);
    }

    /** Where the model predicts: at the token chosen, or else at the usual place. */
    private int row() {
        Passage passage = read.passage();
        Stack stack = read.model().family() == Family.BERT ? Stack.ENCODER : Stack.DECODER;
        int chosen = session.selection().position(stack).get();
        if (chosen != Selection.NONE && chosen < passage.size()) {
            return chosen;
        }
        return passage.predictsNext() ? passage.size() - 1 : passage.masks().stream().findFirst().orElse(0);
    }

    /** The first token of a word, if it has one that the model knows. */
    private static int[] ids(LoadedModel model, String word) {
        List<Token> tokens = word.isEmpty() ? List.of() : model.tokenizer().encode(word).content();
        return tokens.stream().mapToInt(Token::id).filter(id -> id < model.vocabulary()).limit(1).toArray();
    }
}
