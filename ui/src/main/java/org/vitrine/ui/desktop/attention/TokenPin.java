package org.vitrine.ui.desktop.attention;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.picture.spot.KeySpot;
import org.vitrine.ui.picture.spot.QuerySpot;

/**
 * The token whose links stay when nothing is pointed at: one that was clicked, or that was chosen in another view. A model without
 * widgets.
 */
final class TokenPin {
    private final Selection selection;
    private final ReadOnlyObjectWrapper<Spot> spot = new ReadOnlyObjectWrapper<>(this, "spot");

    TokenPin(Session session) {
        this.selection = session.selection();
        for (Stack stack : new Stack[]{Stack.ENCODER, Stack.DECODER}) {
            selection.position(stack).subscribe((before, now) -> follow(stack, now.intValue()));
        }
        selection.attention().subscribe((before, now) -> turn(now));
        session.exhibitProperty().subscribe(this::show);
    }

    /** A QuerySpot or a KeySpot; null for none. */
    ReadOnlyObjectProperty<Spot> spot() {
        return spot.getReadOnlyProperty();
    }

    /** What was clicked in a head view: a token is pinned; a head's name or a number is chosen everywhere. */
    void choose(Spot clicked) {
        if (clicked instanceof QuerySpot || clicked instanceof KeySpot) {
            click(clicked);
        } else {
            selection.choose(clicked);
        }
    }

    /** Chooses a token everywhere and keeps its links, or, if they are kept already, lets them go. */
    void click(Spot clicked) {
        if (clicked.equals(spot.get())) {
            spot.set(null);
        } else {
            selection.choose(clicked);
            spot.set(clicked);
        }
    }

    /** Lets the links go. */
    void clear() {
        spot.set(null);
    }

    private void follow(Stack stack, int position) {
        AttentionKind kind = selection.attention().get();
        if (kind != null && Selection.queries(kind) == stack) {
            spot.set(position == Selection.NONE ? null : new QuerySpot(kind, position));
        }
    }

    /** The same token in another attention, if it is there. */
    private void turn(AttentionKind kind) {
        spot.set(switch (spot.get()) {
            case QuerySpot query when kind != null && Selection.queries(kind) == Selection.queries(query.kind()) ->
                new QuerySpot(kind, query.position());
            case KeySpot key when kind != null && Selection.keys(kind) == Selection.keys(key.kind()) ->
                new KeySpot(kind, key.position());
            case null, default -> null;
        });
    }

    /** In another text nothing was clicked yet; after an intervention it is the same text. */
    private void show(Exhibit before, Exhibit now) {
        if (before == null || now == null || before.reading() != now.reading()) {
            spot.set(null);
        }
    }
}
