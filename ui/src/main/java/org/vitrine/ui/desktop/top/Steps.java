package org.vitrine.ui.desktop.top;

import java.util.List;
import java.util.Optional;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.picture.spot.TokenSpot;

/** Moves the selection to the next layer, head or token, and stops at the ends. Does nothing before the first run. */
public final class Steps {
    private final Session session;
    private Stack last = Stack.DECODER;

    /** Moves a session's selection. */
    public Steps(Session session) {
        this.session = session;
        for (Stack stack : List.of(Stack.ENCODER, Stack.DECODER)) {
            session.selection().position(stack).subscribe(position -> {
                if (position.intValue() != Selection.NONE) {
                    last = stack;
                }
            });
        }
    }

    /** To another layer, so many further on. */
    public void layer(int by) {
        Exhibit exhibit = session.exhibitProperty().get();
        if (exhibit != null) {
            AttentionKind kind = session.selection().attention().get();
            int layers = Math.min(exhibit.model().layers(kind), exhibit.model().layers());
            session.selection().layer().set(Math.clamp(session.selection().layer().get() + by, 0, layers - 1));
        }
    }

    /** To another head, so many further on; before head 0 stand all heads. */
    public void head(int by) {
        Exhibit exhibit = session.exhibitProperty().get();
        if (exhibit != null) {
            int heads = exhibit.model().heads(session.selection().attention().get());
            int head = session.selection().head().get();
            session.selection().head().set(Math.clamp(head + by, Selection.NONE, heads - 1));
        }
    }

    /** To another token, so many further on, of the stack in which one was chosen last. */
    public void token(int by) {
        Exhibit exhibit = session.exhibitProperty().get();
        if (exhibit != null) {
            Stack stack = tokens(exhibit, last).isEmpty() ? exhibit.model().family().stacks().getFirst() : last;
            int position = session.selection().position(stack).get();
            session.selection().position(stack)
                    .set(Math.clamp(position + by, 0, tokens(exhibit, stack).size() - 1));
        }
    }

    /** The token that was chosen last, if one still is. */
    public Optional<TokenSpot> chosen() {
        for (Stack stack : List.of(last, last == Stack.ENCODER ? Stack.DECODER : Stack.ENCODER)) {
            int position = session.selection().position(stack).get();
            if (position != Selection.NONE) {
                return Optional.of(new TokenSpot(stack, position));
            }
        }
        return Optional.empty();
    }

    static List<AttentionToken> tokens(Exhibit exhibit, Stack stack) {
        return stack == Stack.ENCODER ? exhibit.reading().tokens().encoder() : exhibit.reading().tokens().decoder();
    }
}
