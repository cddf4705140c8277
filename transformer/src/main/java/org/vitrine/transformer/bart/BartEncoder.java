package org.vitrine.transformer.bart;

import static org.vitrine.transformer.layer.Attention.Mask.NONE;
import static org.vitrine.transformer.trace.Part.*;
import static org.vitrine.transformer.trace.Site.*;
import static org.vitrine.transformer.trace.Stack.ENCODER;

import java.util.stream.IntStream;
import org.vitrine.transformer.bart.BartWeights.Attn;
import org.vitrine.transformer.bart.BartWeights.Embed;
import org.vitrine.transformer.bart.BartWeights.Mlp;
import org.vitrine.transformer.config.TokenIds;
import org.vitrine.transformer.layer.Attention;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Scope;

/**
 * BART's encoder, which reads a text: Lewis et al. 2020, section 2.1; Vaswani et al. 2017, section 3. Every token sees all
 * others. Every part adds what it computes to the stream x and normalises the sum ("post-LN").
 *
 * <pre>
 *   S tokens   d width   H heads   e = d/H   f neurons
 * </pre>
 *
 * @param config how large it is
 * @param weights what it has learnt
 * @param ops how the arithmetic is done: slow and plain, or fast
 */
record BartEncoder(BartConfig config, BartWeights weights, Ops ops) {
    /** The stream after the last layer: [S] → [S, d]. */
    Tensor forward(int[] ids, Recorder recorder) {
        TokenIds.check(ids, "the encoder's text", 0, config);
        Scope encoder = recorder.in(ENCODER);
        Tensor x = embed(ids, encoder.in(EMBED));                                                   // [S, d]
        for (int i = 0; i < config.encoder().layers(); i++) {
            x = attention(i, x, encoder.in(i, ATTN));                                               // [S, d]
            x = mlp(i, x, encoder.in(i, MLP));                                                      // [S, d]
        }
        return x;
    }

    private Tensor embed(int[] ids, Scope t) {
        Embed w = weights.encoderEmbed();
        int[] places = IntStream.range(0, ids.length).map(i -> i + BartWeights.POSITION_OFFSET).toArray();
        Tensor rows = w.tokens().columns(ids);                                                      // [S, d]
        Tensor tokens = t.keep(TOKENS, ops.scale(rows, config.tokenScale()));                       // [S, d]
        Tensor positions = t.keep(POSITIONS, w.positions().rows(places));                           // [S, d]
        Tensor sum = t.keep(SUM, ops.add(tokens, positions));                                       // [S, d]
        Tensor resid = t.keep(RESID, ops.layerNorm(sum, w.norm()));                                 // [S, d]
        return resid;
    }

    private Tensor attention(int i, Tensor x, Scope t) {
        Attn w = weights.encoder().get(i).attn();
        Attention attention = new Attention(config.scaling(config.encoder()), NONE);
        int n = config.encoder().heads();
        Tensor q = t.keep(Q, ops.linear(x, w.query()).splitHeads(n));                               // [H, S, e]
        Tensor k = t.keep(K, ops.linear(x, w.key()).splitHeads(n));                                 // [H, S, e]
        Tensor v = t.keep(V, ops.linear(x, w.value()).splitHeads(n));                               // [H, S, e]
        Tensor heads = attention.attend(ops, q, k, v, t);                                           // [H, S, e]
        Tensor out = t.keep(OUT, ops.linear(heads.mergeHeads(), w.project()));                      // [S, d]
        Tensor sum = t.keep(SUM, ops.add(x, out));                                                  // [S, d]
        Tensor resid = t.keep(RESID, ops.layerNorm(sum, w.norm()));                                 // [S, d]
        return resid;
    }

    private Tensor mlp(int i, Tensor x, Scope t) {
        Mlp w = weights.encoder().get(i).mlp();
        Tensor pre = t.keep(PRE, ops.linear(x, w.expand()));                                        // [S, f]
        Tensor act = t.keep(ACT, config.activation().apply(ops, pre));                              // [S, f]
        Tensor out = t.keep(OUT, ops.linear(act, w.contract()));                                    // [S, d]
        Tensor sum = t.keep(SUM, ops.add(x, out));                                                  // [S, d]
        Tensor resid = t.keep(RESID, ops.layerNorm(sum, w.norm()));                                 // [S, d]
        return resid;
    }

    @Override
    public String toString() {
        return "Bart's encoder on " + ops.name() + ": " + config;
    }
}
