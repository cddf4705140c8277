package org.vitrine.explain.arithmetic;

import static org.vitrine.transformer.layer.Attention.Mask.NONE;
import static org.vitrine.transformer.trace.Part.*;
import static org.vitrine.transformer.trace.Site.*;
import static org.vitrine.transformer.trace.Stack.ENCODER;

import java.util.stream.IntStream;
import org.vitrine.explain.arithmetic.Wiring.Place;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.bert.BertWeights.Layer;
import org.vitrine.transformer.bert.BertWeights.MaskedWordHead;
import org.vitrine.transformer.layer.Attention;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.trace.TensorName;

/** BERT's wiring: every part reads the stream x as it is, adds what it computes, and normalises the sum. */
record BertWiring(Bert model, Wiring wiring) {
    static Wiring of(Bert model, int[] ids, int[] segments) {
        BertWiring made = new BertWiring(model, new Wiring());
        TensorName x = made.embed(ids, segments);
        for (int i = 0; i < model.config().layers(); i++) {
            x = made.attention(i, x);
            x = made.mlp(i, x);
        }
        TensorName last = x;
        model.weights().maskedWords().ifPresent(w -> made.maskedWords(last, w));
        model.weights().pooler().ifPresent(w -> made.summary(last, w));
        return made.wiring;
    }

    private TensorName embed(int[] ids, int[] segmentIds) {
        Place at = wiring.in(ENCODER, EMBED);
        int[] places = IntStream.range(0, ids.length).toArray();
        TensorName tokens = at.put(TOKENS,
                new Lookup(Table.of(Table.TOKENS, model.weights().tokens()), ids, "id of t", 1));
        TensorName segments = at.put(SEGMENTS,
                new Lookup(Table.of("segment table", model.weights().segments()), segmentIds, "segment of t", 1));
        TensorName positions = at.put(POSITIONS,
                new Lookup(Table.of("position table", model.weights().positions()), places, "t", 1));
        TensorName sum = at.sum(SUM, tokens, segments, positions);
        return at.norm(RESID, sum, model.weights().norm());
    }

    private TensorName attention(int i, TensorName x) {
        Layer w = model.weights().layers().get(i);
        Place at = wiring.in(ENCODER, i, ATTN);
        TensorName q = at.linear(Q, x, "q", w.query());
        TensorName k = at.linear(K, x, "k", w.key());
        TensorName v = at.linear(V, x, "v", w.value());
        TensorName heads = at.attend(new Attention(model.config().scaling(), NONE), q, k, v);
        TensorName out = at.linear(OUT, heads, "o", w.project());
        TensorName sum = at.sum(SUM, x, out);
        return at.norm(RESID, sum, w.norm1());
    }

    private TensorName mlp(int i, TensorName x) {
        Layer w = model.weights().layers().get(i);
        Place at = wiring.in(ENCODER, i, MLP);
        TensorName pre = at.linear(PRE, x, "₁", w.expand());
        TensorName act = at.put(ACT, new Curve(pre, model.config().activation()));
        TensorName out = at.linear(OUT, act, "₂", w.contract());
        TensorName sum = at.sum(SUM, x, out);
        return at.norm(RESID, sum, w.norm2());
    }

    private void maskedWords(TensorName x, MaskedWordHead w) {
        Place at = wiring.head();
        boolean tied = w.decoder().weight() == model.weights().tokens();
        TensorName pre = at.linear(PRE, x, "", w.dense());
        TensorName act = at.put(ACT, new Curve(pre, model.config().activation()));
        TensorName norm = at.norm(NORM, act, w.norm());
        at.put(LOGITS,
                new Product(norm, new Product.Names("head", tied ? Table.TOKENS : "Wv", "bv"), w.decoder(), true));
    }

    private void summary(TensorName x, Linear pooler) {
        Place at = wiring.head();
        TensorName pooled = at.linear(POOLED, x, "p", pooler);
        model.weights().nextSentence().ifPresent(w -> at.linear(NSP, pooled, "n", w));
    }
}
