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
 * Writes a BART of any size with random weights, in Hugging Face's layout: the work of a real model, its words not. All
 * layers have the same numbers, so that writing the file takes little memory.
 *
 * @param layers of each tower
 * @param heads H
 * @param width d; the MLPs have 4d neurons
 * @param context the longest text
 * @param vocabulary V
 */
record RandomBart(int layers, int heads, int width, int context, int vocabulary) {
    /** As large as bart-large: 406 million parameters. */
    static final RandomBart BART_LARGE = new RandomBart(12, 16, 1024, 1024, 50_265);

    /** Writes {@code config.json} and {@code model.safetensors}; the same numbers each time. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), """
                {"model_type": "bart", "d_model": %d, "max_position_embeddings": %d, "vocab_size": %d,
                 "encoder_layers": %d, "encoder_attention_heads": %d, "encoder_ffn_dim": %d,
                 "decoder_layers": %d, "decoder_attention_heads": %d, "decoder_ffn_dim": %d}
                """.formatted(width, context, vocabulary, layers, heads, 4 * width, layers, heads, 4 * width));
        SafetensorsWriter.write(folder.resolve("model.safetensors"), Map.of("format", "pt"), tensors());
    }

    private List<TensorData> tensors() {
        SplittableRandom random = new SplittableRandom(7);
        float[] square = numbers(random, width * width);
        float[] mlp = numbers(random, 4 * width * width);
        float[] positions = numbers(random, (context + 2) * width);
        List<TensorData> tensors = new ArrayList<>();
        add(tensors, "model.shared.weight", numbers(random, vocabulary * width), vocabulary, width);
        for (String tower : List.of("model.encoder.", "model.decoder.")) {
            add(tensors, tower + "embed_positions.weight", positions, context + 2, width);
            norm(tensors, tower + "layernorm_embedding");
            for (int i = 0; i < layers; i++) {
                String layer = tower + "layers." + i + ".";
                attention(tensors, layer + "self_attn", square);
                if (tower.equals("model.decoder.")) {
                    attention(tensors, layer + "encoder_attn", square);
                }
                linear(tensors, layer + "fc1", mlp, 4 * width, width);
                linear(tensors, layer + "fc2", mlp, width, 4 * width);
                norm(tensors, layer + "final_layer_norm");
            }
        }
        return tensors;
    }

    private void attention(List<TensorData> tensors, String name, float[] square) {
        for (String projection : List.of(".q_proj", ".k_proj", ".v_proj", ".out_proj")) {
            linear(tensors, name + projection, square, width, width);
        }
        norm(tensors, name + "_layer_norm");
    }

    private static void linear(List<TensorData> tensors, String name, float[] numbers, int outputs, int inputs) {
        add(tensors, name + ".weight", numbers, outputs, inputs);
        add(tensors, name + ".bias", new float[outputs], outputs);
    }

    private void norm(List<TensorData> tensors, String name) {
        float[] gain = new float[width];
        Arrays.fill(gain, 1);
        add(tensors, name + ".weight", gain, width);
        add(tensors, name + ".bias", new float[width], width);
    }

    private static void add(List<TensorData> tensors, String name, float[] numbers, long... shape) {
        tensors.add(TensorData.floats(name, shape, numbers));
    }

    /** Deviation 0.02, as BART is initialised. */
    private static float[] numbers(SplittableRandom random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) ((random.nextDouble() - 0.5) * 0.02 * Math.sqrt(12));
        }
        return numbers;
    }
}
