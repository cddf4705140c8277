package org.vitrine.ui.desktop.canvas;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Spot;

/**
 * Shows a picture that may be larger than the window: it can be scrolled, tells the numbers behind the place that is pointed at,
 * and lets people choose what its places stand for, with the mouse and with keys.
 *
 * <p>Arrow keys, Home and End lead from place to place, page keys turn pages, with the control key arrows scroll; Enter chooses,
 * Escape points at nothing. A picture of many marks is painted in the background and takes the place of the one before when it
 * is ready; {@link #reveal} and what is pointed at are about what is on show.
 */
public final class PictureView extends Region {
    private final ObjectProperty<Picture> picture = new SimpleObjectProperty<>(this, "picture");
    private final ObjectProperty<Picture> overlay = new SimpleObjectProperty<>(this, "overlay");
    private final BooleanProperty faded = new SimpleBooleanProperty(this, "faded");
    private final ObservableSet<Spot> chosen = FXCollections.observableSet();
    private final Scrolling scrolling = new Scrolling();
    private final HintLayer hints = new HintLayer();
    private final Region ring = new Region();
    private final Viewport viewport;
    private final Pointing pointing;
    private final EventHandler<KeyEvent> escape = this::dismiss;
    private Consumer<Spot> onChoose = spot -> {
    };
    private Consumer<Spot> onChooseTwice = spot -> {
    };

