package org.vitrine.transformer.bart;

import static org.vitrine.transformer.layer.Attention.Mask.CAUSAL;
import static org.vitrine.transformer.layer.Attention.Mask.NONE;
import static org.vitrine.transformer.trace.Part.*;
import static org.vitrine.transformer.trace.Site.*;
import static org.vitrine.transformer.trace.Stack.*;

import java.util.stream.IntStream;
import org.vitrine.transformer.bart.BartWeights.Attn;
import org.vitrine.transformer.bart.BartWeights.Embed;
import org.vitrine.transformer.bart.BartWeights.Mlp;
import org.vitrine.transformer.config.TokenIds;
import org.vitrine.transformer.layer.Attention;
import org.vitrine.transformer.layer.Cache;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Scope;

/**
 * BART's decoder, which writes a text: Lewis et al. 2020, section 2.1; Vaswani et al. 2017, section 3. Every token sees those
 * before it, and all that the encoder made. Every part adds what it computes to the stream x and normalises the sum
 * ("post-LN").
 *
 * <pre>
 *   S tokens read   T tokens written   d width   H heads   e = d/H   f neurons   V vocabulary
 *   P = T, and more with a cache: the tokens written so far
 * </pre>
 *
 * @param config how large it is
 * @param weights what it has learnt
 * @param ops how the arithmetic is done: slow and plain, or fast
 */
record BartDecoder(BartConfig config, BartWeights weights, Ops ops) {
    /** The score of every vocabulary entry as the next token, at every position: [T] → [T, V]. */
    Tensor forward(int[] ids, Tensor encoded, Recorder recorder, Cache cache) {
        TokenIds.check(ids, "the decoder's text", cache.length(), config);
        Scope decoder = recorder.in(DECODER);
        Tensor x = embed(ids, cache.length(), decoder.in(EMBED));                                   // [T, d]
        for (int i = 0; i < config.decoder().layers(); i++) {
            x = attention(i, x, cache, decoder.in(i, ATTN));                                        // [T, d]
            x = cross(i, x, encoded, cache, decoder.in(i, CROSS));                                  // [T, d]
            x = mlp(i, x, decoder.in(i, MLP));                                                      // [T, d]
        }
        Tensor logits = recorder.in(HEAD).keep(LOGITS, ops.linear(x, weights.head()));              // [T, V]
        return logits;
    }

    private Tensor embed(int[] ids, int past, Scope t) {
        Embed w = weights.decoderEmbed();
        int[] places = IntStream.range(past, past + ids.length).map(i -> i + BartWeights.POSITION_OFFSET).toArray();
        Tensor rows = w.tokens().columns(ids);                                                      // [T, d]
        Tensor tokens = t.keep(TOKENS, ops.scale(rows, config.tokenScale()));                       // [T, d]
        Tensor positions = t.keep(POSITIONS, w.positions().rows(places));                           // [T, d]
        Tensor sum = t.keep(SUM, ops.add(tokens, positions));                                       // [T, d]
        Tensor resid = t.keep(RESID, ops.layerNorm(sum, w.norm()));                                 // [T, d]
        return resid;
    }

    /** To the tokens written so far. */
    private Tensor attention(int i, Tensor x, Cache cache, Scope t) {
        Attn w = weights.decoder().get(i).attn();
        Attention attention = new Attention(config.scaling(config.decoder()), CAUSAL);
        int n = config.decoder().heads();
        Tensor q = t.keep(Q, ops.linear(x, w.query()).splitHeads(n));                               // [H, T, e]
        Tensor k = t.keep(K, cache.keys(i, ops.linear(x, w.key()).splitHeads(n)));                  // [H, P, e]
        Tensor v = t.keep(V, cache.values(i, ops.linear(x, w.value()).splitHeads(n)));              // [H, P, e]
        Tensor heads = attention.attend(ops, q, k, v, t);                                           // [H, T, e]
        Tensor out = t.keep(OUT, ops.linear(heads.mergeHeads(), w.project()));                      // [T, d]
        Tensor sum = t.keep(SUM, ops.add(x, out));                                                  // [T, d]
        Tensor resid = t.keep(RESID, ops.layerNorm(sum, w.norm()));                                 // [T, d]
        return resid;
    }

    /** To the encoder's last stream: every token written sees all tokens read. */
    private Tensor cross(int i, Tensor x, Tensor encoded, Cache cache, Scope t) {
        Attn w = weights.decoder().get(i).cross();
        Attention attention = new Attention(config.scaling(config.decoder()), NONE);
        int n = config.decoder().heads();
        Tensor q = t.keep(Q, ops.linear(x, w.query()).splitHeads(n));                               // [H, T, e]
        Tensor k = t.keep(K, cache.crossKeys(i, () -> ops.linear(encoded, w.key()).splitHeads(n))); // [H, S, e]
        Tensor v = t.keep(V, cache.crossValues(i, () -> ops.linear(encoded, w.value()).splitHeads(n))); // [H, S, e]
        Tensor heads = attention.attend(ops, q, k, v, t);                                           // [H, T, e]
        Tensor out = t.keep(OUT, ops.linear(heads.mergeHeads(), w.project()));                      // [T, d]
        Tensor sum = t.keep(SUM, ops.add(x, out));                                                  // [T, d]
        Tensor resid = t.keep(RESID, ops.layerNorm(sum, w.norm()));                                 // [T, d]
        return resid;
    }

    private Tensor mlp(int i, Tensor x, Scope t) {
        Mlp w = weights.decoder().get(i).mlp();
        Tensor pre = t.keep(PRE, ops.linear(x, w.expand()));                                        // [T, f]
        Tensor act = t.keep(ACT, config.activation().apply(ops, pre));                              // [T, f]
        Tensor out = t.keep(OUT, ops.linear(act, w.contract()));                                    // [T, d]
        Tensor sum = t.keep(SUM, ops.add(x, out));                                                  // [T, d]
        Tensor resid = t.keep(RESID, ops.layerNorm(sum, w.norm()));                                 // [T, d]
        return resid;
    }

    @Override
    public String toString() {
        return "Bart's decoder on " + ops.name() + ": " + config;
    }
}
