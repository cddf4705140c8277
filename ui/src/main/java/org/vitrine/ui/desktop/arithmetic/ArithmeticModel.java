package org.vitrine.ui.desktop.arithmetic;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.vitrine.explain.arithmetic.Arithmetic;
import org.vitrine.explain.arithmetic.Derivation;
import org.vitrine.explain.arithmetic.Digits;
import org.vitrine.explain.arithmetic.Input;
import org.vitrine.explain.arithmetic.Operation;
import org.vitrine.explain.arithmetic.Term;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.picture.PlaceTag;
import org.vitrine.ui.picture.spot.CellSpot;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Percent;

/** What is shown of the arithmetic behind the chosen number, and how one walks from number to number. Without widgets. */
public final class ArithmeticModel {
    /** How many terms the sentence is about. */
    static final int FIRST = 10;
    private static final String NOT_READ = "Nothing was read yet. Type a text and run the model.";

    private final Session session;
    private final ReadOnlyObjectWrapper<Derivation> derivation = new ReadOnlyObjectWrapper<>(this, "derivation");
    private final BooleanProperty largestFirst = new SimpleBooleanProperty(this, "largestFirst", true);
    private final StringProperty error = new SimpleStringProperty(this, "error", "");
    private final Walk walk = new Walk();
    private Arithmetic arithmetic;
    private CellSpot shown;
    private final ReadOnlyStringWrapper absence = new ReadOnlyStringWrapper(this, "absence", "");

    /** Follows the session's number. */
    ArithmeticModel(Session session) {
        this.session = session;
    }

    /** Begins to follow. */
    void follow() {
        session.exhibitProperty().subscribe(exhibit -> {
            arithmetic = exhibit == null ? null
                    : exhibit.model().arithmetic(exhibit.trace(), exhibit.reading().input());
            walk.clear();
            shown = null;
            choose(session.selection().cell().get());
        });
        session.selection().cell().subscribe((before, now) -> choose(now));
    }

    /** How the chosen number came about; null if there is none. */
    public ReadOnlyObjectProperty<Derivation> derivationProperty() {
        return derivation.getReadOnlyProperty();
    }

    /** Whether the terms are sorted by size, or stand in the order in which the model adds them. */
    public BooleanProperty largestFirstProperty() {
        return largestFirst;
    }

    /** What is wrong with what was typed, in plain words; empty if nothing. */
    public StringProperty errorProperty() {
        return error;
    }

    /** Why there is nothing to show, in a sentence; of no meaning while something is shown. */
    public ReadOnlyStringProperty absenceProperty() {
        return absence.getReadOnlyProperty();
    }

    private void choose(CellSpot cell) {
        error.set("");
        if (cell != null && !cell.equals(shown)) {
            walk.visit(cell, isInput(cell));
        }
        show(cell);
    }

    private boolean isInput(CellSpot cell) {
        Derivation now = derivation.get();
        return now != null && shown != null && now.inputs().stream().map(ArithmeticModel::spot).anyMatch(cell::equals);
    }

    private void show(CellSpot cell) {
        shown = cell;
        Derivation made = null;
        if (arithmetic == null) {
            absence.set(NOT_READ);
        } else if (cell == null) {
            absence.set("Click a number in any view, or type its name: its equation appears here, term by term.");
        } else {
            try {
                made = arithmetic.derive(cell.name(), cell.index());
            } catch (IllegalArgumentException e) {
                absence.set("There is no " + cell + " here: " + e.getMessage() + ".");
            }
        }
        derivation.set(made);
    }

    /** Goes to a number that somebody typed; says in {@link #errorProperty} if there is none. */
    public boolean go(String text) {
        Exhibit exhibit = session.exhibitProperty().get();
        if (exhibit == null) {
            error.set(NOT_READ);
            return false;
        }
        try {
            CellSpot cell = NumberName.parse(text, exhibit.trace());
            arithmetic.derive(cell.name(), cell.index()); // says what is wrong before anybody goes there
            go(cell);
            return true;
        } catch (IllegalArgumentException e) {
            error.set(Chip.line(e.getMessage()));
            return false;
        }
    }

    /** Goes to a number, in all views. */
    public void go(CellSpot cell) {
        session.selection().choose(cell);
    }

