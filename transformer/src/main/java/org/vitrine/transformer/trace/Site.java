package org.vitrine.transformer.trace;

import java.util.List;
import java.util.Locale;

/**
 * A place where a tensor is made: the last word of every name, with the axes of what is made there and its formula.
 *
 * <p>T tokens, S tokens looked at, d width, H heads, e = d/H, f neurons, V vocabulary, c classes. Where one word serves several
 * parts, {@code x} is the stream that the part reads. What is said of Hugging Face is of transformers 5.18.0, {@code
 * modeling_gpt2.py}, {@code modeling_bert.py} and {@code modeling_bart.py}; {@link Counterpart} has its module for each.
 *
 * <p>A formula with several cases names them: {@code pre-LN: x + out; post-LN: LayerNorm(sum)}. {@link Architecture#formula} picks
 * the one that holds.
 */
public enum Site {
    /**
     * The token table's rows for the ids that are read: table[id], [T, d]. Vaswani et al. 2017, section 3.4.
     *
     * <p>In BART they are multiplied by √d where {@code scale_embedding} says so, as in that section; Hugging Face does it
     * within the module that looks them up. GPT-2 and BERT take the rows as they are.
     */
    TOKENS("T,d", "token table[id]; BART: c·token table[id], c = √d with scale_embedding, else 1"),
    /**
     * The position table's rows: table[position], [T, d]. The table is learnt (Devlin et al. 2019, section 3), not made of
     * sines.
     *
     * <p>In BART position i is row i + 2, and the table has two rows more than its context: Hugging Face's {@code
     * BartLearnedPositionalEmbedding} adds 2 to what it is given.
     */
    POSITIONS("T,d", "position table[position]"),
    /**
     * The segment table's rows, one for each token of the first text and another for each of the second: table[segment], [T,
     * d]. BERT only: Devlin et al. 2019, section 3 and figure 2. Hugging Face calls them {@code token_type_embeddings} and
     * takes segment 0 for every token if it is told none.
     */
    SEGMENTS("T,d", "segment table[segment]"),
    /**
     * The stream, normalised for a part that reads it so: LayerNorm(x), [T, d]. Ba, Kiros, Hinton 2016. It is what "pre-LN"
     * means, in GPT-2 alone: Radford et al. 2019, section 2.3 moves the norm before each part and puts one more after the
     * last layer, {@code decoder.final.norm}. BERT and BART normalise sums instead, see {@link #RESID}.
     *
     * <p>{@code head.norm} is BERT's masked-word head: LayerNorm({@link #ACT}). The ε is 1e-5 in GPT-2 and 1e-12 in BERT,
     * from the configuration, and stands inside the root.
     */
    NORM("T,d", "LayerNorm(x); head: LayerNorm(act)"),
    /**
     * What each token asks, head by head: x·Wq + bq, its columns dealt out to the heads, [H, T, e]. Vaswani et al. 2017,
     * section 3.2.2; x is {@link #NORM} in GPT-2 and the stream in BERT and BART.
     *
     * <p>It is not yet scaled. In a GPT-2 checkpoint query, key and value are one matrix, {@code c_attn}, [d, 3d]; this is
     * its first third.
     */
    Q("H,T,e", "norm·Wq + bq; post-LN: x·Wq + bq"),
    /**
     * What each token offers to be found by, head by head: x·Wk + bk, [H, S, e]. In cross attention x is what the encoder
     * made at last, so S tokens were read while T are written (Vaswani et al. 2017, section 3.2.3).
     *
     * <p>With a cache it holds the keys of all tokens so far, not only of those of this pass.
     */
    K("H,S,e", "norm·Wk + bk; post-LN: x·Wk + bk; cross: encoder·Wk + bk"),
    /**
     * What each token has to say when it is found, head by head: x·Wv + bv, [H, S, e]. Made of the same tokens as {@link
     * #K}.
     */
    V("H,S,e", "norm·Wv + bv; post-LN: x·Wv + bv; cross: encoder·Wv + bv"),
    /**
     * How well question and offer fit: q·kᵀ/√e, [H, T, S], −∞ where a token may not look. Vaswani et al. 2017, section
     * 3.2.1.
     *
     * <p>The causal mask of GPT-2 and of BART's decoder hides what comes later. Hugging Face adds the lowest float32 (about
     * −3.4e38) there in place of −∞; after the softmax both are exactly 0. It shows these numbers nowhere: they are a local
     * variable of {@code eager_attention_forward}.
     */
    SCORES("H,T,S", "q·kᵀ/√e, −∞ where masked"),
    /**
     * Where each token looks: softmax({@link #SCORES}) row by row, [H, T, S]; each row sums to 1. Vaswani et al. 2017,
     * equation 1.
     *
     * <p>Hugging Face's {@code attentions}. They are there only with {@code attn_implementation="eager"}: its
     * other ways to compute attention do not give the matrix back.
     */
    PATTERN("H,T,S", "softmax(scores)"),
    /**
     * What each head brings back: {@link #PATTERN}·{@link #V}, [H, T, e], before the heads are put side by side and
     * projected. Vaswani et al. 2017, section 3.2.2, head₁ … head_H; others call it z.
     */
    HEADS("H,T,e", "pattern·v"),
    /**
     * Before the activation: x·W₁ + b₁, [T, f]. Vaswani et al. 2017, section 3.3, equation 2; x is {@link #NORM} in GPT-2
     * and the stream in BERT and BART.
     *
     * <p>{@code head.pre} is the dense layer of BERT's masked-word head, [T, d]: Hugging Face's {@code
     * cls.predictions.transform}.
     */
    PRE("T,f", "norm·W₁ + b₁; post-LN: x·W₁ + b₁"),
    /**
     * After the activation, which the second matrix reads: the "neurons" that fire, [T, f]. Geva et al. 2021.
     *
     * <p>GPT-2's activation is GELU with a hyperbolic tangent, BERT's and BART's is exact, by erf; Vaswani et al. had ReLU.
     * {@code head.act} is BERT's masked-word head, [T, d], with the same activation as its layers ({@code hidden_act}).
     */
    ACT("T,f", "activation(pre)"),
    /**
     * What the part writes, [T, d]: {@link #HEADS} side by side · Wo + bo in attention (Vaswani et al. 2017, section 3.2.2),
     * {@link #ACT}·W₂ + b₂ in the MLP (section 3.3). It is not yet added to the stream.
     */
    OUT("T,d", "attn, cross: heads·Wo + bo; mlp: act·W₂ + b₂"),
    /**
     * What is added up and not yet normalised: x + {@link #OUT}, [T, d]; in {@code embed} the embeddings. BERT and BART
     * only, whose parts normalise the sum ("post-LN": Vaswani et al. 2017, section 3.1).
     *
     * <p>BERT adds in this order: (tokens + segments) + positions. TransformerLens calls the sums of BERT {@code
     * hook_resid_mid} and {@code hook_resid_post}, which in GPT-2 are {@link #RESID}.
     */
    SUM("T,d", "x + out; embed: tokens + positions; BERT embed: tokens + segments + positions"),
    /**
     * The stream as the next reader sees it, [T, d]: x + {@link #OUT} in GPT-2, LayerNorm({@link #SUM}) in BERT and BART. So
     * it is in every model what the next part reads, and a part's input needs no name of its own. The word is from "residual
     * stream" (Elhage et al. 2021).
     *
     * <p>Hugging Face's {@code hidden_states} hold {@code embed.resid} and each layer's {@code mlp.resid}, with one
     * exception: GPT-2's last entry is {@code decoder.final.norm}, and the last {@code mlp.resid} is not among them. BART's
     * norms have ε = 1e-5, which no configuration says.
     */
    RESID("T,d", "pre-LN: x + out; pre-LN embed: tokens + positions; post-LN: LayerNorm(sum)"),
    /**
     * The score of every vocabulary entry, [T, V]: as the next token in GPT-2 and BART, as the token at that very place in
     * BERT. The matrix is the token table, read the other way round (Vaswani et al. 2017, section 3.4), unless a checkpoint
     * was trained with one of its own.
     *
     * <p>GPT-2 adds no bias. BERT adds one of its own, which its checkpoints hold under two names. BART adds {@code
     * final_logits_bias}, a buffer of [1, V] beside Hugging Face's {@code lm_head}, so that module's output is not yet the
     * logits.
     */
    LOGITS("T,V", "norm·token tableᵀ; BERT: norm·token tableᵀ + b; BART: x·token tableᵀ + b"),
    /**
     * BERT's summary of the whole text, tanh(x·W + b), [d], where x is the last layer's row of the first token, {@code
     * [CLS]}, and no other: Devlin et al. 2019, section 3.1, task 2. Hugging Face's {@code pooler_output}; no mean is taken.
     */
    POOLED("d", "tanh(resid[0]·W + b)"),
    /**
     * BERT's two scores [2]: the second text follows the first, it does not. {@link #POOLED}·W + b; Devlin et al. 2019,
     * section 3.1, task 2. In this order, so that index 0 means "follows".
     */
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
