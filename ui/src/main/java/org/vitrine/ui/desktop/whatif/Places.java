package org.vitrine.ui.desktop.whatif;

import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.AttentionTokens;
import org.vitrine.explain.whatif.Intervention;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.session.Family;

/**
 * What there is in a model and a text that can be changed. Before anything was read there is nothing.
 *
 * @param read what was read; null for nothing
 * @param what is to be changed
 * @param attention of a head
 * @param stack of a neuron or a stream
 * @param tensor that a patch replaces
 */
record Places(Exhibit read, What what, AttentionKind attention, Stack stack, TensorName tensor) {
    private static final int ALL = Intervention.ALL;
    private static final int AXES_WITH_HEADS = 3;

    /** The attentions that the model has. */
    List<AttentionKind> attentions() {
        return read == null ? List.of() : read.model().family().attentions();
    }

    /** The stacks that the model has. */
    List<Stack> stacks() {
        return read == null ? List.of() : read.model().family().stacks();
    }

    /** The layers, counted from 0; −1 is the embeddings. */
    List<Integer> layers() {
        if (read == null) {
            return List.of();
        }
        AttentionKind own = stack == Stack.ENCODER ? AttentionKind.ENCODER : AttentionKind.DECODER;
        int layers = read.model().layers(what == What.HEAD ? attention : own);
        return range(what == What.STREAM ? TensorName.NO_LAYER : 0, layers);
    }

    /** The heads; of a patch first {@link Intervention#ALL}. */
    List<Integer> heads() {
        if (read == null) {
            return List.of();
        }
        if (what != What.PATCH) {
            return range(0, read.model().heads(attention));
        }
        boolean several = tensor.axes().size() == AXES_WITH_HEADS;
        return range(ALL, several ? read.trace().get(tensor).dim(0) : 0);
    }

    /** The positions, first {@link Intervention#ALL}, which the stream of one token does not have. */
    List<Integer> positions() {
        if (read == null) {
            return List.of();
        }
        boolean tokenless = what == What.PATCH && tensor.axes().size() == 1;
        return range(what == What.STREAM ? 0 : ALL, tokenless ? 0 : tokens().size());
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    /** The tensors that a patch can replace, in the order of computation. */
    List<TensorName> tensors() {
        return read == null ? List.of() : read.trace().names();
    }

    /** The tokens whose positions count. */
    List<AttentionToken> tokens() {
        if (read == null) {
            return List.of();
        }
        AttentionTokens tokens = read.reading().tokens();
        return tokenStack() == Stack.ENCODER ? tokens.encoder() : tokens.decoder();
    }

    /** The stack that reads them. */
    Stack tokenStack() {
        Stack last = read != null && read.model().family() == Family.BERT ? Stack.ENCODER : Stack.DECODER;
        if (what == What.HEAD) {
            return attention == null ? last : Selection.queries(attention);
        }
        if (what != What.PATCH) {
            return stack == null ? last : stack;
        }
        if (tensor == null || tensor.stack() == Stack.HEAD) {
            return last;
        }
        boolean offered = tensor.part() == Part.CROSS && (tensor.site() == Site.K || tensor.site() == Site.V);
        return offered ? Stack.ENCODER : tensor.stack();
    }
}
