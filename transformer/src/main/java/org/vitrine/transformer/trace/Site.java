package org.vitrine.transformer.trace;

import java.util.List;
import java.util.Locale;

/**
 * A place where a tensor is made: the last word of every name, with the axes of what is made there and its formula.
 *
 * <p>T tokens, S tokens looked at, d width, H heads, e = d/H, f neurons, V vocabulary, c classes. Where one word serves several
 * parts, {@code x} is the stream that the part reads.
 */
public enum Site {
    /** The rows of the token table, one for each id. */
    TOKENS("T,d", "token table[id]; BART: c·token table[id], c = √d with scale_embedding, else 1"),
    /** The rows of the position table. */
    POSITIONS("T,d", "position table[position]"),
    /** The rows of the segment table: first or second text. */
    SEGMENTS("T,d", "segment table[segment]"),
    /** The stream, normalised for a part that reads it so (pre-LN), or before the head. */
    NORM("T,d", "LayerNorm(x); head: LayerNorm(act)"),
    /** What each token asks, head by head. */
    Q("H,T,e", "norm·Wq + bq; post-LN: x·Wq + bq"),
    /** What each token offers to be found by, head by head. */
    K("H,S,e", "norm·Wk + bk; post-LN: x·Wk + bk; cross: encoder·Wk + bk"),
    /** What each token has to say when it is found, head by head. */
    V("H,S,e", "norm·Wv + bv; post-LN: x·Wv + bv; cross: encoder·Wv + bv"),
    /** How well question and offer fit: scaled and masked (masked = −∞). */
    SCORES("H,T,S", "q·kᵀ/√e, −∞ where masked"),
    /** Where each token looks: every row sums to 1. */
    PATTERN("H,T,S", "softmax(scores)"),
    /** What each head brings back, before the heads are put side by side and projected. */
    HEADS("H,T,e", "pattern·v"),
    /** Before the activation. */
    PRE("T,f", "norm·W₁ + b₁; post-LN: x·W₁ + b₁"),
    /** After the activation: what the second matrix reads, the "neurons". */
    ACT("T,f", "activation(pre)"),
    /** What the part writes. */
    OUT("T,d", "attn, cross: heads·Wo + bo; mlp: act·W₂ + b₂"),
    /** The stream and what was written, added but not yet normalised (post-LN). */
    SUM("T,d", "x + out; embed: tokens + positions; BERT embed: tokens + segments + positions"),
    /** The stream as the next reader sees it. */
    RESID("T,d", "pre-LN: x + out; pre-LN embed: tokens + positions; post-LN: LayerNorm(sum)"),
    /** The score of every vocabulary entry. */
    LOGITS("T,V", "norm·token tableᵀ; BERT: norm·token tableᵀ + b; BART: x·token tableᵀ + b"),
    /** BERT's summary of the whole text, made from the first token's row. */
    POOLED("d", "tanh(resid[0]·W + b)"),
    /** BERT's scores for "the second text follows the first" and "it does not". */
    NSP("c", "pooled·W + b");

    private final List<String> axes;
    private final String formula;

    Site(String axes, String formula) {
        this.axes = List.of(axes.split(","));
        this.formula = formula;
    }

    /** What each axis counts, outermost first, for example {@code [H, T, e]}. */
    public List<String> axes() {
        return axes;
    }

    /** How the tensor is made, in the paper's symbols. */
    public String formula() {
        return formula;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
