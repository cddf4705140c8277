package org.vitrine.ui.desktop.canvas;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeType;
import javafx.scene.shape.VLineTo;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;

/** Boxes that are outlined, just outside of their edges. */
final class Outlines {
    private final Path path = new Path();
    private List<Box> drawn = List.of();

    /** @param thickness in points */
    Outlines(double thickness) {
        path.setManaged(false);
        path.setMouseTransparent(true);
        path.setFill(null);
        path.setStrokeWidth(thickness);
        path.setStrokeType(StrokeType.CENTERED);
    }

    Path node() {
        return path;
    }

    /** Outlines these and no others. */
    void draw(Collection<Box> boxes, Colour ink) {
        path.setStroke(Color.rgb(ink.red(), ink.green(), ink.blue()));
        List<Box> wanted = List.copyOf(new LinkedHashSet<>(boxes));
        if (!wanted.equals(drawn)) {
            drawn = wanted;
            path.getElements().clear();
            wanted.forEach(this::add);
        }
    }

    private void add(Box box) {
        Box around = box.inset(-path.getStrokeWidth() / 2);
        path.getElements().addAll(new MoveTo(around.x(), around.y()), new HLineTo(around.right()),
                new VLineTo(around.bottom()), new HLineTo(around.x()), new ClosePath());
    }
}
