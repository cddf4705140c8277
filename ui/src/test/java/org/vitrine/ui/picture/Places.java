package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.ColourGrid;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;

/** What the places of a picture stand for, and how many marks it takes to draw it. */
final class Places implements Surface {
    private final Map<Spot, Box> spots = new LinkedHashMap<>();
    private final Map<Box, Colour> filled = new LinkedHashMap<>();
    private final List<ColourGrid> grids = new ArrayList<>();
    private int marks;

    static Places of(Picture picture) {
        Places places = new Places();
        picture.paint(places);
        return places;
    }

    /** What the places of one kind stand for, in the order in which they were drawn. */
    <S extends Spot> List<S> spots(Class<S> kind) {
        return spots.keySet().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Box box(Spot spot) {
        return spots.get(spot);
    }

    List<Box> filled(Colour colour) {
        return filled.entrySet().stream().filter(entry -> entry.getValue().equals(colour)).map(Map.Entry::getKey)
                .toList();
    }

    List<ColourGrid> grids() {
        return grids;
    }

    /** All that is drawn, hints and spots included. */
    int marks() {
        return marks;
    }

    @Override
    public void rectangle(Box box, Colour fill) {
        marks++;
        filled.put(box, fill);
    }

    @Override
    public void outline(Box box, Colour colour, double width) {
        marks++;
    }

    @Override
    public void line(Line line, Colour colour, double width) {
        marks++;
    }

    @Override
    public void text(String text, double x, double y, TextStyle style) {
        marks++;
    }

    @Override
    public void grid(Box box, ColourGrid grid) {
        marks++;
        grids.add(grid);
    }

    @Override
    public void hint(Box box, String text) {
        marks++;
    }

    @Override
    public void spot(Box box, Spot spot) {
        marks++;
        spots.put(spot, box);
    }
}
