package org.vitrine.explain.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.StoredTensor;
import org.vitrine.weights.TensorEntry;
import org.vitrine.weights.WeightsException;

/**
 * What Hugging Face's implementation makes of a short text with a classroom model: ids, and every intermediate tensor. An
 * error that all back ends share, or one in reading texts or weights, shows only beside numbers from elsewhere.
 *
 * <p>The three traces are resources beside this class. They were made with transformers 5.18.0 on torch 2.13.0, on a CPU
 * with one thread, in float32, with eager attention; hooks kept the tensors, each under the name that Vitrine gives it and
 * in Vitrine's order of computation. Masked scores are −∞. The texts have what tokenizers trip over: two spaces, capitals,
 * accents, digits, an apostrophe; BERT's are a pair with a mask, BART's one for each stack.
 *
 * @param text what was read
 * @param pair BERT's second text, or what BART's decoder reads, shifted; empty for GPT-2
 * @param inputs the tokens, {@code input.ids} [T] and perhaps {@code input.segments} [T] or {@code input.decoder_ids} [T]
 * @param trace all that was computed, in the order of computation
 * @param source what computed it, in words
 */
public record GoldenTrace(String text, String pair, Map<String, int[]> inputs, Trace trace, String source) {
    private static final String INPUTS = "input.";

    /** The map is copied, and keeps its order. */
    public GoldenTrace {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /**
     * The golden trace of a classroom model.
     *
     * @throws WeightsException if it is missing or broken, which only happens where Vitrine's files were damaged
     */
    public static GoldenTrace of(String model) {
        String file = model + ".safetensors";
        try (InputStream in = GoldenTrace.class.getResourceAsStream(file)) {
            if (in == null) {
                throw damaged(model, "there is no resource " + file, null);
            }
            return read(model, in.readAllBytes());
        } catch (IOException e) {
            throw damaged(model, e.getMessage(), e);
        }
    }

    /** A golden trace from the bytes of its file. */
    static GoldenTrace read(String model, byte[] content) {
        try (Safetensors file = Safetensors.of(content, model + ".safetensors")) {
            Map<String, int[]> inputs = new LinkedHashMap<>();
            Recording recording = Recording.everything();
            for (TensorEntry entry : file.entries()) {
                StoredTensor tensor = file.require(entry.name());
                if (entry.name().startsWith(INPUTS)) {
                    inputs.put(entry.name(), Arrays.stream(tensor.longs()).mapToInt(Math::toIntExact).toArray());
                } else {
                    recording.keep(TensorName.parse(entry.name()), tensor(tensor));
                }
            }
            Map<String, String> words = file.metadata();
            if (inputs.isEmpty() || recording.trace().names().isEmpty() || !words.containsKey("text")) {
                throw new IllegalArgumentException("it has no text, no ids or no tensors");
            }
            return new GoldenTrace(words.get("text"), words.getOrDefault("pair", ""), inputs, recording.trace(),
                    words.getOrDefault("made_with", "another implementation"));
        } catch (WeightsException | IllegalArgumentException | ArithmeticException e) { // no name of a tensor; no id
            throw damaged(model, e.getMessage(), e);
        }
    }

    private static Tensor tensor(StoredTensor stored) {
        return Tensor.of(stored.floats(), Arrays.stream(stored.shape()).mapToInt(Math::toIntExact).toArray());
    }

    private static WeightsException damaged(String model, String why, Exception cause) {
        return new WeightsException(
                "the golden trace of " + model + " cannot be read (" + why + "); it is part of Vitrine, "
                        + "so this installation is damaged: build or install it again",
                cause);
    }
}
