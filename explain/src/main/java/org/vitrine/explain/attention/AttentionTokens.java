package org.vitrine.explain.attention;

import java.util.List;

/**
 * What a model reads, stack by stack.
 *
 * @param encoder the encoder's tokens; empty where there is no encoder
 * @param decoder the decoder's tokens; empty where there is no decoder
 */
public record AttentionTokens(List<AttentionToken> encoder, List<AttentionToken> decoder) {
    public AttentionTokens {
        encoder = List.copyOf(encoder);
        decoder = List.copyOf(decoder);
    }

    /** Those that look. */
    public List<AttentionToken> queries(AttentionKind kind) {
        return kind == AttentionKind.ENCODER ? encoder : decoder;
    }

    /** Those that are looked at. */
    public List<AttentionToken> keys(AttentionKind kind) {
        return kind == AttentionKind.DECODER ? decoder : encoder;
    }
}
