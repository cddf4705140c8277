package org.vitrine.ui.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A surface that remembers what was drawn and how far it reaches, so that a picture can be put together from parts whose
 * sizes show only when they are drawn.
 */
public final class Sketch implements Surface {
    private static final double MARGIN = 16;

    private final List<Consumer<Surface>> marks = new ArrayList<>();
    private double right;
    private double bottom;

    /** An empty one. */
    public Sketch() {
    }

    /** How far to the right something was drawn, in points. */
    public double right() {
        return right;
    }

    /** How far down something was drawn, in points. */
    public double bottom() {
        return bottom;
    }

    /** Reaches at least as far as a box, even where nothing is drawn. */
    public void reserve(Box box) {
        right = Math.max(right, box.right());
        bottom = Math.max(bottom, box.bottom());
    }

    @Override
    public void rectangle(Box box, Colour fill) {
        reserve(box);
        marks.add(surface -> surface.rectangle(box, fill));
    }

    @Override
    public void outline(Box box, Colour colour, double width) {
        reserve(box.inset(-width / 2));
        marks.add(surface -> surface.outline(box, colour, width));
    }

    @Override
    public void line(Line line, Colour colour, double width) {
        reserve(new Box(Math.max(line.x1(), line.x2()), Math.max(line.y1(), line.y2()), 0, 0).inset(-width / 2));
        marks.add(surface -> surface.line(line, colour, width));
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        if (!text.isEmpty()) {
            reserve(style.box(text, x, y));
            marks.add(surface -> surface.text(text, x, y, style));
        }
    }

    @Override
    public void grid(Box box, ColourGrid grid) {
        reserve(box);
        marks.add(surface -> surface.grid(box, grid));
    }

    @Override
    public void hint(Box box, String text) {
        marks.add(surface -> surface.hint(box, text));
    }

    @Override
    public void spot(Box box, Spot spot) {
        marks.add(surface -> surface.spot(box, spot));
    }

    /** Puts a part below all that is there, so far apart; an empty part leaves no gap. */
    public void below(double gap, Sketch part) {
        if (!part.marks.isEmpty()) {
            at(0, bottom > 0 ? bottom + gap : 0, part);
        }
    }

    /** Puts a part to the right of all that is there, so far apart, with its upper edge at a height. */
    public void beside(double gap, double y, Sketch part) {
        at(right > 0 ? right + gap : 0, y, part);
    }

    private void at(double x, double y, Sketch part) {
        reserve(new Box(x, y, part.right, part.bottom));
        marks.add(surface -> {
            Surface moved = new Moved(surface, x, y);
            part.marks.forEach(mark -> mark.accept(moved));
        });
    }

    /** All that was drawn, as a picture with a margin. */
    public Picture picture(String title, Theme theme) {
        Picture marked = overlay(title, theme);
        Box all = new Box(0, 0, marked.width(), marked.height());
        return new Sketched(title, all, surface -> {
            surface.rectangle(all, theme.ground());
            marked.paint(surface);
        });
    }

    /** The same without a ground, to be laid over another picture that was sketched. */
    public Picture overlay(String title, Theme theme) {
        double margin = theme.length(MARGIN);
        return new Sketched(title, new Box(0, 0, right + 2 * margin, bottom + 2 * margin), surface -> {
            Surface moved = new Moved(surface, margin, margin);
            marks.forEach(mark -> mark.accept(moved));
        });
    }

    /** How wide the things in a picture that was sketched can be without making it wider, in points. */
    public static double room(Picture picture, Theme theme) {
        return picture.width() - 2 * theme.length(MARGIN);
    }

    /** A picture that was sketched, and all that was drawn here below it, so far apart; the title is that picture's. */
    public Picture under(Picture picture, double gap, Theme theme) {
        double margin = theme.length(MARGIN);
        double top = picture.height() - margin + gap;
        Box all = new Box(0, 0, Math.max(picture.width(), right + 2 * margin), top + bottom + margin);
        return new Sketched(picture.title(), all, surface -> {
            surface.rectangle(all, theme.ground());
            picture.paint(surface);
            Surface moved = new Moved(surface, margin, top);
            marks.forEach(mark -> mark.accept(moved));
        });
    }

    /** A picture that is ready. */
    private record Sketched(String title, Box size, Consumer<Surface> painter) implements Picture {
        @Override
        public double width() {
            return size.width();
        }

        @Override
        public double height() {
            return size.height();
        }

        @Override
        public void paint(Surface surface) {
            painter.accept(surface);
        }
    }

    /** A surface whose origin lies elsewhere on another one. */
    private record Moved(Surface surface, double dx, double dy) implements Surface {
        @Override
        public void rectangle(Box box, Colour fill) {
            surface.rectangle(moved(box), fill);
        }

        @Override
        public void outline(Box box, Colour colour, double width) {
            surface.outline(moved(box), colour, width);
        }

        @Override
        public void line(Line line, Colour colour, double width) {
            surface.line(new Line(line.x1() + dx, line.y1() + dy, line.x2() + dx, line.y2() + dy), colour, width);
        }

        @Override
        public void text(String text, double x, double y, TextStyle style) {
            surface.text(text, x + dx, y + dy, style);
        }

        @Override
        public void grid(Box box, ColourGrid grid) {
            surface.grid(moved(box), grid);
        }

        @Override
        public void hint(Box box, String text) {
            surface.hint(moved(box), text);
        }

        @Override
        public void spot(Box box, Spot spot) {
            surface.spot(moved(box), spot);
        }

        private Box moved(Box box) {
            return new Box(box.x() + dx, box.y() + dy, box.width(), box.height());
        }
    }
}
