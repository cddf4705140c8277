package org.vitrine.explain.attention;

import java.util.Locale;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;

/** Who looks at whom. */
public enum AttentionKind {
    /** A text looks at itself, in both directions: BERT, BART's encoder. */
    ENCODER(Stack.ENCODER, Part.ATTN),
    /** A text that is being written looks at itself, backwards only: GPT-2, BART's decoder. */
    DECODER(Stack.DECODER, Part.ATTN),
    /** The text that is being written looks at the one that was read: BART. */
    CROSS(Stack.DECODER, Part.CROSS);

    private final Stack stack;
    private final Part part;

    AttentionKind(Stack stack, Part part) {
        this.stack = stack;
        this.part = part;
    }

    /** What a tensor of this attention is called, for example {@code decoder.3.cross.pattern}. */
    public TensorName name(int layer, Site site) {
        return TensorName.of(stack, layer, part, site);
    }

    /** Whether a tensor is of this attention, in whichever layer. */
    public boolean holds(TensorName name) {
        return name.stack() == stack && name.part() == part;
    }

    /** The word on the command line and in files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
