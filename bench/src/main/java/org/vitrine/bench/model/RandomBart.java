package org.vitrine.bench.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a BART of any size with random weights, in Hugging Face's layout: the work of a real model, its words not.
 *
 * @param layers of each tower
 * @param heads H
 * @param width d; the MLPs have 4d neurons
 * @param context the longest text
 * @param vocabulary V
 */
public record RandomBart(int layers, int heads, int width, int context, int vocabulary) {
    /** As large as bart-large: 406 million parameters. */
    public static final RandomBart LARGE = new RandomBart(12, 16, 1024, 1024, 50_265);

    /** Writes {@code config.json} and {@code model.safetensors}; the same numbers each time. */
    public void write(Path folder) throws IOException {
        RandomWeights weights = new RandomWeights();
        weights.matrix("model.shared.weight", vocabulary, width);
        for (String tower : List.of("model.encoder.", "model.decoder.")) {
            weights.matrix(tower + "embed_positions.weight", context + 2, width);
            weights.norm(tower + "layernorm_embedding", width);
            for (int i = 0; i < layers; i++) {
                String layer = tower + "layers." + i + ".";
                attention(weights, layer + "self_attn");
                if (tower.equals("model.decoder.")) {
                    attention(weights, layer + "encoder_attn");
                }
                weights.linear(layer + "fc1", width, 4 * width);
                weights.linear(layer + "fc2", 4 * width, width);
                weights.norm(layer + "final_layer_norm", width);
            }
        }
        weights.write(folder, """
                {"model_type": "bart", "d_model": %d, "max_position_embeddings": %d, "vocab_size": %d,
                 "encoder_layers": %d, "encoder_attention_heads": %d, "encoder_ffn_dim": %d,
                 "decoder_layers": %d, "decoder_attention_heads": %d, "decoder_ffn_dim": %d}
                """.formatted(width, context, vocabulary, layers, heads, 4 * width, layers, heads, 4 * width));
    }

    private void attention(RandomWeights weights, String name) {
        for (String projection : List.of(".q_proj", ".k_proj", ".v_proj", ".out_proj")) {
            weights.linear(name + projection, width, width);
        }
        weights.norm(name + "_layer_norm", width);
    }
}
