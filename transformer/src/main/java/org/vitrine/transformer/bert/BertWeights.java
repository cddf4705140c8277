package org.vitrine.transformer.bert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.ModelFiles;

/**
 * BERT's weights, under the paper's words. The only place that knows what a checkpoint calls its tensors. Which heads
 * there are depends on what the checkpoint was trained for.
 *
 * @param tokens the token table [d, V]: column i is the vector of token i
 * @param segments the segment table [segments, d]: first text, second text
 * @param positions the position table [context, d]
 * @param norm of the sum of the three
 * @param layers the blocks, first to last
 * @param maskedWords the head that guesses hidden words
 * @param pooler from the first token's row to the summary of the text
 * @param nextSentence from that summary to two scores: the second text follows the first, it does not
 */
public record BertWeights(Weight tokens, Tensor segments, Tensor positions, LayerNorm norm, List<Layer> layers,
        Optional<MaskedWordHead> maskedWords, Optional<Linear> pooler, Optional<Linear> nextSentence) {
    private static final String MASKED_WORDS = "cls.predictions";
    private static final String NEXT_SENTENCE = "cls.seq_relationship";
    /** Counters that old checkpoints carry along as buffers. */
    private static final Pattern BUFFER = Pattern.compile("embeddings\\.(position_ids|token_type_ids)");
    /** Heads of fine-tuned variants, which are not read here. */
    private static final Pattern OTHER_HEAD = Pattern.compile("(classifier|qa_outputs|score)\\..*");
    /** The masked-word head's last matrix and bias, of which tied checkpoints may carry copies. */
    private static final Pattern COPY = Pattern.compile("cls\\.predictions\\.(decoder\\.weight|decoder\\.bias|bias)");
    private static final List<String> TABLES = List.of("word_embeddings", "token_type_embeddings",
            "position_embeddings");
    private static final List<String> LAYER = List.of("attention.self.query", "attention.self.key",
            "attention.self.value", "attention.output.dense", "attention.output.LayerNorm", "intermediate.dense",
            "output.dense", "output.LayerNorm");

    /** One block: attention and MLP, each with the norm of what it adds up to. */
    public record Layer(Linear query, Linear key, Linear value, Linear project, LayerNorm norm1, Linear expand,
            Linear contract, LayerNorm norm2) {
    }

    /**
     * From the stream to the scores of the vocabulary.
     *
     * @param decoder its weight is the token table itself unless the checkpoint was trained with a matrix of its own
     */
    public record MaskedWordHead(Linear dense, LayerNorm norm, Linear decoder) {
    }

    public BertWeights {
        layers = List.copyOf(layers);
    }

    /** Reads a model's checkpoint; see {@link #of(Checkpoint, BertConfig)}. */
    public static BertWeights of(ModelFiles files, BertConfig config) {
        try (Checkpoint checkpoint = Checkpoint.open(files)) {
            return of(checkpoint, config);
        }
    }

    /**
     * Reads a checkpoint, with or without the prefix {@code bert.}, with any of the heads or none; a head of which some
     * tensors are missing is an error.
     */
    public static BertWeights of(Checkpoint checkpoint, BertConfig config) {
        String prefix = checkpoint.has("bert.embeddings.word_embeddings.weight") ? "bert." : "";
        checkpoint.check(names(checkpoint, config, prefix), name -> ignorable(name, prefix));

        Checkpoint body = prefix.isEmpty() ? checkpoint : checkpoint.in("bert");
        Checkpoint embeddings = body.in("embeddings");
        int d = config.width();
        Weight tokens = Weight.transposeOf(embeddings.require("word_embeddings.weight", config.vocabulary(), d));
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < config.layers(); i++) {
            layers.add(layer(body.in("encoder.layer." + i), config));
        }
        return new BertWeights(tokens, table(embeddings.in("token_type_embeddings"), config.segments(), d),
                table(embeddings.in("position_embeddings"), config.context(), d),
                norm(embeddings.in("LayerNorm"), config), layers,
                find(checkpoint, MASKED_WORDS).map(head -> maskedWords(head, tokens, config)),
                find(body, "pooler").map(pooler -> linear(pooler.in("dense"), d, d)),
                find(checkpoint, NEXT_SENTENCE).map(head -> linear(head, d, 2)));
    }

    /** A part that only some checkpoints have. */
    private static Optional<Checkpoint> find(Checkpoint checkpoint, String part) {
        return Optional.of(checkpoint.in(part)).filter(found -> !found.names().isEmpty());
    }

    private static boolean ignorable(String name, String prefix) {
        return BUFFER.matcher(name.startsWith(prefix) ? name.substring(prefix.length()) : name).matches()
                || OTHER_HEAD.matcher(name).matches() || COPY.matcher(name).matches();
    }

    private static Layer layer(Checkpoint in, BertConfig config) {
        int d = config.width();
        int f = config.neurons();
        Checkpoint self = in.in("attention.self");
        Checkpoint output = in.in("attention.output");
        return new Layer(linear(self.in("query"), d, d), linear(self.in("key"), d, d), linear(self.in("value"), d, d),
                linear(output.in("dense"), d, d), norm(output.in("LayerNorm"), config),
                linear(in.in("intermediate.dense"), d, f), linear(in.in("output.dense"), f, d),
                norm(in.in("output.LayerNorm"), config));
    }

    private static MaskedWordHead maskedWords(Checkpoint head, Weight tokens, BertConfig config) {
        int d = config.width();
        int vocabulary = config.vocabulary();
        Checkpoint transform = head.in("transform");
        Weight weight = config.tied() ? tokens
                : Weight.transposeOf(head.require("decoder.weight", vocabulary, d));
        Tensor bias = Tensor.of(head.floats(decoderBias(head, config), vocabulary), vocabulary);
        return new MaskedWordHead(linear(transform.in("dense"), d, d), norm(transform.in("LayerNorm"), config),
                new Linear(weight, bias));
    }

    /** The bias goes by two names; where both are there they are copies, unless the head was trained untied. */
    private static String decoderBias(Checkpoint head, BertConfig config) {
        return head.has("decoder.bias") && !(config.tied() && head.has("bias")) ? "decoder.bias" : "bias";
    }

    /** PyTorch stores a linear layer as [out, in]. */
    private static Linear linear(Checkpoint in, int inputs, int outputs) {
        Weight weight = Weight.transposeOf(in.require("weight", outputs, inputs));
        return new Linear(weight, Tensor.of(in.floats("bias", outputs), outputs));
    }

    private static Tensor table(Checkpoint in, int rows, int d) {
        return Tensor.of(in.floats("weight", rows, d), rows, d);
    }

    private static LayerNorm norm(Checkpoint in, BertConfig config) {
        int d = config.width();
        return new LayerNorm(Tensor.of(in.floats(gain(in), d), d), Tensor.of(in.floats(bias(in), d), d),
                config.epsilon());
    }

    /** Checkpoints converted from the first, TensorFlow, release call a norm's gain gamma. */
    private static String gain(Checkpoint norm) {
        return norm.has("gamma") ? "gamma" : "weight";
    }

    /** Checkpoints converted from the first, TensorFlow, release call a norm's bias beta. */
    private static String bias(Checkpoint norm) {
        return norm.has("beta") ? "beta" : "bias";
    }

    private static Set<String> names(Checkpoint checkpoint, BertConfig config, String prefix) {
        Set<String> names = new TreeSet<>();
        TABLES.forEach(table -> names.add(prefix + "embeddings." + table + ".weight"));
        List<String> parts = new ArrayList<>(List.of(prefix + "embeddings.LayerNorm"));
        for (int i = 0; i < config.layers(); i++) {
            for (String part : LAYER) {
                parts.add(prefix + "encoder.layer." + i + "." + part);
            }
        }
        find(checkpoint, MASKED_WORDS).ifPresent(head -> {
            parts.addAll(List.of(MASKED_WORDS + ".transform.dense", MASKED_WORDS + ".transform.LayerNorm"));
            names.add(MASKED_WORDS + "." + decoderBias(head, config));
            if (!config.tied()) {
                names.add(MASKED_WORDS + ".decoder.weight");
            }
        });
        boolean nextSentence = find(checkpoint, NEXT_SENTENCE).isPresent();
        if (nextSentence) {
            parts.add(NEXT_SENTENCE);
        }
        if (nextSentence || find(checkpoint, prefix + "pooler").isPresent()) {
            parts.add(prefix + "pooler.dense");
        }
        for (String part : parts) {
            names.add(part + "." + gain(checkpoint.in(part)));
            names.add(part + "." + bias(checkpoint.in(part)));
        }
        return names;
    }
}
