package org.vitrine.ui.desktop.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.vitrine.ui.desktop.canvas.Tiles.Painted;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.PixelArea;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Theme;

/**
 * The window onto a picture: its tiles, the overlay and the outlines. Pictures of few marks are painted at once, others in the
 * background, and the one before stays until all that is seen of the new one is there.
 */
final class Viewport extends Region {
    /** What is painted in less than a frame. */
    static final int FEW_MARKS = 4000;
    private static final double FADED = 0.2;
    private static final double CHOSEN = 2;
    private static final double POINTED = 1;
    /** How many tiles are painted ahead of the next look at what is needed. */
    private static final int AT_ONCE = 4;

    private final Scrolling scrolling;
    private final Slot preparing;
    private final Slot filling;
    private final Desk desk;
    private final Runnable replaced;
    private final Group ground = new Group();
    private final Map<PixelArea, ImageView> nodes = new HashMap<>();
    private final OverlayImage above = new OverlayImage();
    private final Outlines chosenOutlines = new Outlines(CHOSEN);
    private final Outlines pointedOutline = new Outlines(POINTED);
    private Tiles tiles;
    private DisplayList overlay;
    private boolean faded;
    private Collection<Spot> chosen = List.of();
    private Place pointed;

    /**
     * Shows nothing yet.
     *
     * @param replaced what to do when another picture is on show
     */
    Viewport(Desk desk, Scrolling scrolling, Runnable replaced) {
        this.desk = desk;
        this.scrolling = scrolling;
        this.preparing = desk.slot();
        this.filling = desk.slot();
        this.replaced = replaced;
        setManaged(false);
        ground.setManaged(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().addAll(ground, above.node(), chosenOutlines.node(), pointedOutline.node());
    }

    /** What is on show; null for nothing. */
    DisplayList shown() {
        return tiles == null ? null : tiles.list();
    }

    /** What is on show above it; null for nothing. */
    DisplayList overlay() {
        return overlay;
    }

    /** What the tiles take that are kept. */
    long bytes() {
        return tiles.bytes();
    }

    /** Shows a picture, now or as soon as it is ready; null for none. */
    void show(Picture picture) {
        preparing.cancel();
        if (picture == null) {
            replace(null);
            return;
        }
        try {
            DisplayList.ofSmall(picture, FEW_MARKS).ifPresentOrElse(list -> replace(new Tiles(list, scale())),
                    () -> prepare(picture));
        } catch (RuntimeException e) {
            replace(null);
            desk.failed(e);
        }
    }

    private void prepare(Picture picture) {
        double scale = scale();
        Box seen = seen();
        preparing.start(progress -> {
            Tiles next = new Tiles(DisplayList.of(picture, progress), scale);
            return new Prepared(next, paint(next, next.missing(within(next, seen)), progress));
        }, this::ready);
    }

    private record Prepared(Tiles tiles, List<Painted> painted) {
    }

    private static List<Painted> paint(Tiles tiles, List<PixelArea> areas, Progress progress) {
        List<Painted> painted = new ArrayList<>();
        for (PixelArea area : areas) {
            progress.at((double) painted.size() / areas.size());
            painted.add(tiles.paint(area));
        }
        return painted;
    }

    /** Shows tiles, unless meanwhile others are seen, which are made first. */
    private void ready(Prepared prepared) {
        Tiles next = prepared.tiles;
        prepared.painted.forEach(next::add);
        List<PixelArea> missing = next.missing(within(next, seen()));
        if (next.marks(missing) > FEW_MARKS) {
            preparing.start(progress -> new Prepared(next, paint(next, missing, progress)), this::ready);
        } else {
            replace(next);
        }
    }

    private void replace(Tiles next) {
        filling.cancel();
        boolean other = next == null || tiles == null || next.list() != tiles.list();
        tiles = next;
        ground.getChildren().clear();
        nodes.clear();
        setBackground(next == null ? null : next.list().ground().map(Viewport::fill).orElse(null));
        requestLayout();
        if (other) {
            replaced.run();
        }
    }

    private static Background fill(Colour colour) {
        return Background.fill(Color.rgb(colour.red(), colour.green(), colour.blue()));
    }

    /** Shows something above the picture; null for nothing. */
    void show(DisplayList newOverlay) {
        overlay = newOverlay;
        requestLayout();
    }

    /** Whether the picture stands back. */
    void fade(boolean fading) {
        faded = fading;
        nodes.values().forEach(node -> node.setOpacity(fading ? FADED : 1));
    }

    /** Outlines what stands for one of these. */
    void choose(Collection<Spot> spots) {
        chosen = spots;
        requestLayout();
    }

    /** Outlines a place, with a thinner line; null for none. */
    void point(Place place) {
        pointed = place;
        requestLayout();
    }

    /** Pixels a point. */
    private double scale() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : Math.max(1, Math.max(window.getRenderScaleX(), window.getRenderScaleY()));
    }

