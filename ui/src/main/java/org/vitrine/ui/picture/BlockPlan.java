package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * Where the steps of a stack stand in a diagram of one of its layers: what comes before the layers on top, then the layer, then
 * what comes after. Column 0 is the stream, columns 1 to 3 are what the parts compute. What a model does not record is not
 * there, so the plan is right for every family.
 */
final class BlockPlan {
    /** The column of the stream. */
    static final int STREAM = 0;

    private final Trace trace;
    private final Stack stack;
    private final int layer;
    private final int layers;
    private final Map<TensorName, Place> places = new LinkedHashMap<>();
    private final List<Wire> wires = new ArrayList<>();
    private final List<Skip> skips = new ArrayList<>();
    private int row;
    private int firstRow;
    private int endRow;

    /**
     * Where a box stands.
     *
     * @param span how many columns it takes
     */
    record Place(int row, int column, int span) {
    }

    /** From one box to another that reads it. */
    record Wire(Place from, Place to) {
    }

    /** Layers that are not shown, and the nearest of them. */
    record Skip(int row, int from, int to, int nearest) {
    }

    private BlockPlan(Trace trace, Stack stack, int layer) {
        this.trace = trace;
        this.stack = stack;
        this.layers = trace.layers(name -> name.stack() == stack);
        this.layer = Math.clamp(layer, 0, Math.max(0, layers - 1));
    }

    /** The plan of a layer. */
    static BlockPlan of(Trace trace, Stack stack, int layer) {
        BlockPlan plan = new BlockPlan(trace, stack, layer);
        plan.before();
        plan.firstRow = plan.row;
        plan.attention(Part.ATTN);
        plan.attention(Part.CROSS);
        plan.mlp();
        plan.endRow = plan.row;
        plan.after();
        return plan;
    }

    private void before() {
        row(1, Part.EMBED, Site.TOKENS, Site.POSITIONS, Site.SEGMENTS);
        written(Part.EMBED, name(Part.EMBED, Site.TOKENS), name(Part.EMBED, Site.POSITIONS),
                name(Part.EMBED, Site.SEGMENTS));
        if (layer > 0) {
            skips.add(new Skip(row++, 0, layer - 1, layer - 1));
        }
    }

    /** norm; q k v; scores → pattern → heads; out, which is written to the stream. */
    private void attention(Part part) {
        if (trace.find(name(part, Site.Q)).isEmpty()) {
            return;
        }
        Optional<Place> norm = row(1, part, Site.NORM).stream().findFirst();
        Optional<Place> encoded = part == Part.CROSS ? encoder() : Optional.empty();
        List<Place> read = row(1, part, Site.Q, Site.K, Site.V);
        norm.ifPresent(place -> wire(new Place(place.row(), STREAM, 1), place));
        for (int i = 0; i < read.size(); i++) {
            Place stream = new Place(read.get(i).row(), STREAM, 1);
            wire(i > 0 && encoded.isPresent() ? encoded.get() : norm.orElse(stream), read.get(i));
        }
        List<Place> shares = row(1, part, Site.SCORES, Site.PATTERN, Site.HEADS);
        if (read.size() == 3 && shares.size() == 3) {
            wire(read.get(0), shares.get(0));
            wire(read.get(1), shares.get(0));
            wire(shares.get(0), shares.get(1));
            wire(shares.get(1), shares.get(2));
            wire(read.get(2), shares.get(2));
        }
        out(part, name(part, Site.HEADS));
    }

    /** The encoder's last stream, which cross attention looks at. */
    private Optional<Place> encoder() {
        List<TensorName> streams = trace.names().stream()
                .filter(name -> name.stack() == Stack.ENCODER && name.site() == Site.RESID).toList();
        if (streams.isEmpty()) {
            return Optional.empty();
        }
        Place place = new Place(row++, 2, 2);
        places.put(streams.getLast(), place);
        return Optional.of(place);
    }

