package org.vitrine.transformer.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.layer.Cache;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;

/**
 * Writes on from a prompt, one token at a time. Nothing is recorded on the way: under the causal mask one pass over
 * the finished text shows every step.
 */
public final class Generator {
    private final Gpt2 model;
    private final boolean cached;

    /** A generator that remembers keys and values, so that a new token costs one token's work. */
    public Generator(Gpt2 model) {
        this(model, true);
    }

    /** A generator; without a cache it reads the whole text again for every token, and writes the same tokens. */
    public Generator(Gpt2 model, boolean cached) {
        this.model = model;
        this.cached = cached;
    }

    /** Why writing stopped. */
    public enum Stop {
        /** As many tokens were written as asked for. */
        LENGTH,
        /** The model wrote its end token. */
        END,
        /** The model cannot read a longer text. */
        CONTEXT
    }

    /** What was written: the prompt's ids and the new ones together, how long the prompt was, and why it stopped. */
    public record Generation(List<Integer> ids, int promptLength, Stop stop) {
        public Generation {
            ids = List.copyOf(ids);
        }

        /** The new ids alone. */
        public List<Integer> written() {
            return ids.subList(promptLength, ids.size());
        }
    }

    /**
     * Writes up to {@code count} tokens.
     *
     * @param end the token that ends the text, −1 for none; it is part of what was written
     * @param listener is told each new token as soon as it is chosen
     */
    public Generation generate(int[] prompt, int count, TokenChooser chooser, int end, IntConsumer listener) {
        List<Integer> ids = new ArrayList<>(Arrays.stream(prompt).boxed().toList());
        Cache cache = cached ? Cache.growing() : Cache.none();
        int[] unread = prompt;
        for (int n = 0; n < count; n++) {
            if (ids.size() == model.config().context()) {
                return new Generation(ids, prompt.length, Stop.CONTEXT);
            }
            Tensor logits = model.forward(unread, Recorder.off(), cache);        // [T, V]
            int next = chooser.choose(lastRow(logits));
            ids.add(next);
            listener.accept(next);
            if (next == end) {
                return new Generation(ids, prompt.length, Stop.END);
            }
            unread = cached ? new int[]{next} : ids.stream().mapToInt(Integer::intValue).toArray();
        }
        return new Generation(ids, prompt.length, Stop.LENGTH);
    }

    private static float[] lastRow(Tensor logits) {
        return logits.rows(logits.dim(0) - 1).data();
    }
}
