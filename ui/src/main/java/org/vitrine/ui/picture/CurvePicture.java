package org.vitrine.ui.picture;

import org.vitrine.explain.arithmetic.Arithmetic;
import org.vitrine.explain.arithmetic.Derivation;
import org.vitrine.explain.arithmetic.Digits;
import org.vitrine.transformer.layer.Activation;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;

/** The curve of an activation function, with the place of one number on it. */
public final class CurvePicture {
    private static final double WIDTH = 220;
    private static final double HEIGHT = 90;
    private static final double POINT = 8;
    private static final int PIECES = 96;
    /** The curve is shown at least so far to both sides of 0. */
    private static final float REACH = 4;
    private static final float BEYOND = 1.15f;

    private final Activation function;
    private final float x;
    private final Theme theme;
    private final float reach;
    private final Box plot;
    private float low;
    private float high;

    private CurvePicture(Activation function, float x, Theme theme) {
        this.function = function;
        this.x = x;
        this.theme = theme;
        this.reach = Math.max(REACH, Math.abs(x) * BEYOND);
        this.plot = new Box(0, theme.small().size(), theme.length(WIDTH), theme.length(HEIGHT));
        for (int i = 0; i <= PIECES; i++) {
            low = Math.min(low, y(at(i)));
            high = Math.max(high, y(at(i)));
        }
    }

    /** A picture of its own; the derivation must have a curve. */
    public static Picture of(Derivation derivation, Theme theme) {
        return sketch(derivation, theme).picture("the curve of " + derivation.curve().orElseThrow(), theme);
    }

    static Sketch sketch(Derivation derivation, Theme theme) {
        double x = derivation.steps().stream().filter(step -> step.name().equals("x")).findFirst().orElseThrow()
                .value();
        return new CurvePicture(derivation.curve().orElseThrow(), (float) x, theme).sketch();
    }

    private float at(int i) {
        return reach * (2f * i / PIECES - 1);
    }

    private float y(float input) {
        return Arithmetic.curve(function, input);
    }

    private Sketch sketch() {
        Sketch sketch = new Sketch();
        TextStyle small = theme.small();
        sketch.line(new Line(plot.x(), down(0), plot.right(), down(0)), theme.faint(), theme.length(0.5));
        sketch.line(new Line(across(0), plot.y(), across(0), plot.bottom()), theme.faint(), theme.length(0.5));
        for (int i = 1; i <= PIECES; i++) {
            sketch.line(new Line(across(at(i - 1)), down(y(at(i - 1))), across(at(i)), down(y(at(i)))), theme.ink(),
                    theme.length(1.5));
        }
        if (Float.isFinite(x)) {
            mark(sketch);
        }
        double foot = plot.bottom() + 1.3 * small.size();
        sketch.text(Digits.four(-reach), plot.x(), foot, small);
        sketch.text(function + "(x)", plot.centreX(), foot, small.aligned(Align.CENTRE));
        sketch.text(Digits.four(reach), plot.right(), foot, small.aligned(Align.RIGHT));
        return sketch;
    }

    /** The number's own place, and the way to both axes. */
    private void mark(Sketch sketch) {
        double left = across(x);
        double top = down(y(x));
        var colour = y(x) < 0 ? theme.negative() : theme.positive();
        sketch.line(new Line(left, down(0), left, top), colour, theme.length(1));
        sketch.line(new Line(across(0), top, left, top), colour, theme.length(1));
        double side = theme.length(POINT);
        Box point = new Box(left - side / 2, top - side / 2, side, side);
        sketch.rectangle(point, colour);
        sketch.hint(point, function + "(" + Digits.all(x) + ") = " + Digits.all(y(x)));
    }

    private double across(float input) {
        return plot.x() + plot.width() * (input + reach) / (2 * reach);
    }

    private double down(float output) {
        return plot.bottom() - plot.height() * (output - low) / Math.max(1e-6f, high - low);
    }
}
