package org.vitrine.ui.picture;

import java.util.List;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.transformer.trace.Site;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.CellSpot;
import org.vitrine.ui.picture.spot.KeySpot;
import org.vitrine.ui.picture.spot.QuerySpot;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Percent;

/**
 * What a window adds to the neuron view: a hint for every single number, the tensor it stands in, tokens that can be chosen,
 * and a minus at the one that asks. Files do without, for there are thousands.
 *
 * @param query the place of the query in the view
 * @param keys the places of the keys that are shown
 */
record NeuronCells(NeuronView view, int query, List<Integer> keys, NeuronColumns columns, Theme theme) {
    /** Puts it onto the arithmetic, which moves aside for the minus. */
    Sketch on(Sketch arithmetic) {
        tokens(arithmetic);
        query(arithmetic);
        for (int row = 0; row < keys.size(); row++) {
            key(arithmetic, row);
        }
        answer(arithmetic);
        Sketch all = new Sketch();
        NeuronToggle toggle = new NeuronToggle(theme);
        toggle.spot(all, columns.query(), spot());
        toggle.paint(all, columns.query(), false);
        all.beside(0, 0, arithmetic);
        return all;
    }

    private QuerySpot spot() {
        return new QuerySpot(view.kind(), asking().position());
    }

    private AttentionToken asking() {
        return view.queries().get(query);
    }

    private void tokens(Sketch sketch) {
        sketch.hint(columns.query(), Wording.name(asking()) + ": choose it to close its arithmetic");
        sketch.spot(columns.query(), spot());
        for (int row = 0; row < keys.size(); row++) {
            sketch.spot(columns.key(row), new KeySpot(view.kind(), view.keys().get(keys.get(row)).position()));
        }
    }

    private void query(Sketch sketch) {
        for (int i = 0; i < view.q().dim(1); i++) {
            cell(sketch, columns.q(), i, columns.row(0).centreY(),
                    "neuron " + i + ": q " + Figure.of(view.q().at(query, i)), spot(Site.Q, asking().position(), i));
        }
    }

    private void key(Sketch sketch, int row) {
        int key = keys.get(row);
        double y = columns.row(row).centreY();
        AttentionToken token = view.keys().get(key);
        CellSpot score = spot(Site.SCORES, asking().position(), token.position());
        String name = Wording.name(token);
        for (int i = 0; i < view.k().dim(1); i++) {
            float q = view.q().at(query, i);
            float k = view.k().at(key, i);
            String hint = name + ", neuron " + i + ": q " + Figure.of(q) + " × k " + Figure.of(k) + " = "
                    + Figure.of(q * k);
            cell(sketch, columns.k(), i, y, hint, spot(Site.K, token.position(), i));
            cell(sketch, columns.product(), i, y, hint, score);
        }
        float weight = view.weights().at(query, key);
        for (int i = 0; i < view.v().dim(1); i++) {
            float v = view.v().at(key, i);
            cell(sketch, columns.v(), i, y, name + ", neuron " + i + ": v " + Figure.of(v) + ", times the weight "
                    + Percent.of(weight) + " = " + Figure.of(v * weight), spot(Site.V, token.position(), i));
        }
        Box line = columns.row(row);
        double dots = columns.product() + view.k().dim(1) * columns.number();
        sketch.spot(new Box(dots, line.y(), columns.scoreRight() - dots, line.height()), score);
        sketch.spot(new Box(columns.scoreRight(), line.y(), columns.weightRight() - columns.scoreRight(),
                line.height()), spot(Site.PATTERN, asking().position(), token.position()));
    }

    private void answer(Sketch sketch) {
        for (int i = 0; i < view.result().dim(1); i++) {
            cell(sketch, columns.v(), i, columns.below().centreY(),
                    "result " + i + ": " + Figure.of(view.result().at(query, i)),
                    spot(Site.HEADS, asking().position(), i));
        }
        int width = view.written().dim(1);
        double number = Math.min(columns.number(), columns.width() / width);
        for (int i = 0; i < width; i++) {
            sketch.hint(new Box(i * number, columns.writtenY() - columns.below().height() / 3, number,
                    columns.below().height() * 2 / 3),
                    "number " + i + " of the stream: this head writes " + Figure.of(view.written().at(query, i)));
        }
    }

    private void cell(Sketch sketch, double left, int i, double y, String hint, CellSpot spot) {
        double height = columns.row(0).height();
        Box box = new Box(left + i * columns.number(), y - height / 2, columns.number(), height);
        sketch.hint(box, hint);
        sketch.spot(box, spot);
    }

    private CellSpot spot(Site site, int row, int column) {
        return CellSpot.of(view.kind().name(view.layer(), site), view.head(), row, column);
    }
}
