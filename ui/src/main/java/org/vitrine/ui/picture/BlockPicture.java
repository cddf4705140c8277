package org.vitrine.ui.picture;

import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.BlockPlan.Place;
import org.vitrine.ui.picture.BlockPlan.Skip;
import org.vitrine.ui.picture.BlockPlan.Wire;
import org.vitrine.ui.picture.spot.LayerSpot;
import org.vitrine.ui.picture.spot.TensorSpot;

/**
 * One layer of a stack as a diagram: the stream runs down on the left, each part reads it, computes beside it, and adds what it
 * found. Every box is a recorded tensor; the current one is filled.
 */
public final class BlockPicture {
    private static final double ROW = 27;
    private static final double BOX = 18;
    private static final double STREAM_WIDTH = 46;
    private static final double COLUMN = 69;
    private static final double COLUMN_GAP = 8;
    private static final double MARGIN = 6;
    private static final double GAP = 28;
    private static final double HEAD_LINE = 18;
    private static final double ARROW = 3.5;
    private static final double QUIET = 0.08;
    private static final double PLUS = 6;

    private final BlockPlan plan;
    private final Trace trace;
    private final TensorName current;
    private final Stack stack;
    private final Theme theme;
    private final Sketch sketch = new Sketch();

    private BlockPicture(Trace trace, Stack stack, BlockPlan plan, TensorName current, Theme theme) {
        this.trace = trace;
        this.stack = stack;
        this.plan = plan;
        this.current = current;
        this.theme = theme;
    }

    /**
     * The diagram of the layer in which a step is.
     *
     * @param current the step; null for none
     * @param layer which layer to show for a step that is in none
     */
    public static Picture of(Trace trace, TensorName current, int layer, Theme theme) {
        Stack last = trace.names().stream().anyMatch(name -> name.stack() == Stack.DECODER) ? Stack.DECODER
                : Stack.ENCODER;
        Stack stack = current == null || current.stack() == Stack.HEAD ? last : current.stack();
        boolean layered = current != null && current.layer() != TensorName.NO_LAYER;
        BlockPlan plan = BlockPlan.of(trace, stack, layered ? current.layer() : layer);
        return new BlockPicture(trace, stack, plan, current, theme).picture();
    }

    private Picture picture() {
        String title = stack + ", layer " + plan.layer() + " of " + plan.layers();
        sketch.text(title, theme.length(MARGIN), theme.small().baseLine(theme.length(HEAD_LINE / 2)),
                theme.text().coloured(theme.ink()));
        frame();
        stream();
        plan.wires().forEach(this::wire);
        pluses();
        plan.places().forEach(this::box);
        plan.skips().forEach(this::skip);
        plan.places().forEach(this::part);
        return sketch.picture(title, theme);
    }

    private double y(double row) {
        return theme.length(HEAD_LINE + MARGIN + row * ROW);
    }

    private Box box(Place place) {
        double x = place.column() == BlockPlan.STREAM ? MARGIN
                : MARGIN + STREAM_WIDTH + GAP + (place.column() - 1) * (COLUMN + COLUMN_GAP);
        double width = place.column() == BlockPlan.STREAM ? STREAM_WIDTH
                : place.span() * COLUMN + (place.span() - 1) * COLUMN_GAP;
        return new Box(theme.length(x), y(place.row()) + theme.length((ROW - BOX) / 2), theme.length(width),
                theme.length(BOX));
    }

    /** Around the layer, which is there several times. */
    private void frame() {
        double width = theme.length(2 * MARGIN + STREAM_WIDTH + GAP + 3 * COLUMN + 2 * COLUMN_GAP);
        Box frame = new Box(0, y(plan.firstRow()), width, y(plan.endRow()) - y(plan.firstRow()));
        sketch.rectangle(frame, theme.faint().withOpacity(QUIET));
        sketch.outline(frame, theme.faint().withOpacity(0.5), theme.length(0.75));
        TextStyle small = theme.small().aligned(Align.RIGHT);
        sketch.text("layer " + plan.layer(), frame.right() - theme.length(MARGIN),
                small.baseLine(frame.bottom() - theme.length(ROW / 2)), small);
    }

    private void stream() {
        double x = centre();
        Box top = plan.places().values().stream().filter(place -> place.column() == BlockPlan.STREAM).findFirst()
                .map(this::box).orElse(new Box(x, y(0), 0, 0));
        double end = plan.places().values().stream().filter(place -> place.column() == BlockPlan.STREAM)
                .mapToDouble(place -> box(place).bottom()).max().orElse(0);
        double read = plan.wires().stream().filter(wire -> wire.from().column() == BlockPlan.STREAM)
                .mapToDouble(wire -> gap(wire.to())).max().orElse(0);
        sketch.line(new Line(x, top.y(), x, Math.max(end, read)), theme.ink().withOpacity(0.55), theme.length(2.5));
    }

    private double centre() {
        return theme.length(MARGIN + STREAM_WIDTH / 2);
    }

    /** Where wires run that come from above: between a row and the one before it. */
    private double gap(Place place) {
        return y(place.row());
    }

    private void wire(Wire wire) {
        Box to = box(wire.to());
        if (wire.to().column() == BlockPlan.STREAM) {
            intoStream(wire, to);
            return;
        }
        if (wire.from().row() == wire.to().row() && wire.from().column() != BlockPlan.STREAM) {
            Box from = box(wire.from());
            strokes(from.right(), from.centreY(), to.x(), from.centreY());
            arrow(to.x(), to.centreY(), 1, 0);
            return;
        }
        if (wire.to().row() > wire.from().row() && isOut(wire)) {
            Box from = box(wire.from());
            strokes(from.centreX(), from.bottom(), from.centreX(), to.centreY(), to.right(), to.centreY());
            arrow(to.right(), to.centreY(), -1, 0);
            return;
        }
        double start = wire.from().column() == BlockPlan.STREAM ? centre() : box(wire.from()).centreX();
        double from = wire.from().column() == BlockPlan.STREAM ? gap(wire.to()) : box(wire.from()).bottom();
        boolean straight = wire.from().span() > 1;
        double x = straight ? to.centreX() : start;
        strokes(x, from, x, gap(wire.to()), to.centreX(), gap(wire.to()), to.centreX(), to.y());
        arrow(to.centreX(), to.y(), 0, 1);
    }

