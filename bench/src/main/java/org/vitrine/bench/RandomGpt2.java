package org.vitrine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.vitrine.weights.SafetensorsWriter;
import org.vitrine.weights.TensorData;

/**
 * Writes a GPT-2 of any size with random weights, in Hugging Face's layout: the work of a real model, its words not.
 *
 * @param layers blocks
 * @param heads H
 * @param width d
 * @param context the longest text
 * @param vocabulary V
 */
record RandomGpt2(int layers, int heads, int width, int context, int vocabulary) {
    /** As large as distilgpt2. */
    static final RandomGpt2 DISTILGPT2 = new RandomGpt2(6, 12, 768, 1024, 50_257);

    /** Writes {@code config.json} and {@code model.safetensors}; the same numbers each time. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), """
                {"model_type": "gpt2", "n_layer": %d, "n_head": %d, "n_embd": %d, "n_positions": %d, "vocab_size": %d}
                """.formatted(layers, heads, width, context, vocabulary));
        SplittableRandom random = new SplittableRandom(7);
        List<TensorData> tensors = new ArrayList<>();
        tensors.add(matrix(random, "wte.weight", vocabulary, width));
        tensors.add(matrix(random, "wpe.weight", context, width));
        for (int i = 0; i < layers; i++) {
            String h = "h." + i + ".";
            norm(tensors, h + "ln_1");
            linear(tensors, random, h + "attn.c_attn", width, 3 * width);
            linear(tensors, random, h + "attn.c_proj", width, width);
            norm(tensors, h + "ln_2");
            linear(tensors, random, h + "mlp.c_fc", width, 4 * width);
            linear(tensors, random, h + "mlp.c_proj", 4 * width, width);
        }
        norm(tensors, "ln_f");
        SafetensorsWriter.write(folder.resolve("model.safetensors"), Map.of("format", "pt"), tensors);
    }

    private static void linear(List<TensorData> tensors, SplittableRandom random, String name, int inputs,
            int outputs) {
        tensors.add(matrix(random, name + ".weight", inputs, outputs));
        tensors.add(TensorData.floats(name + ".bias", new long[]{outputs}, new float[outputs]));
    }

    private void norm(List<TensorData> tensors, String name) {
        float[] gain = new float[width];
        Arrays.fill(gain, 1);
        tensors.add(TensorData.floats(name + ".weight", new long[]{width}, gain));
        tensors.add(TensorData.floats(name + ".bias", new long[]{width}, new float[width]));
    }

    /** Deviation 0.02, as GPT-2 is initialised. */
    private static TensorData matrix(SplittableRandom random, String name, int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((random.nextDouble() - 0.5) * 0.02 * Math.sqrt(12));
        }
        return TensorData.floats(name, new long[]{rows, columns}, values);
    }
}