    /** An empty view; large pictures are painted at that desk. */
    public PictureView(Desk desk) {
        viewport = new Viewport(Objects.requireNonNull(desk, "desk"), scrolling, this::replaced);
        pointing = new Pointing(this, viewport, scrolling, hints);
        ring.getStyleClass().add("ring");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        getStyleClass().add("picture-view");
        getChildren().addAll(viewport, scrolling.across(), scrolling.down(), ring, hints);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture.subscribe(shown -> viewport.show(shown));
        overlay.subscribe(shown -> {
            viewport.show(shown == null ? null : DisplayList.of(shown, Progress.NONE));
            pointing.update();
        });
        faded.subscribe(viewport::fade);
        chosen.addListener((SetChangeListener<Spot>) change -> viewport.choose(List.copyOf(chosen)));
        scrolling.subscribe(() -> {
            viewport.requestLayout();
            pointing.update();
        });
        pointing.saidProperty().subscribe(this::describe);
        sceneProperty().subscribe((before, now) -> listen(before, now));
        sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::renderScaleXProperty)
                .subscribe(scale -> viewport.requestLayout());
        handleMouse();
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void handleMouse() {
        viewport.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointing.mouseAt(event.getX(), event.getY()));
        viewport.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> pointing.mouseAt(event.getX(), event.getY()));
        viewport.addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointing.mouseLeft());
        viewport.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        viewport.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
    }

    /** What is shown; null for nothing. */
    public ObjectProperty<Picture> pictureProperty() {
        return picture;
    }

    /** A small picture above the other, as large as it, its ground seen through; null for none. */
    public ObjectProperty<Picture> overlayProperty() {
        return overlay;
    }

    /** Whether the picture stands back behind the one above it. */
    public BooleanProperty fadedProperty() {
        return faded;
    }

    /** Whatever of the picture stands for one of these is outlined. */
    public ObservableSet<Spot> chosen() {
        return chosen;
    }

    /** What is pointed at, with the mouse or with keys; null for nothing. */
    public ReadOnlyObjectProperty<Spot> pointedProperty() {
        return pointing.pointedProperty();
    }

    /** What to do when a place is chosen: a click, or Enter. */
    public void setOnChoose(Consumer<Spot> action) {
        onChoose = action;
    }

    /** What to do when a place is chosen twice: a double click, or Shift+Enter. The single click comes before it. */
    public void setOnChooseTwice(Consumer<Spot> action) {
        onChooseTwice = action;
    }

    /** What the places of the picture on show stand for, in the order in which they were drawn. */
    public List<Spot> spots() {
        return viewport.shown() == null
                ? List.of()
                : viewport.shown().places().all().stream().map(Place::spot).filter(Objects::nonNull).distinct()
                        .toList();
    }

    /**
     * Where a place is that stands for something, in this node's coordinates, as far as it can be seen; scrolls there. Where
     * several do, that is the first of which anything can be seen, else the first.
     */
    public Optional<Bounds> reveal(Spot spot) {
        layout();
        List<Place> places = viewport.shown() == null ? List.of() : viewport.shown().places().of(spot);
        return places.stream().min(Comparator.comparing(place -> !Place.touch(place.box(), viewport.seen())))
                .map(place -> reveal(place.box()));
    }

    private Bounds reveal(Box box) {
        scrolling.reveal(box);
        Box seen = viewport.seen();
        double x = box.x() - seen.x();
        double y = box.y() - seen.y();
        if (seen.width() <= 0 || seen.height() <= 0) {
            return new BoundingBox(x, y, box.width(), box.height());
        }
        double left = Math.clamp(x, 0, seen.width());
        double top = Math.clamp(y, 0, seen.height());
        return new BoundingBox(left, top, Math.min(x + box.width(), seen.width()) - left,
                Math.min(y + box.height(), seen.height()) - top);
    }

    /** Another picture is on show. */
    private void replaced() {
        requestLayout();
        fit();
        pointing.update();
        describe();
    }

    /** What a screen reader says. */
    private void describe() {
        String title = viewport.shown() == null ? "" : viewport.shown().title();
        String said = pointing.saidProperty().get();
        setAccessibleText(said == null ? title : title + "\n" + said);
    }

    private void click(MouseEvent event) {
        Spot spot = pointedProperty().get();
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && spot != null) {
            (event.getClickCount() == 2 ? onChooseTwice : onChoose).accept(spot);
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            return; // larger or smaller letters, say
        }
        boolean sideways = event.isShiftDown() && event.getDeltaX() == 0;
        if (scrolling.by(sideways ? -event.getDeltaY() : -event.getDeltaX(), sideways ? 0 : -event.getDeltaY())) {
            event.consume();
        }
    }

    private void press(KeyEvent event) {
        Spot spot = pointedProperty().get();
        if (event.getCode() == KeyCode.ENTER && spot != null && !event.isShortcutDown() && !event.isAltDown()) {
            onChoose.accept(spot);
            if (event.isShiftDown()) {
                onChooseTwice.accept(spot);
            }
            event.consume();
        } else
            if (event.getCode() == KeyCode.ESCAPE ? pointing.clear()
                    : new Keys(viewport, scrolling, pointing).pressed(event)) {
                        event.consume();
                    }
    }

    /** A hint that is in the way goes, wherever the focus is. */
    private void dismiss(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && hints.isShowing() && !isFocused()) {
            pointing.dismiss();
        }
    }

    private void listen(Scene before, Scene now) {
        if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
        if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
    }

    @Override
    public String getUserAgentStylesheet() {
        return PictureView.class.getResource("canvas.css").toExternalForm();
    }

    @Override
    protected double computePrefWidth(double height) {
        return viewport.shown() == null ? 0 : viewport.shown().width();
    }

    @Override
    protected double computePrefHeight(double width) {
        return viewport.shown() == null ? 0 : viewport.shown().height();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        fit();
        viewport.requestLayout();
        ring.resizeRelocate(0, 0, getWidth(), getHeight());
        hints.resizeRelocate(0, 0, scrolling.width(), scrolling.height());
    }

    private void fit() {
        DisplayList shown = viewport.shown();
        scrolling.fit(getWidth(), getHeight(), shown == null ? 0 : shown.width(), shown == null ? 0 : shown.height());
        viewport.resizeRelocate(0, 0, scrolling.width(), scrolling.height());
    }
}
