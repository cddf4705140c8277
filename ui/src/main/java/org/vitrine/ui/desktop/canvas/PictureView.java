package org.vitrine.ui.desktop.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.geometry.Bounds;
import javafx.geometry.BoundingBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Pictures;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;

/**
 * Shows a picture that may be larger than the window: it can be scrolled, tells the numbers behind the place that is pointed at,
 * and lets people choose what its places stand for, with the mouse and with keys.
 */
public final class PictureView extends Region {
    private final ObjectProperty<Picture> picture = new SimpleObjectProperty<>(this, "picture");
    private final ObjectProperty<Picture> overlay = new SimpleObjectProperty<>(this, "overlay");
    private final BooleanProperty faded = new SimpleBooleanProperty(this, "faded");
    private final ObservableSet<Spot> chosen = FXCollections.observableSet();
    private final ReadOnlyObjectWrapper<Spot> pointed = new ReadOnlyObjectWrapper<>(this, "pointed");
    private final ImageView ground = new ImageView();
    private final ImageView above = new ImageView();
    private final StackPane layers = new StackPane(ground, above);
    private final ScrollPane scroll = new ScrollPane(layers);
    private final List<Place> places = new ArrayList<>();
    private Consumer<Spot> onChoose = spot -> {
    };
    private Consumer<Spot> onChooseTwice = spot -> {
    };

    private record Place(Box box, Spot spot) {
    }

    /** An empty view; large pictures are painted at that desk. */
    public PictureView(Desk desk) {
        Objects.requireNonNull(desk, "desk");
        getChildren().add(scroll);
        picture.subscribe(() -> {
            places.clear();
            ground.setImage(image(picture.get()));
            if (picture.get() != null) {
                picture.get().paint(new Finder());
            }
        });
        overlay.subscribe(() -> above.setImage(image(overlay.get())));
        faded.subscribe(fading -> ground.setOpacity(fading ? 0.2 : 1));
        layers.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointed.set(spotAt(event)));
        layers.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            Spot spot = spotAt(event);
            if (spot != null) {
                (event.getClickCount() == 2 ? onChooseTwice : onChoose).accept(spot);
            }
        });
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
        return pointed.getReadOnlyProperty();
    }

    /** What to do when a place is chosen: a click, or Enter. */
    public void setOnChoose(Consumer<Spot> action) {
        onChoose = action;
    }

    /** What to do when a place is chosen twice: a double click, or Shift+Enter. The single click comes before it. */
    public void setOnChooseTwice(Consumer<Spot> action) {
        onChooseTwice = action;
    }

    /** Where the first place that stands for something is, in this node's coordinates; scrolls there. */
    public Optional<Bounds> reveal(Spot spot) {
        return places.stream().filter(place -> place.spot.equals(spot)).findFirst()
                .map(place -> sceneToLocal(layers.localToScene(new BoundingBox(place.box.x(), place.box.y(),
                        place.box.width(), place.box.height()))));
    }

    private Spot spotAt(MouseEvent event) {
        return places.reversed().stream()
                .filter(place -> place.box.x() <= event.getX() && event.getX() < place.box.right()
                        && place.box.y() <= event.getY() && event.getY() < place.box.bottom())
                .map(Place::spot).findFirst().orElse(null);
    }

    private static WritableImage image(Picture picture) {
        if (picture == null) {
            return null;
        }
        var pixels = Pictures.image(picture, 1);
        WritableImage image = new WritableImage(pixels.getWidth(), pixels.getHeight());
        image.getPixelWriter().setPixels(0, 0, pixels.getWidth(), pixels.getHeight(),
                PixelFormat.getIntArgbInstance(),
                pixels.getRGB(0, 0, pixels.getWidth(), pixels.getHeight(), null, 0, pixels.getWidth()), 0,
                pixels.getWidth());
        return image;
    }

    @Override
    protected void layoutChildren() {
        scroll.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    /** Draws nothing, notes the places. */
    private final class Finder implements Surface {
        @Override
        public void rectangle(Box box, Colour fill) {
        }

        @Override
        public void outline(Box box, Colour colour, double width) {
        }

        @Override
        public void line(Line line, Colour colour, double width) {
        }

        @Override
        public void text(String text, double x, double y, TextStyle style) {
        }

        @Override
        public void spot(Box box, Spot spot) {
            places.add(new Place(box, spot));
        }
    }
}
