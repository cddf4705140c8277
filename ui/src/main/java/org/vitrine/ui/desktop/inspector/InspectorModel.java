package org.vitrine.ui.desktop.inspector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.state.Settings;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.picture.spot.CellSpot;

/**
 * What the inspector shows: the session's chosen tensor, which slice of it, and how. A model without widgets. Numbers are looked
 * at in the background, and only while somebody sees them.
 */
public final class InspectorModel {
    private static final String HEADS = "H";

    private final Session session;
    private final Slot slot;
    private final IntegerProperty axis = new SimpleIntegerProperty(this, "axis");
    private final IntegerProperty place = new SimpleIntegerProperty(this, "place");
    private final ObjectProperty<Scale> scale = new SimpleObjectProperty<>(this, "scale", Scale.TENSOR);
    private final ObjectProperty<Compared> compared = new SimpleObjectProperty<>(this, "compared", Compared.DIFFERENCE);
    private final BooleanProperty numbers = new SimpleBooleanProperty(this, "numbers");
    private final IntegerProperty firstRow = new SimpleIntegerProperty(this, "firstRow");
    private final IntegerProperty firstColumn = new SimpleIntegerProperty(this, "firstColumn");
    private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic", true);
    private final ReadOnlyObjectWrapper<Inspected> inspected = new ReadOnlyObjectWrapper<>(this, "inspected");
    private volatile Inspected.Whole last;
    private boolean visible;
    private boolean outdated = true;

    /** An inspector of a session; shows nothing until it is {@linkplain #setVisible seen}. */
    public InspectorModel(Session session) {
        this.session = session;
        this.slot = session.desk().slot();
        Selection selection = session.selection();
        selection.tensor().subscribe((was, is) -> {
            firstRow.set(0);
            firstColumn.set(0);
        });
        for (ObservableValue<?> part : List.of(session.exhibitProperty(), selection.tensor(), selection.head(), axis,
                place,
                scale,
                compared)) {
            part.subscribe((was, is) -> changed());
        }
        selection.cell().subscribe(this::follow);
        numbers.subscribe((was, is) -> bringIntoView(selection.cell().get()));
    }

    private void changed() {
        outdated = true;
        update();
    }

    /** Whether anybody sees it: only then need it be up to date. */
    public void setVisible(boolean nowVisible) {
        visible = nowVisible;
        update();
    }

    private void update() {
        Exhibit exhibit = session.exhibitProperty().get();
        if (!visible || !outdated || exhibit == null) {
            return;
        }
        Selection selection = session.selection();
        Optional<TensorName> name = Optional.ofNullable(selection.tensor().get())
                .filter(wanted -> exhibit.trace().find(wanted).isPresent());
        if (name.isEmpty()) {
            first(exhibit).ifPresent(selection.tensor()::set); // comes back here
            return;
        }
        outdated = false;
        int cut = axis.get();
        int index = isHead(name.get(), cut) ? Math.max(0, selection.head().get()) : place.get();
        Scale scaled = scale.get();
        Compared comparing = compared.get();
        slot.start(progress -> {
            Inspected.Whole whole = last;
            if (whole == null || !whole.isOf(exhibit, name.get(), comparing)) {
                whole = Inspected.Whole.of(exhibit, name.get(), comparing);
                last = whole;
            }
            progress.at(Slot.UNKNOWN);
            return Inspected.of(whole, cut, index, scaled);
        }, this::show);
    }

    /** A slice that brings the chosen number with it shows it, wherever the window of numbers was. */
    private void show(Inspected made) {
        CellSpot cell = session.selection().cell().get();
        Inspected old = inspected.get();
        boolean seen = cell == null || old != null && !old.map().find(cell).isEmpty();
        inspected.set(made);
        if (!seen) {
            bringIntoView(cell);
        }
    }

    /** Where nothing was chosen: where tokens look in the chosen layer, for that has something to see. */
    private Optional<TensorName> first(Exhibit exhibit) {
        AttentionKind kind = session.selection().attention().get();
        List<TensorName> names = exhibit.trace().names();
        return Optional.ofNullable(kind)
                .map(known -> known.name(Math.max(0, session.selection().layer().get()), Site.PATTERN))
                .filter(names::contains).or(() -> names.stream().findFirst());
    }

    private static boolean isHead(TensorName name, int cut) {
        List<String> axes = name.axes();
        return axes.size() == 3 && HEADS.equals(axes.get(Math.clamp(cut, 0, 2)));
    }

    /** A number was chosen: the slice goes where it is. */
    private void follow(CellSpot cell) {
        if (cell != null && cell.index().size() == 3 && cell.name().equals(session.selection().tensor().get())) {
            setIndex(cell.index().get(Math.clamp(axis.get(), 0, 2)));
        }
        bringIntoView(cell);
    }

    /** The window of written numbers goes where a number is. */
    private void bringIntoView(CellSpot cell) {
        Inspected shown = inspected.get();
        List<Integer> found = shown == null || cell == null ? List.of() : shown.map().find(cell);
        if (numbers.get() && !found.isEmpty()) {
            firstRow.set(Math.max(0, found.get(0) - 4));
            firstColumn.set(Math.max(0, found.get(1) - 3));
        }
    }

    /** What is to be seen; null before anything was looked at. */
    public ReadOnlyObjectProperty<Inspected> inspectedProperty() {
        return inspected.getReadOnlyProperty();
    }

    /** Whether a tensor is being looked at. */
    public Slot working() {
        return slot;
    }

    /** The axis that is cut of a tensor with three, outermost 0. */
    public IntegerProperty axisProperty() {
        return axis;
    }

    /** Cuts the axis at a place; where it counts heads, that head is chosen everywhere. */
    public void setIndex(int index) {
        TensorName name = session.selection().tensor().get();
        if (name != null && isHead(name, axis.get())) {
            session.selection().head().set(index);
        } else {
            place.set(index);
        }
    }

    /** What counts as strong. */
    public ObjectProperty<Scale> scaleProperty() {
        return scale;
    }

    /** What of an intervention is shown. */
    public ObjectProperty<Compared> comparedProperty() {
        return compared;
    }

    /** Whether a window of written numbers is shown instead of the whole slice. */
    public BooleanProperty numbersProperty() {
        return numbers;
    }

    /** The row where that window begins. */
    public IntegerProperty firstRowProperty() {
        return firstRow;
    }

    /** The column where that window begins. */
    public IntegerProperty firstColumnProperty() {
        return firstColumn;
    }

    /** Whether the histogram's bars are logarithms. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** How it stands, to be found so again. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("axis", Integer.toString(axis.get()));
        settings.put("scale", word(scale.get()));
        settings.put("compared", word(compared.get()));
        settings.put("numbers", Boolean.toString(numbers.get()));
        settings.put("logarithmic", Boolean.toString(logarithmic.get()));
        return settings;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** Stands as the settings say; what is missing or makes no sense is left as it is. */
    public void restore(Map<String, String> settings) {
        Settings.number(settings, "axis", 0, 2).ifPresent(axis::set);
        Settings.word(settings, "scale", List.of(Scale.values())).ifPresent(scale::set);
        Settings.word(settings, "compared", List.of(Compared.values())).ifPresent(compared::set);
        Settings.flag(settings, "numbers").ifPresent(numbers::set);
        Settings.flag(settings, "logarithmic").ifPresent(logarithmic::set);
    }
}
