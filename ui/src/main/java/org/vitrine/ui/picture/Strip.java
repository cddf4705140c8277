package org.vitrine.ui.picture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.ScaleLegend;
import org.vitrine.ui.drawing.ScaleLegend.Tick;
import org.vitrine.ui.drawing.Theme;

/**
 * A vector as a strip of small rectangles: blue above 0, orange below, the opacity tanh(|x| / softness), as BertViz has it
 * with a softness of 4.
 *
 * @param number the width of one number, in points
 * @param height of the strip, in points
 * @param softness the size of a number that is well seen but not yet strong
 */
record Strip(double number, double height, double softness, Theme theme) {
    /** BertViz' softness of q, k and their product. */
    static final double USUAL = 4;

    /** Letters for which there is room at every fourth of a scale. */
    private static final int LONGEST_TICK = 7;

    /** About half the greatest of some numbers, a round one, so that the greatest is strong and a tenth of it still seen. */
    static double softness(Tensor numbers) {
        double greatest = 0;
        for (float value : numbers.data()) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        if (greatest == 0) {
            return 1;
        }
        double ten = Math.pow(10, Math.floor(Math.log10(greatest / 2)));
        double digit = greatest / 2 / ten;
        return ten * (digit < 2 ? 1 : digit < 4 ? 2 : 4);
    }

    private Colour colour(double value) {
        return (value < 0 ? theme.negative() : theme.positive()).withOpacity(Math.tanh(Math.abs(value) / softness));
    }

    /** Draws a vector, in the middle of a height. */
    void draw(Marks marks, Tensor values, double x, double centreY) {
        for (int i = 0; i < values.size(); i++) {
            marks.rectangle(cell(i, x, centreY), colour(values.data()[i]));
        }
    }

    /** Where one number of a vector is. */
    Box cell(int i, double x, double centreY) {
        return new Box(x + i * number, centreY - height / 2, number, height);
    }

    /** The scale from clearly negative to clearly positive. */
    ScaleLegend legend(String title) {
        boolean room = tick(-1).label().length() <= LONGEST_TICK;
        return new ScaleLegend(title,
                room ? List.of(tick(-2), tick(-1), tick(0), tick(1), tick(2)) : List.of(tick(-2), tick(0), tick(2)),
                share -> colour((4 * share - 2) * softness));
    }

    /** The softness so many times, which has a single digit that is not 0. */
    private Tick tick(int times) {
        BigDecimal value = new BigDecimal(Math.abs(times) * softness).round(new MathContext(1));
        String label = value.signum() == 0 ? "0" : value.toPlainString();
        return new Tick((times + 2) / 4.0, times < 0 ? "−" + label : label);
    }
}
