package org.vitrine.transformer.bart;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.transformer.checkpoint.Inventory;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.ModelFiles;

/**
 * BART's weights, under the paper's words. With {@link BartNames} and {@link TokenTables}, the only place that knows what a
 * checkpoint calls its tensors.
 *
 * @param encoderEmbed from the text's ids to the stream that the encoder reads
 * @param encoder the encoder's layers, first to last
 * @param decoderEmbed from the ids written so far to the stream that the decoder reads
 * @param decoder the decoder's layers, first to last
 * @param head from the decoder's stream to the scores of the vocabulary; its weight is the token table, its bias the
 *     reference's {@code final_logits_bias}
 */
public record BartWeights(Embed encoderEmbed, List<EncoderLayer> encoder, Embed decoderEmbed,
        List<DecoderLayer> decoder, Linear head) {
    /** Position i is row i + 2; the first two rows, left over from fairseq's padding, are never read. */
    public static final int POSITION_OFFSET = 2;
    /** Not in any configuration: the reference leaves it at PyTorch's default. */
    private static final float EPSILON = 1e-5f;

    /**
     * From ids to the stream.
     *
     * @param tokens the token table [d, V]: column i is the vector of token i; one table for both towers and the head,
     *     unless the checkpoint has several that differ
     * @param positions the position table [context + 2, d]
     * @param norm after the sum of both
     */
    public record Embed(Weight tokens, Tensor positions, LayerNorm norm) {
        @Override
        public String toString() {
            return "Embed [V=" + tokens.outputs() + ", d=" + tokens.inputs() + "]";
        }
    }

    /** An attention and the norm after it. */
    public record Attn(Linear query, Linear key, Linear value, Linear project, LayerNorm norm) {
        @Override
        public String toString() {
            return "Attn [d=" + query.weight().inputs() + "]";
        }
    }

    /** The two matrices and the norm after them. */
    public record Mlp(Linear expand, Linear contract, LayerNorm norm) {
        @Override
        public String toString() {
            return "Mlp [d=" + expand.weight().inputs() + ", f=" + expand.weight().outputs() + "]";
        }
    }

    /** A layer of the tower that reads. */
    public record EncoderLayer(Attn attn, Mlp mlp) {
    }

    /** A layer of the tower that writes: attention to what is written, to what was read, and the MLP. */
    public record DecoderLayer(Attn attn, Attn cross, Mlp mlp) {
    }

    public BartWeights {
        encoder = List.copyOf(encoder);
        decoder = List.copyOf(decoder);
    }

    /** Reads a model's checkpoint; see {@link #of(Checkpoint, BartConfig)}. */
    public static BartWeights of(ModelFiles files, BartConfig config) {
        try (Checkpoint checkpoint = Checkpoint.open(files)) {
            return of(checkpoint, config);
        }
    }

    /**
     * Reads a checkpoint, with or without the prefix {@code model.}, with one token table or copies of it, with or
     * without a bias for the head.
     */
    public static BartWeights of(Checkpoint checkpoint, BartConfig config) {
        inventory(checkpoint, config).check(checkpoint);
        String prefix = BartNames.prefix(checkpoint);
        TokenTables tokens = TokenTables.of(checkpoint, prefix, config);
        Checkpoint encoder = checkpoint.in(prefix + "encoder");
        Checkpoint decoder = checkpoint.in(prefix + "decoder");
        List<EncoderLayer> reading = new ArrayList<>();
        for (int i = 0; i < config.encoder().layers(); i++) {
            reading.add(encoderLayer(encoder.in("layers." + i), config));
        }
        List<DecoderLayer> writing = new ArrayList<>();
        for (int i = 0; i < config.decoder().layers(); i++) {
            writing.add(decoderLayer(decoder.in("layers." + i), config));
        }
        return new BartWeights(embed(encoder, tokens.encoder(), config), reading,
                embed(decoder, tokens.decoder(), config), writing,
                new Linear(tokens.head(), headBias(checkpoint, config.vocabulary())));
    }

    /** Where each tensor of a checkpoint is used, which are missing, which are left out and why. */
    public static Inventory inventory(Checkpoint checkpoint, BartConfig config) {
        return BartNames.inventory(checkpoint, config);
    }

    private static Embed embed(Checkpoint tower, Weight tokens, BartConfig config) {
        int d = config.width();
        long rows = (long) config.context() + POSITION_OFFSET;
        Tensor positions = Tensor.of(tower.floats("embed_positions.weight", rows, d), Math.toIntExact(rows), d);
        return new Embed(tokens, positions, norm(tower.in("layernorm_embedding"), d));
    }

    private static EncoderLayer encoderLayer(Checkpoint layer, BartConfig config) {
        int d = config.width();
        return new EncoderLayer(attn(layer, "self_attn", d), mlp(layer, d, config.encoder().neurons()));
    }

    private static DecoderLayer decoderLayer(Checkpoint layer, BartConfig config) {
        int d = config.width();
        return new DecoderLayer(attn(layer, "self_attn", d), attn(layer, "encoder_attn", d),
                mlp(layer, d, config.decoder().neurons()));
    }

    private static Attn attn(Checkpoint layer, String name, int d) {
        Checkpoint attn = layer.in(name);
        return new Attn(linear(attn.in("q_proj"), d, d), linear(attn.in("k_proj"), d, d),
                linear(attn.in("v_proj"), d, d), linear(attn.in("out_proj"), d, d),
                norm(layer.in(name + "_layer_norm"), d));
    }

    private static Mlp mlp(Checkpoint layer, int d, int f) {
        return new Mlp(linear(layer.in("fc1"), d, f), linear(layer.in("fc2"), f, d),
                norm(layer.in("final_layer_norm"), d));
    }

    /** Stored as [out, in]: turned round once, here. */
    private static Linear linear(Checkpoint in, int inputs, int outputs) {
        return new Linear(Weight.transposeOf(in.require("weight", outputs, inputs)),
                Tensor.of(in.floats("bias", outputs), outputs));
    }

    private static LayerNorm norm(Checkpoint in, int d) {
        return new LayerNorm(Tensor.of(in.floats("weight", d), d), Tensor.of(in.floats("bias", d), d), EPSILON);
    }

    /** Stored as [1, V]; as many zeros where there is none. */
    private static Tensor headBias(Checkpoint checkpoint, int vocabulary) {
        float[] bias = checkpoint.has(BartNames.HEAD_BIAS) ? checkpoint.floats(BartNames.HEAD_BIAS, 1, vocabulary)
                : new float[vocabulary];
        return Tensor.of(bias, vocabulary);
    }

    @Override
    public String toString() {
        return "BartWeights [V=" + head.weight().outputs() + ", d=" + head.weight().inputs() + "] with "
                + encoder.size()
                + " and " + decoder.size() + " layers";
    }
}
