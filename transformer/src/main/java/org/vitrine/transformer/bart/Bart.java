package org.vitrine.transformer.bart;

import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.TokenIds;
import org.vitrine.transformer.layer.Cache;
import org.vitrine.transformer.layer.Unembedding;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.weights.ModelFiles;

/**
 * BART: Lewis et al. 2020, "BART: Denoising Sequence-to-Sequence Pre-training for Natural Language Generation,
 * Translation, and Comprehension", section 2.1: the whole Transformer (Vaswani et al. 2017, section 3). The encoder reads a
 * text; the decoder writes one and looks across at the encoder. {@link BartEncoder} and {@link BartDecoder} are the files to
 * read; this one joins them.
 *
 * <pre>
 *   S tokens read   T tokens written   d width   V vocabulary
 * </pre>
 *
 * <p>The numbers are those of Hugging Face's {@code BartForConditionalGeneration}: {@code models/bart/modeling_bart.py}.
 *
 * @param config how large it is
 * @param weights what it has learnt
 * @param ops how the arithmetic is done: slow and plain, or fast
 */
public record Bart(BartConfig config, BartWeights weights, Ops ops) {
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
        return decode(decoderIds, encoded, recorder, Cache.none());                                 // [T, V]
    }

    /** What the encoder makes of a text, for the decoder to look at: [S] → [S, d]. */
    public Tensor encode(int[] ids, Recorder recorder) {
        return new BartEncoder(config, weights, ops).forward(ids, recorder);                        // [S, d]
    }

    /**
     * The score of every vocabulary entry as the next token, at every position: [T] → [T, V].
     *
     * @param decoderIds what the decoder reads; with a cache, what follows the tokens in it
     * @param encoded what {@link #encode} made [S, d]; with a cache, the same at every pass
     */
    public Tensor decode(int[] decoderIds, Tensor encoded, Recorder recorder, Cache cache) {
        return new BartDecoder(config, weights, ops).forward(decoderIds, encoded, recorder, cache); // [T, V]
    }

    /** The way from the decoder's stream to the vocabulary, for asking any layer what it would say. */
    public Unembedding unembedding() {
        return new BartUnembedding(this);
    }

    @Override
    public String toString() {
        return "Bart on " + ops.name() + ": " + config;
    }
}
