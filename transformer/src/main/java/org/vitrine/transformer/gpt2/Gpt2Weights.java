package org.vitrine.transformer.gpt2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vitrine.transformer.checkpoint.Inventory;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.StoredTensor;

/**
 * GPT-2's weights, under the paper's words. With {@link Gpt2Names}, the only place that knows what a
 * checkpoint calls its tensors.
 *
 * @param tokens the token table [d, V]: column i is the vector of token i
 * @param positions the position table [context, d]
 * @param layers the blocks, first to last
 * @param finalNorm after the last block
 * @param head from the stream to the scores of the vocabulary; its weight is {@code tokens} itself unless the
 *     checkpoint was trained with a matrix of its own
 */
public record Gpt2Weights(Weight tokens, Tensor positions, List<Layer> layers, LayerNorm finalNorm, Linear head) {
    /** One block: attention and MLP, each with the norm through which it reads the stream. */
    public record Layer(LayerNorm norm1, Linear query, Linear key, Linear value, Linear project, LayerNorm norm2,
            Linear expand, Linear contract) {
        @Override
        public String toString() {
            return "Layer [d=" + expand.weight().inputs() + ", f=" + expand.weight().outputs() + "]";
        }
    }

    public Gpt2Weights {
        layers = List.copyOf(layers);
    }

    /** Reads a model's checkpoint; see {@link #of(Checkpoint, Gpt2Config)}. */
    public static Gpt2Weights of(ModelFiles files, Gpt2Config config) {
        try (Checkpoint checkpoint = Checkpoint.open(files)) {
            return of(checkpoint, config);
        }
    }

    /** Reads a checkpoint, with or without the prefix {@code transformer.}, with or without a matrix for the head. */
    public static Gpt2Weights of(Checkpoint checkpoint, Gpt2Config config) {
        inventory(checkpoint, config).check(checkpoint);
        Checkpoint body = Gpt2Names.prefix(checkpoint).isEmpty() ? checkpoint : checkpoint.in("transformer");
        int d = config.width();
        Weight tokens = Weight.transposeOf(body.require("wte.weight", config.vocabulary(), d));
        Tensor positions = Tensor.of(body.floats("wpe.weight", config.context(), d), config.context(), d);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < config.layers(); i++) {
            layers.add(layer(body.in("h." + i), config));
        }
        Weight head = config.tied() ? tokens
                : Weight.transposeOf(checkpoint.require("lm_head.weight", config.vocabulary(), d));
        return new Gpt2Weights(tokens, positions, layers, norm(body.in("ln_f"), config), Linear.withoutBias(head));
    }

    /** Where each tensor of a checkpoint is used, which are missing, which are left out and why. */
    public static Inventory inventory(Checkpoint checkpoint, Gpt2Config config) {
        return Gpt2Names.inventory(checkpoint, config);
    }

    private static Layer layer(Checkpoint h, Gpt2Config config) {
        int d = config.width();
        int f = config.neurons();
        Checkpoint attn = h.in("attn");
        Checkpoint mlp = h.in("mlp");
        // one matrix holds query, key and value side by side; stored as [in, out], so nothing is transposed
        StoredTensor qkv = attn.require("c_attn.weight", d, 3L * d);
        float[] bias = attn.floats("c_attn.bias", 3L * d);
        return new Layer(norm(h.in("ln_1"), config), third(qkv, bias, 0), third(qkv, bias, 1), third(qkv, bias, 2),
                linear(attn.in("c_proj"), d, d), norm(h.in("ln_2"), config), linear(mlp.in("c_fc"), d, f),
                linear(mlp.in("c_proj"), f, d));
    }

    private static Linear third(StoredTensor qkv, float[] bias, int which) {
        int d = bias.length / 3;
        float[] own = Arrays.copyOfRange(bias, which * d, (which + 1) * d);
        return new Linear(Weight.columnsOf(qkv, which * d, (which + 1) * d), Tensor.of(own, d));
    }

    private static Linear linear(Checkpoint in, int inputs, int outputs) {
        Weight weight = Weight.columnsOf(in.require("weight", inputs, outputs), 0, outputs);
        return new Linear(weight, Tensor.of(in.floats("bias", outputs), outputs));
    }

    private static LayerNorm norm(Checkpoint in, Gpt2Config config) {
        int d = config.width();
        return new LayerNorm(Tensor.of(in.floats("weight", d), d), Tensor.of(in.floats("bias", d), d),
                config.epsilon());
    }

    @Override
    public String toString() {
        return "Gpt2Weights [V=" + tokens.outputs() + ", d=" + tokens.inputs() + "] with " + layers.size() + " layers";
    }
}
