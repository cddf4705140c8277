package org.vitrine.transformer.bert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.transformer.checkpoint.Inventory;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.ModelFiles;

/**
 * BERT's weights, under the paper's words. With {@link BertNames}, the only place that knows what a checkpoint calls its
 * tensors. Which heads there are depends on what the checkpoint was trained for.
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
    /** One block: attention and MLP, each with the norm of what it adds up to. */
    public record Layer(Linear query, Linear key, Linear value, Linear project, LayerNorm norm1, Linear expand,
            Linear contract, LayerNorm norm2) {
        @Override
        public String toString() {
            return "Layer [d=" + expand.weight().inputs() + ", f=" + expand.weight().outputs() + "]";
        }
    }

    /**
     * From the stream to the scores of the vocabulary.
     *
     * @param decoder its weight is the token table itself unless the checkpoint was trained with a matrix of its own
     */
    public record MaskedWordHead(Linear dense, LayerNorm norm, Linear decoder) {
        @Override
        public String toString() {
            return "MaskedWordHead [d=" + decoder.weight().inputs() + ", V=" + decoder.weight().outputs() + "]";
        }
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
        inventory(checkpoint, config).check(checkpoint);
        Checkpoint body = BertNames.prefix(checkpoint).isEmpty() ? checkpoint : checkpoint.in("bert");
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
                BertNames.find(checkpoint, BertNames.MASKED_WORDS).map(head -> maskedWords(head, tokens, config)),
                BertNames.find(body, "pooler").map(pooler -> linear(pooler.in("dense"), d, d)),
                BertNames.find(checkpoint, BertNames.NEXT_SENTENCE).map(head -> linear(head, d, 2)));
    }

    /** Where each tensor of a checkpoint is used, which are missing, which are left out and why. */
    public static Inventory inventory(Checkpoint checkpoint, BertConfig config) {
        return BertNames.inventory(checkpoint, config);
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
        Tensor bias = Tensor.of(head.floats(BertNames.decoderBias(head, config), vocabulary), vocabulary);
        return new MaskedWordHead(linear(transform.in("dense"), d, d), norm(transform.in("LayerNorm"), config),
                new Linear(weight, bias));
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
        return new LayerNorm(Tensor.of(in.floats(BertNames.gain(in), d), d),
                Tensor.of(in.floats(BertNames.bias(in), d), d),
                config.epsilon());
    }

    @Override
    public String toString() {
        return "BertWeights [V=" + tokens.outputs() + ", d=" + tokens.inputs() + "] with " + layers.size() + " layers";
    }
}
