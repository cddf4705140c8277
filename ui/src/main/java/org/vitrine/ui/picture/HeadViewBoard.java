package org.vitrine.ui.picture;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.HeadViewPicture.Show;
import org.vitrine.ui.picture.ShownLinks.Link;
import org.vitrine.ui.picture.spot.KeySpot;
import org.vitrine.ui.picture.spot.QuerySpot;

/**
 * The head view of a window: with room at both sides for the weights of the token that is pointed at, which are drawn above it
 * while it stands back.
 */
public final class HeadViewBoard {
    private static final double GAP = 8;
    private static final double TITLE = 1.5;

    private final LinkWeights weights;
    private final AttentionMap map;
    private final double threshold;
    private final Theme theme;
    private final HeadViewPicture base;
    private final WeightStripes stripes;
    private final Picture picture;

    /**
     * Draws it.
     *
     * @param threshold what a link must weigh, or have changed, at least, 0 to 1
     */
    public HeadViewBoard(LinkWeights weights, double threshold, Theme theme) {
        this.weights = weights;
        this.map = weights.map();
        this.threshold = threshold;
        this.theme = theme;
        WeightStripes.Form form = WeightStripes.Form.beside(map);
        TokenColumns columns = new TokenColumns(map.queries(), map.keys(), theme);
        double room = new WeightStripes(weights, columns, theme, form).room();
        this.base = new HeadViewPicture(weights, new Show(threshold, Show.ALL), theme, room + theme.length(GAP));
        this.stripes = new WeightStripes(weights, base.columns(), theme, form);
        Sketch body = base.body(false);
        body.reserve(new Box(0, 0, base.columns().right() + theme.length(GAP) + room,
                body.bottom() + TITLE * theme.small().size()));
        this.picture = base.sheet(body).note(explanation()).picture(Subject.SAID, base.subject());
    }

    private String explanation() {
        return "Point at a token to see its lines alone, as strong as they are, with the numbers of each head at their other "
                + "end, in " + (weights.signed() ? "percentage points" : "per cent") + "; click it to keep them.";
    }

    /** The picture. */
    public Picture picture() {
        return picture;
    }

    /** What lies above the picture while a token is pointed at; empty if it is not of this picture. */
    public Optional<Picture> above(Spot spot) {
        return switch (spot) {
            case QuerySpot query when query.kind() == map.kind() -> place(map.queries(), query.position())
                    .map(this::ofQuery);
            case KeySpot key when key.kind() == map.kind() -> place(map.keys(), key.position()).map(this::ofKey);
            case null, default -> Optional.empty();
        };
    }

    /** What is to be read aloud of the token that is pointed at; empty if it is not of this picture. */
    public Optional<String> said(Spot spot) {
        return switch (spot) {
            case QuerySpot query when query.kind() == map.kind() -> place(map.queries(), query.position())
                    .map(base::hint);
            case KeySpot key when key.kind() == map.kind() -> place(map.keys(), key.position())
                    .map(map.keys()::get).map(Wording::name);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Integer> place(List<AttentionToken> tokens, int position) {
        return IntStream.range(0, tokens.size()).filter(place -> tokens.get(place).position() == position).boxed()
                .findFirst();
    }

    private double least() {
        return Math.max(threshold, Double.MIN_VALUE);
    }

    private Picture ofQuery(int query) {
        List<Link> links = IntStream.range(0, map.rows()).boxed()
                .flatMap(row -> IntStream.range(0, map.keys().size())
                        .mapToObj(key -> new Link(row, query, key, weights.at(row, query, key))))
                .filter(this::seen).toList();
        Sketch sketch = lines(links);
        base.columns().paint(sketch, query, Show.ALL);
        Sketch numbers = stripes.ofQuery(query);
        sketch.reserve(new Box(0, 0, base.columns().right(), 0));
        sketch.beside(theme.length(GAP), 0, numbers);
        return overlay(sketch);
    }

    private Picture ofKey(int key) {
        List<Link> links = IntStream.range(0, map.rows()).boxed()
                .flatMap(row -> IntStream.range(0, map.queries().size())
                        .mapToObj(query -> new Link(row, query, key, weights.at(row, query, key))))
                .filter(this::seen).toList();
        Sketch sketch = stripes.ofKey(key);
        lines(links, sketch);
        base.columns().paint(sketch, Show.ALL, key);
        return overlay(sketch);
    }

    private boolean seen(Link link) {
        return Math.abs(link.weight()) >= least();
    }

    private Sketch lines(List<Link> links) {
        Sketch sketch = new Sketch();
        lines(links, sketch);
        return sketch;
    }

    private void lines(List<Link> links, Sketch sketch) {
        base.lines(new ShownLinks(links, threshold, false), weights::strength).paint(sketch);
    }

    /** As large as the picture, so that it lies exactly above. */
    private Picture overlay(Sketch sketch) {
        double margins = new Sketch().overlay("", theme).width();
        sketch.reserve(new Box(0, 0, picture.width() - margins, picture.height() - margins));
        return sketch.overlay(picture.title(), theme);
    }
}
