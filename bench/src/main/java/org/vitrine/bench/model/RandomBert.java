package org.vitrine.bench.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a BERT of any size with random weights, in Hugging Face's layout: the work of a real model, its words not.
 *
 * @param layers blocks
 * @param heads H
 * @param width d
 * @param context the longest text
 * @param vocabulary V
 * @param words whether it has the masked-word head, as {@code BertForMaskedLM}, or the pooler, as {@code BertModel}
 */
public record RandomBert(int layers, int heads, int width, int context, int vocabulary, boolean words) {
    /** As large as bert-base-uncased, without its heads. */
    public static final RandomBert BASE = new RandomBert(12, 12, 768, 512, 30_522, false);
    /** The same with the head that says which words stand at the masks. */
    public static final RandomBert BASE_WITH_WORDS = new RandomBert(12, 12, 768, 512, 30_522, true);

    /** Writes {@code config.json} and {@code model.safetensors}; the same numbers each time. */
    public void write(Path folder) throws IOException {
        RandomWeights weights = new RandomWeights();
        weights.matrix("bert.embeddings.word_embeddings.weight", vocabulary, width);
        weights.matrix("bert.embeddings.token_type_embeddings.weight", 2, width);
        weights.matrix("bert.embeddings.position_embeddings.weight", context, width);
        weights.norm("bert.embeddings.LayerNorm", width);
        for (int i = 0; i < layers; i++) {
            layer(weights, "bert.encoder.layer." + i + ".");
        }
        if (words) {
            weights.linear("cls.predictions.transform.dense", width, width);
            weights.norm("cls.predictions.transform.LayerNorm", width);
            weights.bias("cls.predictions.bias", vocabulary);
        } else {
            weights.linear("bert.pooler.dense", width, width);
        }
        weights.write(folder, """
                {"model_type": "bert", "num_hidden_layers": %d, "num_attention_heads": %d, "hidden_size": %d,
                "intermediate_size": %d, "max_position_embeddings": %d, "vocab_size": %d}
                """.formatted(layers, heads, width, 4 * width, context, vocabulary));
    }

    /** Writes {@code vocab.txt}: the special tokens, then words that are called {@code w5}, {@code w6} and so on. */
    public void writeVocabulary(Path folder) throws IOException {
        List<String> tokens = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
        while (tokens.size() < vocabulary) {
            tokens.add("w" + tokens.size());
        }
        Files.write(folder.resolve("vocab.txt"), tokens);
    }

    /** A text of so many tokens, the special ones at its ends included. */
    public String text(int tokens) {
        SplittableRandom random = new SplittableRandom(3);
        return IntStream.range(0, tokens - 2).mapToObj(i -> "w" + random.nextInt(5, vocabulary))
                .collect(Collectors.joining(" "));
    }

    private void layer(RandomWeights weights, String layer) {
        weights.linear(layer + "attention.self.query", width, width);
        weights.linear(layer + "attention.self.key", width, width);
        weights.linear(layer + "attention.self.value", width, width);
        weights.linear(layer + "attention.output.dense", width, width);
        weights.norm(layer + "attention.output.LayerNorm", width);
        weights.linear(layer + "intermediate.dense", width, 4 * width);
        weights.linear(layer + "output.dense", 4 * width, width);
        weights.norm(layer + "output.LayerNorm", width);
    }
}
