package org.vitrine.transformer.bert;

import static org.vitrine.transformer.layer.Attention.Mask.NONE;
import static org.vitrine.transformer.trace.Part.*;
import static org.vitrine.transformer.trace.Site.*;
import static org.vitrine.transformer.trace.Stack.*;

import java.util.stream.IntStream;
import org.vitrine.transformer.bert.BertWeights.Layer;
import org.vitrine.transformer.bert.BertWeights.MaskedWordHead;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.TokenIds;
import org.vitrine.transformer.layer.Attention;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.layer.Unembedding;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Scope;
import org.vitrine.weights.ModelFiles;

/**
 * BERT: Devlin et al. 2019, "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding", section
 * 3, on the Transformer's encoder (Vaswani et al. 2017, section 3). Every token sees all others, to its left and to its
 * right. Every part adds what it computes to the stream x and normalises the sum ("post-LN").
 *
 * <pre>
 *   T tokens   d width   H heads   e = d/H   f = 4d neurons   V vocabulary   S = T
 * </pre>
 *
 * <p>The numbers are those of Hugging Face's {@code BertForPreTraining}: {@code models/bert/modeling_bert.py}.
 *
 * @param config how large it is
 * @param weights what it has learnt
 * @param ops how the arithmetic is done: slow and plain, or fast
 */
public record Bert(BertConfig config, BertWeights weights, Ops ops) {
    /** Reads a model's configuration and weights. */
    public static Bert load(ModelFiles files, Ops ops) {
        BertConfig config = BertConfig.of(ConfigFile.of(files));
        return new Bert(config, BertWeights.of(files, config), ops);
    }

    /**
     * The stream after the last layer: [T] → [T, d]. On the way every head that the checkpoint has is computed too, for
     * the recorder.
     *
     * @param segments for each token 0 if it belongs to the first text, 1 if to the second
     */
    public Tensor forward(int[] ids, int[] segments, Recorder recorder) {
        TokenIds.check(ids, "the text", 0, config);
        config.checkSegments(segments, ids.length);
        Scope encoder = recorder.in(ENCODER);
        Tensor x = embed(ids, segments, encoder.in(EMBED));                                         // [T, d]
        for (int i = 0; i < config.layers(); i++) {
            x = attention(i, x, encoder.in(i, ATTN));                                               // [T, d]
            x = mlp(i, x, encoder.in(i, MLP));                                                      // [T, d]
        }
        Tensor last = x;                                                                            // [T, d]
        weights.maskedWords().ifPresent(w -> maskedWords(last, w, recorder.in(HEAD)));              // [T, V]
        weights.pooler().ifPresent(w -> summary(last, w, recorder.in(HEAD)));                       // [d]
        return last;
    }

    private Tensor embed(int[] ids, int[] segmentIds, Scope t) {
        int[] places = IntStream.range(0, ids.length).toArray();
        Tensor tokens = t.keep(TOKENS, weights.tokens().columns(ids));                              // [T, d]
        Tensor segments = t.keep(SEGMENTS, weights.segments().rows(segmentIds));                    // [T, d]
        Tensor positions = t.keep(POSITIONS, weights.positions().rows(places));                     // [T, d]
        Tensor sum = t.keep(SUM, ops.add(ops.add(tokens, segments), positions));                    // [T, d]
        Tensor resid = t.keep(RESID, ops.layerNorm(sum, weights.norm()));                           // [T, d]
        return resid;
    }

    private Tensor attention(int i, Tensor x, Scope t) {
        Layer w = weights.layers().get(i);
        Attention attention = new Attention(config.scaling(), NONE);
        int n = config.heads();
        Tensor q = t.keep(Q, ops.linear(x, w.query()).splitHeads(n));                               // [H, T, e]
        Tensor k = t.keep(K, ops.linear(x, w.key()).splitHeads(n));                                 // [H, S, e]
        Tensor v = t.keep(V, ops.linear(x, w.value()).splitHeads(n));                               // [H, S, e]
        Tensor heads = attention.attend(ops, q, k, v, t);                                           // [H, T, e]
        Tensor out = t.keep(OUT, ops.linear(heads.mergeHeads(), w.project()));                      // [T, d]
        Tensor sum = t.keep(SUM, ops.add(x, out));                                                  // [T, d]
        Tensor resid = t.keep(RESID, ops.layerNorm(sum, w.norm1()));                                // [T, d]
        return resid;
    }

    private Tensor mlp(int i, Tensor x, Scope t) {
        Layer w = weights.layers().get(i);
        Tensor pre = t.keep(PRE, ops.linear(x, w.expand()));                                        // [T, f]
        Tensor act = t.keep(ACT, config.activation().apply(ops, pre));                              // [T, f]
        Tensor out = t.keep(OUT, ops.linear(act, w.contract()));                                    // [T, d]
        Tensor sum = t.keep(SUM, ops.add(x, out));                                                  // [T, d]
        Tensor resid = t.keep(RESID, ops.layerNorm(sum, w.norm2()));                                // [T, d]
        return resid;
    }

    /** Which word stands at each place: section 3.1, task 1. */
    Tensor maskedWords(Tensor x, MaskedWordHead w, Scope t) {
        Tensor pre = t.keep(PRE, ops.linear(x, w.dense()));                                         // [T, d]
        Tensor act = t.keep(ACT, config.activation().apply(ops, pre));                              // [T, d]
        Tensor norm = t.keep(NORM, ops.layerNorm(act, w.norm()));                                   // [T, d]
        Tensor logits = t.keep(LOGITS, ops.linear(norm, w.decoder()));                              // [T, V]
        return logits;
    }

    /** The whole text in one row, and what is read from it. */
    private Tensor summary(Tensor x, Linear pooler, Scope t) {
        Tensor pooled = t.keep(POOLED, ops.tanh(ops.linear(x.rows(0), pooler)).reshape(x.dim(1)));  // [d]
        weights.nextSentence().ifPresent(w -> nextSentence(pooled, w, t));                          // [2]
        return pooled;
    }

    /** Whether the second part of the text follows the first: section 3.1, task 2. */
    private Tensor nextSentence(Tensor pooled, Linear w, Scope t) {
        Tensor nsp = t.keep(NSP, ops.linear(pooled.reshape(1, pooled.dim(0)), w).reshape(2));       // [2]
        return nsp;
    }

    /** The way from the stream to the vocabulary, for asking any layer what it would say. */
    public Unembedding unembedding() {
        return new BertUnembedding(this);
    }

    @Override
    public String toString() {
        return "Bert on " + ops.name() + ": " + config;
    }
}
