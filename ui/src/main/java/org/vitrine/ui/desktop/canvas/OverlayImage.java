package org.vitrine.ui.desktop.canvas;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.PixelArea;
import org.vitrine.ui.drawing.Pictures;

/** The part of an overlay that is seen, painted anew each time: an overlay is small, and follows the mouse. */
final class OverlayImage {
    private final ImageView node = new ImageView();
    private BufferedImage pixels;
    private PixelBuffer<IntBuffer> buffer;
    /** What of the image is not empty; null for nothing. */
    private Rectangle2D inked;

    /** Empty. */
    OverlayImage() {
        node.setManaged(false);
        node.setMouseTransparent(true);
        node.setSmooth(false);
        node.setVisible(false);
    }

    ImageView node() {
        return node;
    }

    /** Shows nothing, and needs no memory. */
    void clear() {
        node.setVisible(false);
        node.setImage(null);
        pixels = null;
        buffer = null;
        inked = null;
    }

    /**
     * Shows a part of an overlay.
     *
     * @param area the part
     */
    void paint(DisplayList overlay, PixelArea area) {
        if (area.width() < 1 || area.height() < 1) {
            clear();
            return;
        }
        if (pixels == null || pixels.getWidth() != area.width() || pixels.getHeight() != area.height()) {
            create(area);
        }
        Rectangle2D before = inked;
        inked = overlay.inked(area.box()).flatMap(box -> within(box, area)).orElse(null);
        buffer.updateBuffer(same -> {
            erase(before);
            Pictures.paint(overlay.part(area.box()), area, pixels);
            return around(before, inked);
        });
        show(area.scale());
    }

    /** Only what is inked, so that no more of the window need be drawn. */
    private void show(double scale) {
        node.setVisible(inked != null);
        if (inked != null) {
            node.setViewport(inked);
            node.setFitWidth(inked.getWidth() / scale);
            node.setFitHeight(inked.getHeight() / scale);
            node.setX(inked.getMinX() / scale);
            node.setY(inked.getMinY() / scale);
        }
    }

    private void create(PixelArea area) {
        pixels = new BufferedImage(area.width(), area.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        buffer = new PixelBuffer<>(area.width(), area.height(), IntBuffer.wrap(argb()),
                PixelFormat.getIntArgbPreInstance());
        node.setImage(new WritableImage(buffer));
        inked = null;
    }

    private int[] argb() {
        return ((DataBufferInt) pixels.getRaster().getDataBuffer()).getData();
    }

    private void erase(Rectangle2D part) {
        if (part != null) {
            int[] argb = argb();
            for (int y = (int) part.getMinY(); y < part.getMaxY(); y++) {
                int row = y * pixels.getWidth();
                Arrays.fill(argb, row + (int) part.getMinX(), row + (int) part.getMaxX(), 0);
            }
        }
    }

    /** In whole pixels of the image. */
    private static Optional<Rectangle2D> within(Box box, PixelArea area) {
        double left = Math.clamp(Math.floor(box.x() * area.scale()) - area.x(), 0, area.width());
        double top = Math.clamp(Math.floor(box.y() * area.scale()) - area.y(), 0, area.height());
        double right = Math.clamp(Math.ceil(box.right() * area.scale()) - area.x(), left, area.width());
        double bottom = Math.clamp(Math.ceil(box.bottom() * area.scale()) - area.y(), top, area.height());
        return right > left && bottom > top
                ? Optional.of(new Rectangle2D(left, top, right - left, bottom - top))
                : Optional.empty();
    }

    private static Rectangle2D around(Rectangle2D one, Rectangle2D other) {
        if (one == null || other == null) {
            return one == null && other == null ? Rectangle2D.EMPTY : one == null ? other : one;
        }
        double x = Math.min(one.getMinX(), other.getMinX());
        double y = Math.min(one.getMinY(), other.getMinY());
        return new Rectangle2D(x, y, Math.max(one.getMaxX(), other.getMaxX()) - x,
                Math.max(one.getMaxY(), other.getMaxY()) - y);
    }
}
