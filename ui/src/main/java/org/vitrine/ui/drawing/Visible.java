package org.vitrine.ui.drawing;

/** What of a picture can be seen: nothing outside its edges, nothing without size, nothing as faint as air. */
record Visible(double width, double height) {
    boolean rectangle(Box box, Colour colour) {
        return box.width() > 0 && box.height() > 0 && within(box) && !colour.isInvisible();
    }

    boolean outline(Box box, Colour colour, double thickness) {
        return thickness > 0 && within(box.inset(-thickness / 2)) && !colour.isInvisible();
    }

    boolean line(Line line, Colour colour, double thickness) {
        double left = Math.min(line.x1(), line.x2());
        double top = Math.min(line.y1(), line.y2());
        Box around = new Box(left, top, Math.abs(line.x2() - line.x1()), Math.abs(line.y2() - line.y1()));
        return thickness > 0 && within(around.inset(-thickness / 2)) && !colour.isInvisible();
    }

    boolean text(String text, Box around, Colour colour) {
        return !text.isBlank() && within(around) && !colour.isInvisible();
    }

    /** Whether some of a box lies inside; no box with a number that is none does. */
    private boolean within(Box box) {
        return box.right() > 0 && box.bottom() > 0 && box.x() < width && box.y() < height;
    }
}
