package org.vitrine.ui.desktop.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.picture.spot.CellSpot;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.terminal.Chip;

/** Numbers with which to begin: what is most often asked of what is chosen. */
final class Starts {
    /**
     * A number with which to begin.
     *
     * @param words what it is
     */
    record Start(String words, CellSpot cell) {
    }

    private Starts() {
    }

    /** The score of the likeliest token, the strongest weight of a head, the stream there. */
    static List<Start> of(Exhibit exhibit, Selection selection) {
        List<Start> starts = new ArrayList<>();
        logit(exhibit, selection).ifPresent(starts::add);
        pattern(exhibit, selection).ifPresent(starts::add);
        stream(exhibit, selection).ifPresent(starts::add);
        return starts;
    }

    private static Optional<Start> logit(Exhibit exhibit, Selection selection) {
        Stack stack = exhibit.model().family() == Family.BERT ? Stack.ENCODER : Stack.DECODER;
        return exhibit.trace().find(new TensorName(Stack.HEAD, TensorName.NO_LAYER, null, Site.LOGITS)).map(logits -> {
            int position = within(selection.position(stack).get(), logits.dim(0));
            int best = largest(logits.data(), position * logits.dim(1), logits.dim(1));
            String token = Chip.of(exhibit.model().tokenizer().text(best));
            return new Start("Logit of " + token + ", the likeliest at position " + position,
                    CellSpot.of(new TensorName(Stack.HEAD, TensorName.NO_LAYER, null, Site.LOGITS), position, best));
        });
    }

    private static Optional<Start> pattern(Exhibit exhibit, Selection selection) {
        AttentionKind kind = selection.attention().get();
        if (kind == null) {
            return Optional.empty();
        }
        Stack stack = Selection.queries(kind);
        int layer = Math.max(0, selection.layer().get());
        TensorName name = TensorName.of(stack, layer, kind == AttentionKind.CROSS ? Part.CROSS : Part.ATTN,
                Site.PATTERN);
        return exhibit.trace().find(name).map(pattern -> {
            int head = within(selection.head().get(), pattern.dim(0));
            int query = within(selection.position(stack).get(), pattern.dim(1));
            int key = key(selection, kind, pattern, new int[]{head, query});
            return new Start("Weight of layer " + layer + ", head " + head + ", from position " + query + " to " + key,
                    CellSpot.of(name, head, query, key));
        });
    }

    /** The key that is chosen, where keys are another stack's tokens; else the one looked at most. */
    private static int key(Selection selection, AttentionKind kind, Tensor pattern, int[] row) {
        int chosen = selection.position(Selection.keys(kind)).get();
        int width = pattern.dim(2);
        return kind == AttentionKind.CROSS && chosen != Selection.NONE && chosen < width ? chosen
                : largest(pattern.data(), (row[0] * pattern.dim(1) + row[1]) * width, width);
    }

    private static Optional<Start> stream(Exhibit exhibit, Selection selection) {
        Stack stack = exhibit.model().family().stacks().getLast();
        TensorName name = TensorName.of(stack, Part.EMBED, Site.RESID);
        return exhibit.trace().find(name).map(resid -> {
            int position = within(selection.position(stack).get(), resid.dim(0));
            return new Start("Embedding of position " + position, CellSpot.of(name, position, 0));
        });
    }

    private static int within(int chosen, int count) {
        return Math.clamp(chosen, 0, count - 1);
    }

    private static int largest(float[] numbers, int start, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            best = numbers[start + i] > numbers[start + best] ? i : best;
        }
        return best;
    }
}
