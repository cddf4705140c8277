package org.vitrine.transformer.bart;

import java.util.Map;
import java.util.TreeMap;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.Limits;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.layer.Activation;

/**
 * BART's hyper-parameters: the keys of {@code config.json} in our words.
 *
 * @param encoder the tower that reads
 * @param decoder the tower that writes
 * @param width d ({@code d_model})
 * @param context the longest text of either tower, in tokens ({@code max_position_embeddings})
 * @param vocabulary V ({@code vocab_size}); bart-large-cnn says one less than its tokenizer has pieces
 * @param activation between the two matrices of the MLP ({@code activation_function})
 * @param scaled whether the token table's rows are multiplied with √d ({@code scale_embedding})
 * @param tied whether both towers and the head have one token table ({@code tie_word_embeddings})
 * @param specials the tokens that stand for no text
 */
public record BartConfig(Tower encoder, Tower decoder, int width, int context, int vocabulary, Activation activation,
        boolean scaled, boolean tied, Specials specials) implements Limits {
    /** Far beyond any real model; a damaged configuration must not keep the reader busy for ever. */
    private static final int MOST_LAYERS = 1000;

    /** Switches of old files, with what they are in BART. */
    private static final Map<String, Boolean> OTHER_WIRING = new TreeMap<>(Map.of("normalize_before", false,
            "normalize_embedding", true, "add_final_layer_norm", false, "static_position_embeddings", false));

    /**
     * The size of the encoder or of the decoder.
     *
     * @param layers one after the other ({@code encoder_layers}, {@code decoder_layers})
     * @param heads H ({@code …_attention_heads}); the decoder's cross attention has as many
     * @param neurons f ({@code …_ffn_dim})
     */
    public record Tower(int layers, int heads, int neurons) {
        public Tower {
            if (layers > MOST_LAYERS) {
                throw new ModelException("a model has at most " + MOST_LAYERS + " layers, not " + layers);
            }
        }

        private static Tower of(ConfigFile file, String name) {
            int heads = file.countDividing(name + "_attention_heads", "d_model");
            return new Tower(file.count(name + "_layers"), heads, file.count(name + "_ffn_dim"));
        }
    }

    /**
     * The tokens that stand for no text.
     *
     * @param begin before a text ({@code bos_token_id})
     * @param end after a text ({@code eos_token_id})
     * @param pad fills up the shorter texts of a batch, of which there are none here ({@code pad_token_id})
     * @param start the first token that the decoder reads ({@code decoder_start_token_id})
     */
    public record Specials(int begin, int end, int pad, int start) {
        private static Specials of(ConfigFile file, int vocabulary) {
            return new Specials(id(file, "bos_token_id", vocabulary, 0), id(file, "eos_token_id", vocabulary, 2),
                    id(file, "pad_token_id", vocabulary, 1), id(file, "decoder_start_token_id", vocabulary, 2));
        }

        private static int id(ConfigFile file, String key, int vocabulary, int otherwise) {
            int id = file.tokenId(key, vocabulary);
            return id < 0 ? otherwise : id;
        }
    }

    public BartConfig {
        if (width % encoder.heads() != 0 || width % decoder.heads() != 0) {
            throw new ModelException("a width of " + width + " cannot be dealt out evenly to " + encoder.heads()
                    + " heads in the encoder and " + decoder.heads() + " in the decoder");
        }
    }

    /** Reads {@code config.json}; keys that are absent have the reference's defaults, the sizes must be there. */
    public static BartConfig of(ConfigFile file) {
        if (!file.modelType().equals("bart")) {
            throw new ModelException(
                    file.where("model_type") + " is " + file.shown("model_type") + ", but this is read as bart");
        }
        refuseOtherModels(file);
        int width = file.count("d_model");
        int vocabulary = file.count("vocab_size");
        return new BartConfig(Tower.of(file, "encoder"), Tower.of(file, "decoder"), width,
                file.count("max_position_embeddings"), vocabulary, Activation.of(file, "activation_function", "gelu"),
                file.flag("scale_embedding", false), file.flag("tie_word_embeddings", true),
                Specials.of(file, vocabulary));
    }

    /** Keys that old files have, which make another model of it: mBART's, Marian's, Pegasus'. */
    private static void refuseOtherModels(ConfigFile file) {
        OTHER_WIRING.forEach((key, ours) -> {
            if (file.flag(key, ours) != ours) {
                throw new ModelException(file.where(key) + " is " + !ours + ": that is wired differently from BART, in"
                        + " which it is " + ours + ", and is not supported");
            }
        });
        int offset = file.countOrNone("extra_pos_embeddings", BartWeights.POSITION_OFFSET);
        if (offset != BartWeights.POSITION_OFFSET) {
            throw new ModelException(file.where("extra_pos_embeddings") + " is " + offset + ", which is not supported;"
                    + " BART's position table has " + BartWeights.POSITION_OFFSET + " rows more than its context");
        }
    }

    /** What the heads of a tower multiply their dot products with: 1/√e. */
    public float scaling(Tower tower) {
        return (float) (1 / Math.sqrt((double) width / tower.heads()));
    }

    /** What the token table's rows are multiplied with: 1, or √d where the configuration wants it. */
    public float tokenScale() {
        return scaled ? (float) Math.sqrt(width) : 1;
    }

    /**
     * What the decoder reads in order to write these ids: the start token, then all ids but the last (Hugging Face's
     * {@code shift_tokens_right}). So what it reads at position p is what it should have written at p − 1.
     *
     * <p>The start token ({@code decoder_start_token_id}) is the one that also ends a text, {@code </s>}, and not {@code <s>}: of
     * the text {@code <s> The keys </s>} the decoder reads {@code </s> <s> The keys}. A model called without ids for its decoder
     * does this by itself in Hugging Face's transformers; here whoever calls it does.
     */
    public int[] shifted(int[] ids) {
        if (ids.length == 0) {
            throw new ModelException("there is no token for the decoder to write: the text is empty");
        }
        int[] shifted = new int[ids.length];
        shifted[0] = start();
        System.arraycopy(ids, 0, shifted, 1, ids.length - 1);
        return shifted;
    }

    /** The token before a text. */
    public int begin() {
        return specials.begin();
    }

    /** The token after a text. */
    public int end() {
        return specials.end();
    }

    /** The token that fills up a batch. */
    public int pad() {
        return specials.pad();
    }

    /** The first token that the decoder reads. */
    public int start() {
        return specials.start();
    }
}
