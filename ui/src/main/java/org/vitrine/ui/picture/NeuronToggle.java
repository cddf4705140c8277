package org.vitrine.ui.picture;

import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Theme;

/** A small plus or minus before a token: its arithmetic can be opened or closed. */
record NeuronToggle(Theme theme) {
    private static final double SIDE = 14;
    private static final double ARM = 3.5;

    /** The room that it takes before the tokens. */
    double width() {
        return theme.length(SIDE + 4);
    }

    /**
     * Draws one in the first column, whose tokens begin beyond it.
     *
     * @param token where the token is
     * @param plus whether the arithmetic is to be opened
     */
    void paint(Sketch sketch, Box token, boolean plus) {
        double side = Math.min(theme.length(SIDE), token.height());
        Box box = new Box(0, token.centreY() - side / 2, side, side);
        double arm = side / SIDE * ARM;
        sketch.outline(box.inset(side / SIDE), theme.ink(), side / SIDE);
        sketch.line(new Line(box.centreX() - arm, box.centreY(), box.centreX() + arm, box.centreY()), theme.ink(),
                1.5 * side / SIDE);
        if (plus) {
            sketch.line(new Line(box.centreX(), box.centreY() - arm, box.centreX(), box.centreY() + arm), theme.ink(),
                    1.5 * side / SIDE);
        }
    }

    /** Where one is or would be, stands for something. */
    void spot(Sketch sketch, Box token, Spot spot) {
        Box box = new Box(0, token.y(), width(), token.height());
        sketch.reserve(box);
        sketch.spot(box, spot);
    }
}
