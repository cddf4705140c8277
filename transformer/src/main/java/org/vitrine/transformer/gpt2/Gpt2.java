package org.vitrine.transformer.gpt2;

import static org.vitrine.transformer.layer.Attention.Mask.CAUSAL;
import static org.vitrine.transformer.trace.Part.*;
import static org.vitrine.transformer.trace.Site.*;
import static org.vitrine.transformer.trace.Stack.*;

import java.util.stream.IntStream;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.TokenIds;
import org.vitrine.transformer.gpt2.Gpt2Weights.Layer;
import org.vitrine.transformer.layer.Attention;
import org.vitrine.transformer.layer.Cache;
import org.vitrine.transformer.layer.Unembedding;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Scope;
import org.vitrine.weights.ModelFiles;

/**
 * GPT-2: Radford et al. 2019, "Language Models are Unsupervised Multitask Learners", section 2.3, on the Transformer's
 * decoder (Vaswani et al. 2017, section 3). Every part reads the stream x through a norm of its own ("pre-LN") and adds
 * what it computes to it.
 *
 * <pre>
 *   T tokens   d width   H heads   e = d/H   f = 4d neurons   V vocabulary   S = T, and more with a cache
 * </pre>
 *
 * <p>The numbers are those of Hugging Face's {@code GPT2LMHeadModel}: {@code models/gpt2/modeling_gpt2.py}.
 *
 * @param config how large it is
 * @param weights what it has learnt
 * @param ops how the arithmetic is done: slow and plain, or fast
 */
public record Gpt2(Gpt2Config config, Gpt2Weights weights, Ops ops) {
    /** Reads a model's configuration and weights. */
    public static Gpt2 load(ModelFiles files, Ops ops) {
        Gpt2Config config = Gpt2Config.of(ConfigFile.of(files));
        return new Gpt2(config, Gpt2Weights.of(files, config), ops);
    }

    /** The score of every vocabulary entry as the next token, at every position: [T] → [T, V]. */
    public Tensor forward(int[] ids, Recorder recorder) {
        return forward(ids, recorder, Cache.none());
    }

    /** The same for tokens that follow those in the cache. */
    public Tensor forward(int[] ids, Recorder recorder, Cache cache) {
        TokenIds.check(ids, "the text", cache.length(), config);
        Scope decoder = recorder.in(DECODER);
        Tensor x = embed(ids, cache.length(), decoder.in(EMBED));                                   // [T, d]
        for (int i = 0; i < config.layers(); i++) {
            x = attention(i, x, cache, decoder.in(i, ATTN));                                        // [T, d]
            x = mlp(i, x, decoder.in(i, MLP));                                                      // [T, d]
        }
        Tensor norm = decoder.in(FINAL).keep(NORM, ops.layerNorm(x, weights.finalNorm()));          // [T, d]
        Tensor logits = recorder.in(HEAD).keep(LOGITS, ops.linear(norm, weights.head()));           // [T, V]
        return logits;
    }

    private Tensor embed(int[] ids, int past, Scope t) {
        int[] places = IntStream.range(past, past + ids.length).toArray();
        Tensor tokens = t.keep(TOKENS, weights.tokens().columns(ids));                              // [T, d]
        Tensor positions = t.keep(POSITIONS, weights.positions().rows(places));                     // [T, d]
        Tensor resid = t.keep(RESID, ops.add(tokens, positions));                                   // [T, d]
        return resid;
    }

    private Tensor attention(int i, Tensor x, Cache cache, Scope t) {
        Layer w = weights.layers().get(i);
        Attention attention = new Attention(config.scaling(i), CAUSAL);
        int n = config.heads();
        Tensor norm = t.keep(NORM, ops.layerNorm(x, w.norm1()));                                    // [T, d]
        Tensor q = t.keep(Q, ops.linear(norm, w.query()).splitHeads(n));                            // [H, T, e]
        Tensor k = t.keep(K, cache.keys(i, ops.linear(norm, w.key()).splitHeads(n)));               // [H, S, e]
        Tensor v = t.keep(V, cache.values(i, ops.linear(norm, w.value()).splitHeads(n)));           // [H, S, e]
        Tensor heads = attention.attend(ops, q, k, v, t);                                           // [H, T, e]
        Tensor out = t.keep(OUT, ops.linear(heads.mergeHeads(), w.project()));                      // [T, d]
        Tensor resid = t.keep(RESID, ops.add(x, out));                                              // [T, d]
        return resid;
    }

    private Tensor mlp(int i, Tensor x, Scope t) {
        Layer w = weights.layers().get(i);
        Tensor norm = t.keep(NORM, ops.layerNorm(x, w.norm2()));                                    // [T, d]
        Tensor pre = t.keep(PRE, ops.linear(norm, w.expand()));                                     // [T, f]
        Tensor act = t.keep(ACT, config.activation().apply(ops, pre));                              // [T, f]
        Tensor out = t.keep(OUT, ops.linear(act, w.contract()));                                    // [T, d]
        Tensor resid = t.keep(RESID, ops.add(x, out));                                              // [T, d]
        return resid;
    }

    /** The way from the stream to the vocabulary, for asking any layer what it would say. */
    public Unembedding unembedding() {
        return new Gpt2Unembedding(this);
    }

    @Override
    public String toString() {
        return "Gpt2 on " + ops.name() + ": " + config;
    }
}
