package org.vitrine.transformer.generate;

import java.util.Arrays;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.layer.Cache;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;

/**
 * A model and what it has read. The model is given what the cache does not hold: the new tokens, or the whole text when
 * the cache remembers nothing.
 */
final class ModelDraft implements Draft {
    private final Decoder decoder;
    private final int limit;
    private Cache cache;
    private int[] ids;

    /** The part of a model that writes: [T] → [T, V], for tokens that follow those in the cache. */
    @FunctionalInterface
    private interface Decoder {
        Tensor logits(int[] ids, Cache cache);
    }

    private ModelDraft(Decoder decoder, int limit, Cache cache, int... ids) {
        this.decoder = decoder;
        this.limit = limit;
        this.cache = cache;
        this.ids = ids;
    }

    static Draft of(Gpt2 model, Cache cache) {
        return new ModelDraft((ids, past) -> model.forward(ids, Recorder.off(), past), model.config().context(), cache);
    }

    static Draft of(Bart model, int[] encoderIds, Cache cache) {
        Tensor encoded = model.encode(encoderIds, Recorder.off());                                      // [S, d]
        return new ModelDraft((ids, past) -> model.decode(ids, encoded, Recorder.off(), past), model.config().context(),
                cache);
    }

    @Override
    public int length() {
        return ids.length;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public float[] read(int... next) {
        int[] all = Arrays.copyOf(ids, ids.length + next.length);
        System.arraycopy(next, 0, all, ids.length, next.length);
        Cache grown = cache.fork(); // a pass that fails or is cancelled on its way leaves the draft as it was
        Tensor logits = decoder.logits(Arrays.copyOfRange(all, cache.length(), all.length), grown);     // [T, V]
        cache = grown;
        ids = all;
        return logits.rows(logits.dim(0) - 1).data();
    }

    @Override
    public Draft fork() {
        return new ModelDraft(decoder, limit, cache.fork(), ids);
    }
}
