package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Surface;

/**
 * Many rectangles and lines whose strength is their opacity. Faint ones are painted first, so that the strong lie on top;
 * those of one colour follow each other, so that a file need not repeat it. What nobody would see is dropped.
 */
final class Marks {
    /** Less cannot be seen on a screen. */
    static final double FAINTEST = 1 / 255.0;
    /** Opacities are rounded to hundredths. */
    private static final double STEPS = 100;

    private record Mark(Colour colour, BiConsumer<Surface, Colour> painting) {
    }

    private final List<Mark> marks = new ArrayList<>();

    void rectangle(Box box, Colour fill) {
        add(fill, (surface, colour) -> surface.rectangle(box, colour));
    }

    void line(Line line, Colour colour, double width) {
        add(colour, (surface, rounded) -> surface.line(line, rounded, width));
    }

    private void add(Colour colour, BiConsumer<Surface, Colour> painting) {
        if (colour.opacity() >= FAINTEST) {
            double opacity = Math.max(1, Math.rint(Math.min(1, colour.opacity()) * STEPS)) / STEPS;
            marks.add(new Mark(colour.withOpacity(opacity), painting));
        }
    }

    void paint(Surface surface) {
        marks.sort(Comparator.comparingDouble((Mark mark) -> mark.colour.opacity())
                .thenComparingInt(mark -> rgb(mark.colour)));
        marks.forEach(mark -> mark.painting.accept(surface, mark.colour));
    }

    private static int rgb(Colour colour) {
        return colour.red() << 16 | colour.green() << 8 | colour.blue();
    }
}
