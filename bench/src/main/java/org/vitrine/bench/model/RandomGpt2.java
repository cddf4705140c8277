package org.vitrine.bench.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.tokenizer.ByteAlphabet;
import org.vitrine.weights.DType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a GPT-2 of any size with random weights, in Hugging Face's layout: the work of a real model, its words not.
 *
 * @param layers blocks
 * @param heads H
 * @param width d
 * @param context the longest text
 * @param vocabulary V
 */
public record RandomGpt2(int layers, int heads, int width, int context, int vocabulary) {
    /** As large as distilgpt2. */
    public static final RandomGpt2 DISTILGPT2 = new RandomGpt2(6, 12, 768, 1024, 50_257);

    /** Writes {@code config.json} and {@code model.safetensors}; the same numbers each time. */
    public void write(Path folder) throws IOException {
        write(folder, DType.F32);
    }

    /** The same with every number stored as F32, F16 or BF16. */
    public void write(Path folder, DType dtype) throws IOException {
        RandomWeights weights = new RandomWeights(dtype);
        weights.matrix("wte.weight", vocabulary, width);
        weights.matrix("wpe.weight", context, width);
        for (int i = 0; i < layers; i++) {
            String h = "h." + i + ".";
            weights.norm(h + "ln_1", width);
            linear(weights, h + "attn.c_attn", width, 3 * width);
            linear(weights, h + "attn.c_proj", width, width);
            weights.norm(h + "ln_2", width);
            linear(weights, h + "mlp.c_fc", width, 4 * width);
            linear(weights, h + "mlp.c_proj", 4 * width, width);
        }
        weights.norm("ln_f", width);
        weights.write(folder, """
                {"model_type": "gpt2", "n_layer": %d, "n_head": %d, "n_embd": %d, "n_positions": %d, "vocab_size": %d}
                """.formatted(layers, heads, width, context, vocabulary));
    }

    /**
     * Writes {@code vocab.json} and {@code merges.txt}: every byte is a token, and the others, which no text has, fill the
     * vocabulary up to its last, {@code <|endoftext|>}.
     */
    public void writeTokenizer(Path folder) throws IOException {
        ObjectNode pieces = JsonNodeFactory.instance.objectNode();
        for (int id = 0; id < ByteAlphabet.SIZE; id++) {
            pieces.put(String.valueOf(ByteAlphabet.glyph(id)), id);
        }
        for (int id = ByteAlphabet.SIZE; id < vocabulary - 1; id++) {
            pieces.put("unused" + id, id);
        }
        pieces.put("<|endoftext|>", vocabulary - 1);
        Files.writeString(folder.resolve("vocab.json"), pieces.toString());
        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\n");
    }

    /** Stored as [in, out]. */
    private static void linear(RandomWeights weights, String name, int inputs, int outputs) {
        weights.matrix(name + ".weight", inputs, outputs);
        weights.bias(name + ".bias", outputs);
    }
}
