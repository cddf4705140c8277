package org.vitrine.explain.arithmetic;

import static org.vitrine.transformer.layer.Attention.Mask.CAUSAL;
import static org.vitrine.transformer.layer.Attention.Mask.NONE;
import static org.vitrine.transformer.trace.Part.*;
import static org.vitrine.transformer.trace.Site.*;
import static org.vitrine.transformer.trace.Stack.DECODER;
import static org.vitrine.transformer.trace.Stack.ENCODER;

import java.util.stream.IntStream;
import org.vitrine.explain.arithmetic.Wiring.Place;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bart.BartWeights;
import org.vitrine.transformer.bart.BartWeights.Attn;
import org.vitrine.transformer.bart.BartWeights.DecoderLayer;
import org.vitrine.transformer.bart.BartWeights.Embed;
import org.vitrine.transformer.bart.BartWeights.EncoderLayer;
import org.vitrine.transformer.bart.BartWeights.Mlp;
import org.vitrine.transformer.layer.Attention;
import org.vitrine.transformer.trace.TensorName;

/** BART's wiring: two towers, and in every layer of the one that writes a look across at the last stream of the one that reads. */
record BartWiring(Bart model, Wiring wiring) {
    static Wiring of(Bart model, int[] ids, int[] decoderIds) {
        BartWiring made = new BartWiring(model, new Wiring());
        TensorName encoded = made.encode(ids);
        TensorName x = made.decode(decoderIds, encoded);
        boolean tied = model.weights().head().weight() == model.weights().decoderEmbed().tokens();
        made.wiring.head().put(LOGITS, new Product(x,
                tied ? Product.Names.tied() : new Product.Names("head", "W", "b"), model.weights().head(), true));
        return made.wiring;
    }

    private TensorName encode(int[] ids) {
        float scaling = model.config().scaling(model.config().encoder());
        TensorName x = embed(ids, model.weights().encoderEmbed(), wiring.in(ENCODER, EMBED));
        for (int i = 0; i < model.config().encoder().layers(); i++) {
            EncoderLayer w = model.weights().encoder().get(i);
            x = attention(x, x, w.attn(), new Attention(scaling, NONE), wiring.in(ENCODER, i, ATTN));
            x = mlp(x, w.mlp(), wiring.in(ENCODER, i, MLP));
        }
        return x;
    }

    private TensorName decode(int[] decoderIds, TensorName encoded) {
        float scaling = model.config().scaling(model.config().decoder());
        TensorName x = embed(decoderIds, model.weights().decoderEmbed(), wiring.in(DECODER, EMBED));
        for (int i = 0; i < model.config().decoder().layers(); i++) {
            DecoderLayer w = model.weights().decoder().get(i);
            x = attention(x, x, w.attn(), new Attention(scaling, CAUSAL), wiring.in(DECODER, i, ATTN));
            x = attention(x, encoded, w.cross(), new Attention(scaling, NONE), wiring.in(DECODER, i, CROSS));
            x = mlp(x, w.mlp(), wiring.in(DECODER, i, MLP));
        }
        return x;
    }

    private TensorName embed(int[] ids, Embed w, Place at) {
        int[] places = IntStream.range(0, ids.length).map(t -> t + BartWeights.POSITION_OFFSET).toArray();
        TensorName tokens = at.put(TOKENS,
                new Lookup(Table.of(tokenTable(w, at), w.tokens()), ids, "id of t", model.config().tokenScale()));
        TensorName positions = at.put(POSITIONS, new Lookup(Table.of(at + ".position table", w.positions()), places,
                "t + " + BartWeights.POSITION_OFFSET, 1));
        TensorName sum = at.sum(SUM, tokens, positions);
        return at.norm(RESID, sum, w.norm());
    }

    /** One table for both towers, unless the checkpoint has two. */
    private String tokenTable(Embed w, Place at) {
        return w.tokens() == model.weights().decoderEmbed().tokens() ? Table.TOKENS : at + "." + Table.TOKENS;
    }

    /**
     * Tokens look at tokens.
     *
     * @param x the stream of those who look
     * @param seen the stream of those who are looked at: the same, or the encoder's last
     */
    private TensorName attention(TensorName x, TensorName seen, Attn w, Attention attention, Place at) {
        TensorName q = at.linear(Q, x, "q", w.query());
        TensorName k = at.linear(K, seen, "k", w.key());
        TensorName v = at.linear(V, seen, "v", w.value());
        TensorName heads = at.attend(attention, q, k, v);
        TensorName out = at.linear(OUT, heads, "o", w.project());
        TensorName sum = at.sum(SUM, x, out);
        return at.norm(RESID, sum, w.norm());
    }

    private TensorName mlp(TensorName x, Mlp w, Place at) {
        TensorName pre = at.linear(PRE, x, "₁", w.expand());
        TensorName act = at.put(ACT, new Curve(pre, model.config().activation()));
        TensorName out = at.linear(OUT, act, "₂", w.contract());
        TensorName sum = at.sum(SUM, x, out);
        return at.norm(RESID, sum, w.norm());
    }
}
