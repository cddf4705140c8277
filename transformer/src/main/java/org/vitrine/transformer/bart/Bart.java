package org.vitrine.transformer.bart;

import static org.vitrine.transformer.layer.Attention.Mask.CAUSAL;
import static org.vitrine.transformer.layer.Attention.Mask.NONE;
import static org.vitrine.transformer.trace.Part.*;
import static org.vitrine.transformer.trace.Site.*;
import static org.vitrine.transformer.trace.Stack.*;

import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.transformer.bart.BartWeights.Attn;
import org.vitrine.transformer.bart.BartWeights.DecoderLayer;
import org.vitrine.transformer.bart.BartWeights.Embed;
import org.vitrine.transformer.bart.BartWeights.EncoderLayer;
import org.vitrine.transformer.bart.BartWeights.Mlp;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.TokenIds;
import org.vitrine.transformer.layer.Attention;
import org.vitrine.transformer.layer.Cache;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.layer.Unembedding;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Scope;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.weights.ModelFiles;

/**
 * BART: Lewis et al. 2020, "BART: Denoising Sequence-to-Sequence Pre-training for Natural Language Generation,
 * Translation, and Comprehension", section 2.1: the whole Transformer (Vaswani et al. 2017, section 3). The encoder reads a
 * text, every token seeing all others; the decoder writes one from left to right and looks across at the encoder. Every
 * part adds what it computes to the stream x and normalises the sum ("post-LN").
 *
 * <pre>
 *   S tokens read   T tokens written   d width   H heads   e = d/H   f neurons   V vocabulary
 *   P = T, and more with a cache: the tokens written so far
 * </pre>
 *
 * <p>The numbers are those of Hugging Face's {@code BartForConditionalGeneration}: {@code models/bart/modeling_bart.py}.
 *
 * @param config how large it is
 * @param weights what it has learnt
 * @param ops how the arithmetic is done: slow and plain, or fast
 */
public record Bart(BartConfig config, BartWeights weights, Ops ops) implements Unembedding {
    /** Reads a model's configuration and weights. */
    public static Bart load(ModelFiles files, Ops ops) {
        BartConfig config = BartConfig.of(ConfigFile.of(files));
        return new Bart(config, BartWeights.of(files, config), ops);
    }

    /**
     * The score of every vocabulary entry as the decoder's next token, at every position: [S] and [T] → [T, V].
     *
     * @param ids what the encoder reads
     * @param decoderIds what the decoder reads, as it is: {@link BartConfig#shifted} makes it from what shall be written
     */
    public Tensor forward(int[] ids, int[] decoderIds, Recorder recorder) {
        TokenIds.check(decoderIds, "the decoder's text", 0, config);
        Tensor encoded = encode(ids, recorder);                                                     // [S, d]
        Tensor logits = decode(decoderIds, encoded, recorder, Cache.none());                        // [T, V]
        return logits;
    }

    /** What the encoder makes of a text, for the decoder to look at: [S] → [S, d]. */
    public Tensor encode(int[] ids, Recorder recorder) {
        TokenIds.check(ids, "the encoder's text", 0, config);
        Scope encoder = recorder.in(ENCODER);
        Tensor x = embed(ids, 0, weights.encoderEmbed(), encoder.in(EMBED));                        // [S, d]
        for (int i = 0; i < config.encoder().layers(); i++) {
            EncoderLayer w = weights.encoder().get(i);
            x = encoderAttention(x, w.attn(), encoder.in(i, ATTN));                                 // [S, d]
            x = mlp(x, w.mlp(), encoder.in(i, MLP));                                                // [S, d]
        }
        return x;
    }

    /**
     * The score of every vocabulary entry as the next token, at every position: [T] → [T, V].
     *
     * @param decoderIds what the decoder reads; with a cache, what follows the tokens in it
     * @param encoded what {@link #encode} made [S, d]; with a cache, the same at every pass
     */
    public Tensor decode(int[] decoderIds, Tensor encoded, Recorder recorder, Cache cache) {
        TokenIds.check(decoderIds, "the decoder's text", cache.length(), config);
        Scope decoder = recorder.in(DECODER);
        Tensor x = embed(decoderIds, cache.length(), weights.decoderEmbed(), decoder.in(EMBED));    // [T, d]
        for (int i = 0; i < config.decoder().layers(); i++) {
            DecoderLayer w = weights.decoder().get(i);
            x = decoderAttention(i, x, cache, decoder.in(i, ATTN));                                 // [T, d]
            x = crossAttention(i, x, encoded, cache, decoder.in(i, CROSS));                         // [T, d]
            x = mlp(x, w.mlp(), decoder.in(i, MLP));                                                // [T, d]
        }
        Tensor logits = recorder.in(HEAD).keep(LOGITS, ops.linear(x, weights.head()));              // [T, V]
        return logits;
    }

    private Tensor embed(int[] ids, int past, Embed w, Scope t) {
        int[] places = IntStream.range(past, past + ids.length).map(i -> i + BartWeights.POSITION_OFFSET).toArray();
        Tensor rows = w.tokens().columns(ids);                                                      // [T, d]
        Tensor tokens = t.keep(TOKENS, ops.scale(rows, config.tokenScale()));                       // [T, d]
        Tensor positions = t.keep(POSITIONS, w.positions().rows(places));                           // [T, d]
        Tensor sum = t.keep(SUM, ops.add(tokens, positions));                                       // [T, d]
        Tensor resid = t.keep(RESID, ops.layerNorm(sum, w.norm()));                                 // [T, d]
        return resid;
    }

    /** The encoder's self attention: every token sees all tokens. */
    private Tensor encoderAttention(Tensor x, Attn w, Scope t) {
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

    /** The decoder's self attention: every token sees those before it. */
    private Tensor decoderAttention(int i, Tensor x, Cache cache, Scope t) {
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

    /** From the decoder to the encoder's last stream: every token written sees all tokens read. */
    private Tensor crossAttention(int i, Tensor x, Tensor encoded, Cache cache, Scope t) {
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

    private Tensor mlp(Tensor x, Mlp w, Scope t) {
        Tensor pre = t.keep(PRE, ops.linear(x, w.expand()));                                        // [T, f]
        Tensor act = t.keep(ACT, config.activation().apply(ops, pre));                              // [T, f]
        Tensor out = t.keep(OUT, ops.linear(act, w.contract()));                                    // [T, d]
        Tensor sum = t.keep(SUM, ops.add(x, out));                                                  // [T, d]
        Tensor resid = t.keep(RESID, ops.layerNorm(sum, w.norm()));                                 // [T, d]
        return resid;
    }

    @Override
    public List<TensorName> streams() {
        return TensorName.streams(DECODER, config.decoder().layers());
    }

    @Override
    public Tensor logits(Tensor stream) {
        return ops.linear(stream, weights.head());
    }

    @Override
    public Tensor rawLogits(Tensor stream) {
        return ops.linear(stream, Linear.withoutBias(weights.head().weight()));
    }

    @Override
    public String headWords() {
        return "the bias of the model's head (final_logits_bias)";
    }

    @Override
    public boolean predictsNext() {
        return true;
    }

    @Override
    public String toString() {
        return "Bart on " + ops.name() + ": " + config;
    }
}
