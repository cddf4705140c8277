package org.vitrine.ui.desktop.saved;

import java.util.List;
import java.util.Optional;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;

/**
 * What was chosen, as far as it can be chosen again.
 *
 * @param encoder the position of a token, or {@link Selection#NONE}
 * @param decoder the position of a token, or {@link Selection#NONE}
 * @param layer −1 for the embeddings
 * @param head the head, or {@link Selection#NONE}
 */
public record SavedSelection(int encoder, int decoder, int layer, int head, Optional<AttentionKind> attention,
        Optional<TensorName> tensor) {
    /** Nothing was chosen: the session chooses by itself. */
    public static final SavedSelection NONE = new SavedSelection(Selection.NONE, Selection.NONE, 0, Selection.NONE,
            Optional.empty(), Optional.empty());

    /** What is chosen now. */
    public static SavedSelection of(Selection selection) {
        return new SavedSelection(selection.position(Stack.ENCODER).get(), selection.position(Stack.DECODER).get(),
                selection.layer().get(), selection.head().get(), Optional.ofNullable(selection.attention().get()),
                Optional.ofNullable(selection.tensor().get()));
    }

    /** Chooses it again; what the exhibit does not have stays as it is. */
    public void choose(Selection selection, Exhibit exhibit) {
        if (equals(NONE)) {
            return;
        }
        attention.filter(exhibit.model().family().attentions()::contains).ifPresent(selection.attention()::set);
        AttentionKind kind = selection.attention().get();
        int layers = Math.min(exhibit.model().layers(kind), exhibit.model().layers());
        if (layer >= -1 && layer < layers) {
            selection.layer().set(layer);
        }
        if (head >= Selection.NONE && head < exhibit.model().heads(kind)) {
            selection.head().set(head);
        }
        int encoders = exhibit.reading().tokens().encoder().size();
        int decoders = exhibit.reading().tokens().decoder().size();
        boolean found = encoder >= 0 && encoder < encoders || decoder >= 0 && decoder < decoders;
        for (Stack stack : found ? List.of(Stack.ENCODER, Stack.DECODER) : List.<Stack>of()) {
            int position = stack == Stack.ENCODER ? encoder : decoder;
            boolean there = position >= 0 && position < (stack == Stack.ENCODER ? encoders : decoders);
            selection.position(stack).set(there ? position : Selection.NONE);
        }
        tensor.filter(name -> exhibit.trace().find(name).isPresent()).ifPresent(selection.tensor()::set);
    }
}
