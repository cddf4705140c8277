package org.vitrine.bench.work;

import org.vitrine.transformer.bart.BartConfig;
import org.vitrine.transformer.bert.BertConfig;
import org.vitrine.transformer.gpt2.Gpt2Config;

/**
 * Floating-point operations of matrix products, a multiply-add being two. Attention counts in full, as it is computed, the
 * half that a causal mask hides included.
 */
final class Flops {
    private Flops() {
    }

    /** A product [rows, inputs]·[inputs, outputs]. */
    static long product(long rows, long inputs, long outputs) {
        return 2 * rows * inputs * outputs;
    }

    /** BERT with its pooler and without other heads. */
    static long bert(BertConfig config, long tokens) {
        long d = config.width();
        return config.layers() * block(tokens, tokens, d, config.neurons()) + product(1, d, d);
    }

    /** GPT-2 with the scores of all tokens. */
    static long gpt2(Gpt2Config config, long tokens) {
        long d = config.width();
        return config.layers() * block(tokens, tokens, d, config.neurons()) + product(tokens, d, config.vocabulary());
    }

    /** BART's encoder. */
    static long bartEncoder(BartConfig config, long tokens) {
        return config.encoder().layers() * block(tokens, tokens, config.width(), config.encoder().neurons());
    }

    /**
     * BART's beam search with caches: the encoder, then as many passes as there are new tokens, the first for one text, all
     * others for one text a beam.
     */
    static long bartBeams(BartConfig config, long read, long beams, long written) {
        long d = config.width();
        long layers = config.decoder().layers();
        long flops = bartEncoder(config, read) + layers * 2 * product(read, d, d);
        for (long past = 1; past <= written; past++) {
            long cross = 2 * product(1, d, d) + attention(1, read, d);
            long pass = layers * (block(1, past, d, config.decoder().neurons()) + cross)
                    + product(1, d, config.vocabulary());
            flops += past == 1 ? pass : beams * pass;
        }
        return flops;
    }

    /** Attention of some tokens to as many or more, and the MLP. */
    private static long block(long tokens, long seen, long d, long neurons) {
        return 4 * product(tokens, d, d) + attention(tokens, seen, d) + 2 * product(tokens, d, neurons);
    }

    /** Query times key, and pattern times value, of all heads. */
    private static long attention(long tokens, long seen, long d) {
        return 2 * product(tokens, d, seen);
    }
}