    private void mlp() {
        Optional<Place> norm = row(1, Part.MLP, Site.NORM).stream().findFirst();
        List<Place> neurons = row(1, Part.MLP, Site.PRE, Site.ACT);
        norm.ifPresent(place -> wire(new Place(place.row(), STREAM, 1), place));
        if (neurons.size() == 2) {
            wire(norm.orElse(new Place(neurons.getFirst().row(), STREAM, 1)), neurons.get(0));
            wire(neurons.get(0), neurons.get(1));
        }
        out(Part.MLP, name(Part.MLP, Site.ACT));
    }

    private void out(Part part, TensorName from) {
        int here = row;
        row(1, part, Site.OUT);
        row = here;
        TensorName out = name(part, Site.OUT);
        if (places.containsKey(from) && places.containsKey(out)) {
            wire(places.get(from), places.get(out));
        }
        if (trace.find(name(part, Site.SUM)).isEmpty()) {
            row++;
            wire(places.get(out), new Place(here, STREAM, 1));
            row(STREAM, part, Site.RESID);
        } else {
            written(part, out);
        }
    }

    /** What is written to the stream, and the stream after it. */
    private void written(Part part, TensorName... from) {
        Place to = new Place(row, STREAM, 1);
        row(STREAM, part, Site.SUM);
        row(STREAM, part, Site.RESID);
        Arrays.stream(from).filter(places::containsKey).forEach(name -> wire(places.get(name), to));
    }

    private void after() {
        if (layer < layers - 1) {
            skips.add(new Skip(row++, layer + 1, layers - 1, layer + 1));
        }
        row(1, Part.FINAL, Site.NORM).forEach(norm -> wire(new Place(norm.row(), STREAM, 1), norm));
        if (!speaks()) {
            return;
        }
        List<Place> line = new ArrayList<>();
        Place before = places.getOrDefault(name(Part.FINAL, Site.NORM), new Place(row, STREAM, 1));
        line.addAll(row(1, null, Site.PRE, Site.ACT, Site.NORM));
        line.addAll(row(1, null, Site.LOGITS));
        for (Place place : line) {
            wire(before, place);
            before = place;
        }
        List<Place> summary = row(1, null, Site.POOLED, Site.NSP);
        for (int i = 0; i < summary.size(); i++) {
            wire(i == 0 ? new Place(summary.get(0).row(), STREAM, 1) : summary.get(i - 1), summary.get(i));
        }
    }

    /** Whether the head reads this stack: the last one. */
    private boolean speaks() {
        return stack == Stack.DECODER || trace.names().stream().noneMatch(name -> name.stack() == Stack.DECODER);
    }

    /** Boxes side by side, of what was recorded; no row if nothing was. */
    private List<Place> row(int column, Part part, Site... sites) {
        List<Place> made = new ArrayList<>();
        for (Site site : sites) {
            TensorName name = name(part, site);
            if (trace.find(name).isPresent()) {
                Place place = new Place(row, column + made.size(), 1);
                places.put(name, place);
                made.add(place);
            }
        }
        row += made.isEmpty() ? 0 : 1;
        return made;
    }

    private void wire(Place from, Place to) {
        wires.add(new Wire(from, to));
    }

    private TensorName name(Part part, Site site) {
        return part == null ? new TensorName(Stack.HEAD, TensorName.NO_LAYER, null, site)
                : part.inLayers() ? TensorName.of(stack, layer, part, site) : TensorName.of(stack, part, site);
    }

    Map<TensorName, Place> places() {
        return places;
    }

    List<Wire> wires() {
        return wires;
    }

    List<Skip> skips() {
        return skips;
    }

    /** How many rows there are. */
    int rows() {
        return row;
    }

    /** The first row of the layer. */
    int firstRow() {
        return firstRow;
    }

    /** The row after the layer's last. */
    int endRow() {
        return endRow;
    }

    int layer() {
        return layer;
    }

    int layers() {
        return layers;
    }
}