    /** What a part writes comes from the right, not from above. */
    private boolean isOut(Wire wire) {
        return plan.places().entrySet().stream()
                .anyMatch(entry -> entry.getKey().site() == Site.OUT && entry.getValue().equals(wire.to()));
    }

    private void intoStream(Wire wire, Box to) {
        Box from = box(wire.from());
        boolean boxed = plan.places().containsValue(wire.to());
        double end = boxed ? to.right() : centre() + theme.length(PLUS);
        if (wire.from().row() == wire.to().row()) {
            strokes(from.x(), from.centreY(), end, from.centreY());
        } else {
            strokes(from.centreX(), from.bottom(), from.centreX(), to.centreY(), end, to.centreY());
        }
        arrow(end, to.centreY(), -1, 0);
    }

    private void strokes(double... places) {
        for (int i = 2; i < places.length; i += 2) {
            Line line = new Line(places[i - 2], places[i - 1], places[i], places[i + 1]);
            if (line.x1() != line.x2() || line.y1() != line.y2()) {
                sketch.line(line, theme.faint(), theme.length(1));
            }
        }
    }

    /** A head whose point is there, looking that way. */
    private void arrow(double x, double y, int right, int down) {
        double size = theme.length(ARROW);
        for (int side = -1; side <= 1; side += 2) {
            sketch.line(new Line(x, y, x - right * size + side * down * size, y - down * size + side * right * size),
                    theme.faint(), theme.length(1));
        }
    }

    /** Where a sum has no box of its own, a sign on the stream. */
    private void pluses() {
        plan.wires().stream().map(Wire::to)
                .filter(to -> to.column() == BlockPlan.STREAM && !plan.places().containsValue(to)).distinct()
                .forEach(to -> {
                    double size = theme.length(PLUS);
                    Box sign = new Box(centre() - size, box(to).centreY() - size, 2 * size, 2 * size);
                    sketch.rectangle(sign, theme.ground());
                    sketch.outline(sign, theme.ink().withOpacity(0.55), theme.length(1.5));
                    Box plus = sign.inset(size / 2);
                    sketch.line(new Line(plus.x(), plus.centreY(), plus.right(), plus.centreY()), theme.ink(),
                            theme.length(1.2));
                    sketch.line(new Line(plus.centreX(), plus.y(), plus.centreX(), plus.bottom()), theme.ink(),
                            theme.length(1.2));
                    sketch.hint(sign, "what the part writes is added to the stream");
                });
    }

    private void box(TensorName name, Place place) {
        Box box = box(place);
        boolean lit = name.equals(current);
        Colour fill = lit ? theme.positive() : theme.ground();
        sketch.rectangle(box, fill);
        sketch.outline(box, lit ? theme.positive() : theme.faint(), theme.length(1));
        String label = label(name, place);
        TextStyle style = theme.small().aligned(Align.CENTRE).coloured(lit ? theme.inkOn(fill) : theme.ink());
        sketch.text(label, box.centreX(), style.baseLine(box.centreY()), style);
        sketch.hint(box,
                name + trace.find(name).map(tensor -> " " + tensor.shape()).orElse("") + "\n" + name.site().formula());
        sketch.spot(box, new TensorSpot(name));
    }

    private String label(TensorName name, Place place) {
        boolean across = stack == Stack.DECODER && name.stack() == Stack.ENCODER;
        boolean last = name.part() == Part.FINAL && place.column() > BlockPlan.STREAM;
        return across ? "encoder's resid" : last ? "final" : name.site().toString();
    }

    /** Beside the stream after a part: whose work it was. */
    private void part(TensorName name, Place place) {
        boolean free = plan.wires().stream().noneMatch(wire -> wire.to().equals(place));
        if (name.site() == Site.RESID && place.column() == BlockPlan.STREAM && free) {
            TextStyle style = theme.small();
            sketch.text(name.part().toString(), theme.length(MARGIN + STREAM_WIDTH + 8),
                    style.baseLine(box(place).centreY()), style);
        }
    }

    private void skip(Skip skip) {
        String words = skip.from() == skip.to() ? "layer " + skip.from() : "layers " + skip.from() + "–" + skip.to();
        TextStyle style = theme.small();
        double x = theme.length(MARGIN + STREAM_WIDTH + GAP);
        Box room = new Box(centre() - theme.length(STREAM_WIDTH / 2), y(skip.row()), x + style.width(words)
                - theme.length(MARGIN), theme.length(ROW));
        sketch.rectangle(new Box(centre() - theme.length(2), room.y() + theme.length(3), theme.length(4),
                room.height() - theme.length(6)), theme.ground());
        for (int i = 1; i <= 3; i++) {
            double dot = theme.length(3);
            sketch.rectangle(new Box(centre() - dot / 2, room.y() + room.height() * i / 4 - dot / 2, dot, dot),
                    theme.ink().withOpacity(0.55));
        }
        sketch.text(words, x, style.baseLine(room.centreY()), style);
        sketch.hint(room, "to layer " + skip.nearest());
        sketch.spot(room, new LayerSpot(skip.nearest()));
    }
}
