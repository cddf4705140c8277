package org.vitrine.ui.desktop.canvas;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.PixelArea;
import org.vitrine.ui.drawing.Pictures;

/** A picture in square images, of which those are kept that were needed last, as many as the memory set aside for them holds. */
final class Tiles {
    /** Pixels a side. */
    static final int SIDE = 512;
    /** What tiles may take together; those that are seen are kept, whatever they take. */
    static final long MOST_BYTES = 64L << 20;

    /** What a whole tile takes. */
    private static final long BYTES = 4L * SIDE * SIDE;

    private final DisplayList list;
    private final double scale;
    private final PixelArea whole;
    private final Map<PixelArea, Image> made = new HashMap<>();

    /** A tile's pixels, which the image shares that is made of them. */
    record Painted(PixelArea area, BufferedImage pixels) {
        /** To be called where the window may be touched. */
        Image image() {
            int[] argb = ((DataBufferInt) pixels.getRaster().getDataBuffer()).getData();
            return new WritableImage(new PixelBuffer<>(area.width(), area.height(), IntBuffer.wrap(argb),
                    PixelFormat.getIntArgbPreInstance()));
        }
    }

    /**
     * No tile yet.
     *
     * @param scale pixels a point
     */
    Tiles(DisplayList list, double scale) {
        this.list = list;
        this.scale = scale;
        this.whole = PixelArea.whole(list, scale);
    }

    DisplayList list() {
        return list;
    }

    double scale() {
        return scale;
    }

    /** The tiles that have something of a part of the picture. */
    List<PixelArea> over(Box part) {
        List<PixelArea> areas = new ArrayList<>();
        int right = (int) Math.clamp(Math.ceil(part.right() * scale), 0, whole.width());
        int bottom = (int) Math.clamp(Math.ceil(part.bottom() * scale), 0, whole.height());
        for (int y = first(part.y()); y < bottom; y += SIDE) {
            for (int x = first(part.x()); x < right; x += SIDE) {
                areas.add(new PixelArea(x, y, Math.min(SIDE, whole.width() - x), Math.min(SIDE, whole.height() - y),
                        scale));
            }
        }
        return areas;
    }

    private int first(double place) {
        return (int) Math.max(0, Math.floor(place * scale / SIDE)) * SIDE;
    }

    /** The tiles over a part that were not made, or not kept. */
    List<PixelArea> missing(Box part) {
        List<PixelArea> areas = over(part);
        areas.removeIf(made::containsKey);
        return areas;
    }

    /** How many marks there are to paint for some tiles. */
    int marks(Collection<PixelArea> areas) {
        return areas.stream().mapToInt(area -> list.count(area.box())).sum();
    }

    /** Paints a tile; may be called in any thread. */
    Painted paint(PixelArea area) {
        BufferedImage pixels = new BufferedImage(area.width(), area.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        Pictures.paint(list.part(area.box()), area, pixels);
        return new Painted(area, pixels);
    }

    /** Keeps a tile. */
    void add(Painted tile) {
        made.put(tile.area(), tile.image());
    }

    /** Drops what lies farthest from what is seen, until the rest fits. */
    void trim(Box seen) {
        List<PixelArea> far = new ArrayList<>(made.keySet());
        far.removeAll(over(seen));
        far.sort(Comparator.comparingDouble(area -> distance(area.box(), seen)));
        while (bytes() > MOST_BYTES && !far.isEmpty()) {
            made.remove(far.removeLast());
        }
    }

    /** Tiles that will be needed soon, the nearest first: of as much again on each side what takes no more than half the memory. */
    List<PixelArea> ahead(Box seen) {
        Box around = new Box(seen.x() - seen.width(), seen.y() - seen.height(), 3 * seen.width(), 3 * seen.height());
        List<PixelArea> near = over(around);
        List<PixelArea> now = over(seen);
        near.removeAll(now);
        long most = Math.max(0, MOST_BYTES / BYTES - now.size()) / 2;
        return near.stream().sorted(Comparator.comparingDouble(area -> distance(area.box(), seen))).limit(most)
                .filter(area -> !made.containsKey(area)).toList();
    }

    private static double distance(Box one, Box other) {
        return Math.hypot(one.centreX() - other.centreX(), one.centreY() - other.centreY());
    }

    /** What they take. */
    long bytes() {
        return made.keySet().stream().mapToLong(area -> 4L * area.width() * area.height()).sum();
    }

    /** The image of a tile, if it was made and kept. */
    Optional<Image> image(PixelArea area) {
        return Optional.ofNullable(made.get(area));
    }
}
