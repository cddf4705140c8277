package org.vitrine.transformer.bert;

import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.Limits;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.layer.Activation;

/**
 * BERT's hyper-parameters: the keys of {@code config.json} in our words.
 *
 * @param layers blocks, one after the other ({@code num_hidden_layers})
 * @param heads H ({@code num_attention_heads})
 * @param width d ({@code hidden_size})
 * @param neurons f ({@code intermediate_size}, usually 4d)
 * @param context the longest text, in tokens ({@code max_position_embeddings})
 * @param vocabulary V ({@code vocab_size})
 * @param segments how many texts the segment table can tell apart ({@code type_vocab_size})
 * @param activation between the two matrices of the MLP, and in the masked-word head ({@code hidden_act})
 * @param epsilon of layer normalisation ({@code layer_norm_eps})
 * @param tied whether the masked-word head's last matrix is the token table itself ({@code tie_word_embeddings})
 */
public record BertConfig(int layers, int heads, int width, int neurons, int context, int vocabulary, int segments,
        Activation activation, float epsilon, boolean tied) implements Limits {
    /** Far beyond any real model; a damaged configuration must not keep the reader busy for ever. */
    private static final int MOST_LAYERS = 1000;

    public BertConfig {
        if (layers > MOST_LAYERS) {
            throw new ModelException("a model has at most " + MOST_LAYERS + " layers, not " + layers);
        }
        if (width % heads != 0) {
            throw new ModelException("a width of " + width + " cannot be dealt out evenly to " + heads + " heads");
        }
    }

    /** Reads {@code config.json}; keys that are absent have the reference's defaults, the sizes must be there. */
    public static BertConfig of(ConfigFile file) {
        if (!file.modelType().equals("bert")) {
            throw new ModelException(
                    file.where("model_type") + " is " + file.shown("model_type") + ", but this is read as bert");
        }
        refuseOtherModels(file);
        int heads = file.countDividing("num_attention_heads", "hidden_size");
        return new BertConfig(file.count("num_hidden_layers"), heads, file.count("hidden_size"),
                file.count("intermediate_size"), file.count("max_position_embeddings"), file.count("vocab_size"),
                file.count("type_vocab_size", 2), Activation.of(file, "hidden_act", "gelu"),
                file.positive("layer_norm_eps", 1e-12f), file.flag("tie_word_embeddings", true));
    }

    /** Keys that make another model of it. */
    private static void refuseOtherModels(ConfigFile file) {
        String positions = "position_embedding_type";
        if (!file.text(positions, "absolute").equals("absolute")) {
            throw new ModelException(file.where(positions) + " is " + file.shown(positions)
                    + ", which is not supported; only absolute positions are");
        }
        for (String key : new String[]{"is_decoder", "add_cross_attention"}) {
            if (file.flag(key, false)) {
                throw new ModelException(file.where(key)
                        + " is true: a BERT that writes is not supported, only the encoder, which reads in both directions");
            }
        }
    }

    /** What every layer multiplies its dot products with: 1/√e. */
    public float scaling() {
        return (float) (1 / Math.sqrt((double) width / heads));
    }

    /**
     * Refuses segments that a model cannot read.
     *
     * @param tokens how many tokens there are
     * @throws ModelException if there is not one for each token, or one is outside the segment table
     */
    void checkSegments(int[] ids, int tokens) {
        if (ids.length != tokens) {
            throw new ModelException("every token belongs to a segment, but there are " + tokens + " tokens and "
                    + ids.length + " segments; give one segment for each token");
        }
        for (int id : ids) {
            if (id < 0 || id >= segments) {
                throw new ModelException(
                        "segment " + id + " is outside this model's segments, 0 to " + (segments - 1));
            }
        }
    }
}
