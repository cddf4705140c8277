package org.vitrine.explain.arithmetic;

import static org.vitrine.transformer.layer.Attention.Mask.CAUSAL;
import static org.vitrine.transformer.trace.Part.*;
import static org.vitrine.transformer.trace.Site.*;
import static org.vitrine.transformer.trace.Stack.DECODER;

import java.util.stream.IntStream;
import org.vitrine.explain.arithmetic.Wiring.Place;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.gpt2.Gpt2Weights.Layer;
import org.vitrine.transformer.layer.Attention;
import org.vitrine.transformer.trace.TensorName;

/** GPT-2's wiring: every part reads the stream x through a norm of its own and adds what it computes to it. */
record Gpt2Wiring(Gpt2 model, Wiring wiring) {
    static Wiring of(Gpt2 model, int[] ids) {
        Gpt2Wiring made = new Gpt2Wiring(model, new Wiring());
        TensorName x = made.embed(ids);
        for (int i = 0; i < model.config().layers(); i++) {
            x = made.attention(i, x);
            x = made.mlp(i, x);
        }
        TensorName norm = made.wiring.in(DECODER, FINAL).norm(NORM, x, model.weights().finalNorm());
        boolean tied = model.weights().head().weight() == model.weights().tokens();
        made.wiring.head().put(LOGITS, new Product(norm,
                tied ? Product.Names.tied() : new Product.Names("head", "W", "b"), model.weights().head(), false));
        return made.wiring;
    }

    private TensorName embed(int[] ids) {
        Place at = wiring.in(DECODER, EMBED);
        int[] places = IntStream.range(0, ids.length).toArray();
        TensorName tokens = at.put(TOKENS,
                new Lookup(Table.of(Table.TOKENS, model.weights().tokens()), ids, "id of t", 1));
        TensorName positions = at.put(POSITIONS,
                new Lookup(Table.of("position table", model.weights().positions()), places, "t", 1));
        return at.sum(RESID, tokens, positions);
    }

    private TensorName attention(int i, TensorName x) {
        Layer w = model.weights().layers().get(i);
        Place at = wiring.in(DECODER, i, ATTN);
        TensorName norm = at.norm(NORM, x, w.norm1());
        TensorName q = at.linear(Q, norm, "q", w.query());
        TensorName k = at.linear(K, norm, "k", w.key());
        TensorName v = at.linear(V, norm, "v", w.value());
        TensorName heads = at.attend(new Attention(model.config().scaling(i), CAUSAL), q, k, v);
        TensorName out = at.linear(OUT, heads, "o", w.project());
        return at.sum(RESID, x, out);
    }

    private TensorName mlp(int i, TensorName x) {
        Layer w = model.weights().layers().get(i);
        Place at = wiring.in(DECODER, i, MLP);
        TensorName norm = at.norm(NORM, x, w.norm2());
        TensorName pre = at.linear(PRE, norm, "₁", w.expand());
        TensorName act = at.put(ACT, new Curve(pre, model.config().activation()));
        TensorName out = at.linear(OUT, act, "₂", w.contract());
        return at.sum(RESID, x, out);
    }
}
