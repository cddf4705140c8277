package org.vitrine.explain;

import java.util.List;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * How many numbers a decoder remembers while it writes: of each token a key and a value in each layer and head.
 *
 * @param layers of the decoder
 * @param heads in each layer
 * @param width of a head: the numbers of a key, and of a value
 * @param source how many tokens of the encoder's text are remembered, too, from the first step on; 0 without an encoder
 */
public record CacheSize(int layers, int heads, int width, int source) {
    /** Reads it off a pass of a model with a decoder. */
    public static CacheSize of(Trace trace) {
        List<TensorName> keys = trace.names().stream()
                .filter(name -> name.stack() == Stack.DECODER && name.part() == Part.ATTN && name.site() == Site.K)
                .toList();
        Tensor first = trace.get(keys.getFirst());                                                   // [H, T, e]
        int source = trace.find(TensorName.of(Stack.DECODER, 0, Part.CROSS, Site.K)).map(k -> k.dim(1)).orElse(0);
        return new CacheSize(keys.size(), first.dim(0), first.dim(2), source);
    }

    /** How many numbers are kept of so many tokens. */
    public long floats(int tokens) {
        return 2L * layers * heads * tokens * width;
    }

    /** How much memory the numbers of so many tokens take. */
    public long bytes(int tokens) {
        return Float.BYTES * floats(tokens);
    }
}