    /** Whether there is a number before this one. */
    public boolean canGoBack() {
        return walk.canGoBack();
    }

    /** Whether one went back from a number after this one. */
    public boolean canGoForward() {
        return walk.canGoForward();
    }

    /** Goes to the number before, if there is one. */
    public void back() {
        if (canGoBack()) {
            revisit(walk.back());
        }
    }

    /** Goes to the number after, if there is one. */
    public void forward() {
        if (canGoForward()) {
            revisit(walk.forward());
        }
    }

    /** The way from the number at which somebody began, input by input, to this one. */
    public List<CellSpot> path() {
        return walk.path();
    }

    /** Goes back to a place of the {@link #path}. */
    public void returnTo(int place) {
        revisit(walk.returnTo(place));
    }

    /** The walk is there already: only the others have to follow. */
    private void revisit(CellSpot cell) {
        shown = cell;
        if (cell.equals(session.selection().cell().get())) {
            show(cell);
        } else {
            go(cell);
        }
    }

    /** The terms in the order asked for. */
    List<TermRow> rows() {
        Derivation now = derivation.get();
        return now == null ? List.of() : TermRow.of(now.terms(), now.largestFirst(), largestFirst.get());
    }

    /** What the places of the number stand for. */
    List<PlaceTag> tags() {
        Derivation now = derivation.get();
        return now == null ? List.of() : tags(now.number());
    }

    private List<PlaceTag> tags(Input.Recorded number) {
        return PlaceTag.of(session.exhibitProperty().get().reading(), number.name(), number.index());
    }

    /** Which token a term is about, where each term is another token's: {@code 3 ·sat}; else empty. */
    String token(Term term) {
        Operation operation = derivation.get().operation();
        if (operation != Operation.SOFTMAX && operation != Operation.MIX
                || !(term.factors().getFirst() instanceof Input.Recorded weight)) {
            return "";
        }
        return weight.index().getLast() + " " + tags(weight).getLast().token().map(Chip::of).orElse("");
    }

    /** How much the largest terms make of the sum. */
    String sentence() {
        Derivation now = derivation.get();
        int count = now.terms().size();
        String total = Digits.four(now.total());
        if (count <= FIRST) {
            return (count == 1 ? "One term: " : "The " + count + " terms add up to ") + total + ", the "
                    + now.operation().total() + ".";
        }
        double first = now.largestFirst().stream().limit(FIRST).mapToDouble(Term::product).sum();
        double share = first / now.total();
        String part = share > 0 && share <= 1 ? Percent.of(share) + " of " + total : "all to " + total;
        return "The " + FIRST + " largest of " + count + " terms add up to " + Digits.four(first) + ", " + part
                + ", the "
                + now.operation().total() + ".";
    }

    /** What a term adds, for the head of its column. */
    String product() {
        Derivation now = derivation.get();
        return switch (now == null ? Operation.LINEAR : now.operation()) {
            case SOFTMAX -> "exp(score - max)";
            case LAYER_NORM -> "(x - mean)² / d";
            case ACTIVATION, ADD, TABLE_ROW -> "adds";
            case LINEAR, SCORES, MIX, POOL -> "product";
        };
    }

    /** What an intervention did to this number, or what it was without; empty if there was none. */
    String intervention() {
        Derivation now = derivation.get();
        String note = now.intervened() ? "Somebody intervened here: recorded is " + Digits.all(now.value())
                + ", but the equation gives " + Digits.all(now.recomputed()) + ". " : "";
        return note + without().map(before -> "Shown is the state after the intervention; without it, this number was "
                + Digits.all(before) + " (" + Digits.four(now.value() - (double) before) + " since then).").orElse("");
    }

    private Optional<Float> without() {
        TensorName name = derivation.get().number().name();
        int[] index = derivation.get().number().index().stream().mapToInt(Integer::intValue).toArray();
        return session.exhibitProperty().get().before().flatMap(trace -> trace.find(name)).map(t -> t.at(index));
    }

    /** The place in pictures that stands for a number. */
    static CellSpot spot(Input.Recorded number) {
        return new CellSpot(number.name(), number.index());
    }
}
