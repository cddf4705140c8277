package org.vitrine.transformer.gpt2;

import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.Limits;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.layer.Activation;

/**
 * GPT-2's hyper-parameters: the keys of {@code config.json} in our words.
 *
 * @param layers blocks, one after the other ({@code n_layer})
 * @param heads H ({@code n_head})
 * @param width d ({@code n_embd})
 * @param neurons f ({@code n_inner}, usually 4d)
 * @param context the longest text, in tokens ({@code n_positions})
 * @param vocabulary V ({@code vocab_size})
 * @param activation between the two matrices of the MLP ({@code activation_function})
 * @param epsilon of layer normalisation ({@code layer_norm_epsilon})
 * @param scaledByWidth whether scores are divided by √e ({@code scale_attn_weights})
 * @param scaledByLayer whether scores are also divided by layer + 1 ({@code scale_attn_by_inverse_layer_idx})
 * @param tied whether the head's matrix is the token table itself ({@code tie_word_embeddings})
 * @param end the token that ends a text, −1 if there is none ({@code eos_token_id})
 */
public record Gpt2Config(int layers, int heads, int width, int neurons, int context, int vocabulary,
        Activation activation, float epsilon, boolean scaledByWidth, boolean scaledByLayer, boolean tied,
        int end) implements Limits {
    /** Far beyond any real model; a damaged configuration must not keep the reader busy for ever. */
    private static final int MOST_LAYERS = 1000;

    public Gpt2Config {
        if (layers > MOST_LAYERS) {
            throw new ModelException("a model has at most " + MOST_LAYERS + " layers, not " + layers);
        }
        if (width % heads != 0) {
            throw new ModelException("a width of " + width + " cannot be dealt out evenly to " + heads + " heads");
        }
    }

    /**
     * Reads {@code config.json}; keys that are absent have the reference's defaults, the sizes must be there. {@code
     * reorder_and_upcast_attn} is about numbers of 16 bits: in 32 bits it changes nothing.
     */
    public static Gpt2Config of(ConfigFile file) {
        if (!file.modelType().equals("gpt2")) {
            throw new ModelException(
                    file.where("model_type") + " is " + file.shown("model_type") + ", but this is read as gpt2");
        }
        if (file.flag("add_cross_attention", false)) {
            throw new ModelException(file.where("add_cross_attention")
                    + " is true: a GPT-2 that attends to an encoder is not supported, only the language model by itself");
        }
        int width = file.count("n_embd");
        int heads = file.countDividing("n_head", "n_embd");
        int vocabulary = file.count("vocab_size");
        return new Gpt2Config(file.count("n_layer"), heads, width,
                file.count("n_inner", usualNeurons(file, width)), file.count("n_positions"), vocabulary,
                Activation.of(file, "activation_function", "gelu_new"),
                file.positive("layer_norm_epsilon", 1e-5f), file.flag("scale_attn_weights", true),
                file.flag("scale_attn_by_inverse_layer_idx", false), file.flag("tie_word_embeddings", true),
                file.tokenId("eos_token_id", vocabulary));
    }

    /** 4d, where the configuration leaves it to that. */
    private static int usualNeurons(ConfigFile file, int width) {
        if (width > Integer.MAX_VALUE / 4 && !file.isSet("n_inner")) {
            throw new ModelException(file.where("n_embd") + " is " + width + ", wider than any model; expected at most "
                    + Integer.MAX_VALUE / 4);
        }
        return 4 * width;
    }

    /** What a layer multiplies its dot products with: 1/√e, unless the configuration wants otherwise. */
    public float scaling(int layer) {
        double scaling = scaledByWidth ? 1 / Math.sqrt((double) width / heads) : 1;
        return (float) (scaledByLayer ? scaling / (layer + 1) : scaling);
    }
}
