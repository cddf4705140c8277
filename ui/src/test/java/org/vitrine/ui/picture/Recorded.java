package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;

/** What a picture draws, and where. */
record Recorded(Picture picture, List<Rectangle> rectangles, List<Rectangle> outlines, List<Stroke> lines,
        List<Words> words, List<String> hints, List<Spot> spots) implements Surface {
    record Rectangle(Box box, Colour colour) {
    }

    record Stroke(Line line, Colour colour, double width) {
    }

    record Words(String text, Box box, TextStyle style) {
    }

    static Recorded of(Picture picture) {
        Recorded recorded = new Recorded(picture, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        picture.paint(recorded);
        return recorded;
    }

    @Override
    public void rectangle(Box box, Colour fill) {
        rectangles.add(new Rectangle(box, fill));
    }

    @Override
    public void outline(Box box, Colour colour, double width) {
        outlines.add(new Rectangle(box.inset(-width / 2), colour));
    }

    @Override
    public void line(Line line, Colour colour, double width) {
        lines.add(new Stroke(line, colour, width));
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        words.add(new Words(text, style.box(text, x, y), style));
    }

    @Override
    public void hint(Box box, String text) {
        hints.add(text);
    }

    @Override
    public void spot(Box box, Spot spot) {
        spots.add(spot);
    }

    List<String> texts() {
        return words.stream().map(Words::text).toList();
    }

    /** Nothing reaches beyond the picture, and no two texts lie upon each other. */
    void assertInOrder() {
        Box all = new Box(0, 0, picture.width(), picture.height());
        List<Box> boxes = new ArrayList<>();
        rectangles.forEach(each -> boxes.add(each.box()));
        outlines.forEach(each -> boxes.add(each.box()));
        words.forEach(each -> boxes.add(each.box()));
        lines.stream().map(Stroke::line)
                .forEach(line -> boxes.add(new Box(Math.min(line.x1(), line.x2()), Math.min(line.y1(), line.y2()),
                        Math.abs(line.x2() - line.x1()), Math.abs(line.y2() - line.y1()))));
        for (Box box : boxes) {
            assertThat(box.x() >= all.x() && box.y() >= all.y() && box.right() <= all.right() + 1e-6
                    && box.bottom() <= all.bottom() + 1e-6).as("%s in %s", box, all).isTrue();
        }
        for (int i = 0; i < words.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(overlap(words.get(i).box(), words.get(j).box())).as("%s and %s", words.get(i), words.get(j))
                        .isFalse();
            }
        }
    }

    static boolean overlap(Box a, Box b) {
        return a.x() < b.right() - 1e-6 && b.x() < a.right() - 1e-6 && a.y() < b.bottom() - 1e-6
                && b.y() < a.bottom() - 1e-6;
    }
}
