package org.vitrine.ui.picture;

import java.util.stream.Stream;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Key.Row;
import org.vitrine.ui.picture.Key.Sample;
import org.vitrine.ui.terminal.Figure;

/**
 * A vector as a strip of small rectangles: blue above 0, orange below, the opacity tanh(|x| / softness), as BertViz has it
 * with a softness of 4.
 *
 * @param number the width of one number
 * @param height of the strip
 * @param softness the size of a number that is clearly seen but not yet strong
 */
record Strip(double number, double height, double softness, Theme theme) {
    double width(int numbers) {
        return number * numbers;
    }

    Colour colour(double value) {
        return (value < 0 ? theme.negative() : theme.positive()).withOpacity(Math.tanh(Math.abs(value) / softness));
    }

    void draw(Marks marks, float[] values, double x, double y) {
        for (int i = 0; i < values.length; i++) {
            marks.rectangle(new Box(x + i * number, y, number, height), colour(values[i]));
        }
    }

    /** Samples from the strongest negative to the strongest positive. */
    Row row(String title) {
        return new Row(title, Stream.of(-2.0, -1.0, -0.25, 0.0, 0.25, 1.0, 2.0)
                .map(share -> Sample.box(colour(share * softness), Figure.of((float) (share * softness)))).toList());
    }
}