    /** What of the picture is seen, beginning at a whole pixel, so that nothing is blurred. */
    Box seen() {
        double scale = scale();
        return new Box(Math.rint(scrolling.x() * scale) / scale, Math.rint(scrolling.y() * scale) / scale, getWidth(),
                getHeight());
    }

    /** The same size at the same place, or as near as another picture allows. */
    private static Box within(Tiles tiles, Box seen) {
        return new Box(Math.max(0, Math.min(seen.x(), tiles.list().width() - seen.width())),
                Math.max(0, Math.min(seen.y(), tiles.list().height() - seen.height())), seen.width(), seen.height());
    }

    @Override
    protected void layoutChildren() {
        Box seen = seen();
        ground.setLayoutX(-seen.x());
        ground.setLayoutY(-seen.y());
        if (tiles != null) {
            if (tiles.scale() != scale() && !preparing.busyProperty().get()) {
                rescale(seen);
            }
            fill(seen);
        }
        drawOverlay(seen);
        drawOutlines(seen);
    }

    /** The window came to another screen. */
    private void rescale(Box seen) {
        Tiles next = new Tiles(tiles.list(), scale());
        preparing.start(progress -> new Prepared(next, paint(next, next.missing(seen), progress)), this::ready);
    }

    private void fill(Box seen) {
        List<PixelArea> missing = tiles.missing(seen);
        if (tiles.marks(missing) <= FEW_MARKS) {
            missing.forEach(area -> tiles.add(tiles.paint(area)));
            tiles.trim(seen);
            missing = List.of();
        }
        List<PixelArea> wanted = tiles.over(seen);
        nodes.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            return gone && ground.getChildren().remove(entry.getValue());
        });
        for (PixelArea area : wanted) {
            tiles.image(area).ifPresent(image -> nodes.computeIfAbsent(area, tile -> node(tile, image)));
        }
        if (!filling.busyProperty().get()) {
            fillAhead(missing.isEmpty() ? tiles.ahead(seen) : missing);
        }
    }

    private ImageView node(PixelArea area, Image image) {
        ImageView node = new ImageView(image);
        Box box = area.box();
        node.setSmooth(false);
        node.setFitWidth(box.width());
        node.setFitHeight(box.height());
        node.relocate(box.x(), box.y());
        node.setOpacity(faded ? FADED : 1);
        ground.getChildren().add(node);
        return node;
    }

    private void fillAhead(List<PixelArea> areas) {
        Tiles filled = tiles;
        List<PixelArea> first = areas.stream().limit(AT_ONCE).toList();
        if (!first.isEmpty()) {
            filling.start(progress -> paint(filled, first, progress), painted -> {
                painted.forEach(filled::add);
                filled.trim(seen());
                requestLayout();
            });
        }
    }

    private void drawOverlay(Box seen) {
        if (overlay == null) {
            above.clear();
            return;
        }
        double scale = scale();
        int x = (int) Math.rint(seen.x() * scale);
        int y = (int) Math.rint(seen.y() * scale);
        PixelArea whole = PixelArea.whole(overlay, scale);
        above.paint(overlay, new PixelArea(x, y, Math.min((int) Math.ceil(seen.width() * scale), whole.width() - x),
                Math.min((int) Math.ceil(seen.height() * scale), whole.height() - y), scale));
    }

    private void drawOutlines(Box seen) {
        List<Box> boxes = new ArrayList<>();
        if (tiles != null) {
            chosen.forEach(spot -> tiles.list().places().of(spot).forEach(place -> boxes.add(place.box())));
        }
        Colour ink = ink();
        chosenOutlines.draw(inView(boxes, seen), ink);
        pointedOutline.draw(inView(pointed == null ? List.of() : List.of(pointed.box()), seen), ink);
    }

    private static List<Box> inView(List<Box> boxes, Box seen) {
        return boxes.stream().filter(box -> Place.touch(box.inset(-CHOSEN), seen))
                .map(box -> new Box(box.x() - seen.x(), box.y() - seen.y(), box.width(), box.height())).toList();
    }

    /** The ink of the theme in which the picture was drawn. */
    private Colour ink() {
        Colour behind = tiles == null ? Theme.LIGHT.ground() : tiles.list().ground().orElse(Theme.LIGHT.ground());
        Colour dark = Theme.LIGHT.ink();
        Colour light = Theme.DARK.ink();
        return behind.contrast(dark) >= behind.contrast(light) ? dark : light;
    }
}
