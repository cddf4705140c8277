package org.vitrine.ui.desktop.canvas;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;

/**
 * A picture that was painted once and remembers its marks by where they are, so that a part of it can be painted again
 * quickly. Once made it does not change, and may be used in any thread.
 */
final class DisplayList implements Picture {
    private static final double BAND = 128;
    /** What marks may reach beyond their boxes: edges that are snapped to pixels or smoothed. */
    private static final double BLUR = 2;

    private final String title;
    private final double width;
    private final double height;
    private final List<Mark> marks = new ArrayList<>();
    private final Bands bands = new Bands(BAND);
    private final Places places = new Places();

    /** Something that can be seen. */
    private sealed interface Mark {
        /** All that it may cover, but for {@link #BLUR}. */
        Box bounds();

        void paint(Surface surface);
    }

    private record Fill(Box box, Colour colour) implements Mark {
        @Override
        public Box bounds() {
            return box;
        }

        @Override
        public void paint(Surface surface) {
            surface.rectangle(box, colour);
        }
    }

    private record Edge(Box box, Colour colour, double thickness) implements Mark {
        @Override
        public Box bounds() {
            return box.inset(-thickness);
        }

        @Override
        public void paint(Surface surface) {
            surface.outline(box, colour, thickness);
        }
    }

    private record Stroke(Line line, Colour colour, double thickness) implements Mark {
        @Override
        public Box bounds() {
            double left = Math.min(line.x1(), line.x2());
            double top = Math.min(line.y1(), line.y2());
            return new Box(left, top, Math.max(line.x1(), line.x2()) - left, Math.max(line.y1(), line.y2()) - top)
                    .inset(-thickness);
        }

        @Override
        public void paint(Surface surface) {
            surface.line(line, colour, thickness);
        }
    }

    private record Words(String text, double x, double y, TextStyle style) implements Mark {
        /** Letters of some scripts reach far above and below the others. */
        @Override
        public Box bounds() {
            return style.box(text, x, y).inset(-style.size());
        }

        @Override
        public void paint(Surface surface) {
            surface.text(text, x, y, style);
        }
    }

    private DisplayList(Picture picture) {
        this.title = picture.title();
        this.width = picture.width();
        this.height = picture.height();
    }

    /** Paints a picture once. */
    static DisplayList of(Picture picture, Progress progress) {
        DisplayList list = new DisplayList(picture);
        picture.paint(list.new Recorder(Integer.MAX_VALUE, progress));
        return list;
    }

    /** Paints a picture once, if it does not have more marks and places than that. */
    static Optional<DisplayList> ofSmall(Picture picture, int most) {
        DisplayList list = new DisplayList(picture);
        try {
            picture.paint(list.new Recorder(most, Progress.NONE));
        } catch (TooLargeException e) {
            return Optional.empty();
        }
        return Optional.of(list);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    /** Its places. */
    Places places() {
        return places;
    }

    /** The colour on which it is drawn: that of a first rectangle that covers it all. */
    Optional<Colour> ground() {
        return !marks.isEmpty() && marks.getFirst() instanceof Fill(Box box, Colour colour) && box.x() <= 0
                && box.y() <= 0 && box.right() >= width && box.bottom() >= height && colour.opacity() == 1
                        ? Optional.of(colour)
                        : Optional.empty();
    }

    /** How many marks a part of it has. */
    int count(Box part) {
        return numbers(part).cardinality();
    }

    /** All that marks in a part of it may cover there; empty if there are none. */
    Optional<Box> inked(Box part) {
        return numbers(part).stream().mapToObj(i -> marks.get(i).bounds().inset(-BLUR)).reduce(DisplayList::around)
                .map(all -> common(all, part));
    }

    private static Box around(Box one, Box other) {
        double x = Math.min(one.x(), other.x());
        double y = Math.min(one.y(), other.y());
        return new Box(x, y, Math.max(one.right(), other.right()) - x, Math.max(one.bottom(), other.bottom()) - y);
    }

    private static Box common(Box one, Box other) {
        double x = Math.max(one.x(), other.x());
        double y = Math.max(one.y(), other.y());
        return new Box(x, y, Math.max(0, Math.min(one.right(), other.right()) - x),
                Math.max(0, Math.min(one.bottom(), other.bottom()) - y));
    }

    private BitSet numbers(Box part) {
        Box near = part.inset(-BLUR);
        BitSet numbers = bands.between(near.y(), near.bottom());
        for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
            if (!Place.touch(marks.get(i).bounds(), near)) {
                numbers.clear(i);
            }
        }
        return numbers;
    }

    @Override
    public void paint(Surface surface) {
        marks.forEach(mark -> mark.paint(surface));
    }

    /** The same picture, of which only those marks are painted that may be seen in a part of it. */
    Picture part(Box part) {
        return new Part(this, numbers(part));
    }

    private record Part(DisplayList whole, BitSet numbers) implements Picture {
        @Override
        public String title() {
            return whole.title;
        }

        @Override
        public double width() {
            return whole.width;
        }

        @Override
        public double height() {
            return whole.height;
        }

        @Override
        public void paint(Surface surface) {
            numbers.stream().forEach(i -> whole.marks.get(i).paint(surface));
        }
    }

    /** There are more marks than were wanted. */
    private static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("more marks than wanted", null, false, false);
        }
    }

    private final class Recorder implements Surface {
        /** Marks between two questions whether the work is still wanted. */
        private static final int OFTEN = 1024;

        private final int most;
        private final Progress progress;

        Recorder(int most, Progress progress) {
            this.most = most;
            this.progress = progress;
        }

        private void count() {
            int count = marks.size() + places.all().size();
            if (count > most) {
                throw new TooLargeException();
            }
            if (count % OFTEN == OFTEN - 1) {
                progress.at(-1);
            }
        }

        private void add(Mark mark) {
            bands.add(marks.size(), mark.bounds().inset(-BLUR));
            marks.add(mark);
            count();
        }

        @Override
        public void rectangle(Box box, Colour fill) {
            add(new Fill(box, fill));
        }

        @Override
        public void outline(Box box, Colour colour, double thickness) {
            add(new Edge(box, colour, thickness));
        }

        @Override
        public void line(Line line, Colour colour, double thickness) {
            add(new Stroke(line, colour, thickness));
        }

        @Override
        public void text(String text, double x, double y, TextStyle style) {
            add(new Words(text, x, y, style));
        }

        @Override
        public void hint(Box box, String text) {
            places.add(new Place(box, null, text));
            count();
        }

        @Override
        public void spot(Box box, Spot spot) {
            places.add(new Place(box, spot, null));
            count();
        }
    }
}
