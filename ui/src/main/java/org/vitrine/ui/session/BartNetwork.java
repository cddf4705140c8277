package org.vitrine.ui.session;

import java.util.Arrays;
import java.util.Collection;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bart.BartConfig;
import org.vitrine.transformer.bart.BartWeights;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.Limits;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.layer.Unembedding;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.weights.Checkpoint;

/** BART: a text for the encoder, and one that the decoder writes. */
record BartNetwork(Bart model) implements Network {
    static BartNetwork load(Checkpoint checkpoint, ConfigFile file, Ops ops) {
        BartConfig config = BartConfig.of(file);
        return new BartNetwork(new Bart(config, BartWeights.of(checkpoint, config), ops));
    }

    @Override
    public Family family() {
        return Family.BART;
    }

    @Override
    public Limits limits() {
        return model.config();
    }

    @Override
    public int layers() {
        return model.config().decoder().layers();
    }

    @Override
    public Unembedding unembedding() {
        return model.unembedding();
    }

    @Override
    public Ops ops() {
        return model.ops().onHost();
    }

    @Override
    public void fetch(Collection<Tensor> tensors) {
        model.ops().fetch(tensors);
    }

    @Override
    public int layers(AttentionKind kind) {
        return tower(kind).layers();
    }

    @Override
    public int heads(AttentionKind kind) {
        return tower(kind).heads();
    }

    private BartConfig.Tower tower(AttentionKind kind) {
        return kind == AttentionKind.ENCODER ? model.config().encoder() : model.config().decoder();
    }

    @Override
    public Linear projection(AttentionKind kind, int layer) {
        return switch (kind) {
            case ENCODER -> model.weights().encoder().get(layer).attn().project();
            case DECODER -> model.weights().decoder().get(layer).attn().project();
            case CROSS -> model.weights().decoder().get(layer).cross().project();
        };
    }

    @Override
    public void forward(ModelInput input, Recorder recorder) {
        model.forward(input.ids(), input.decoderIds(), recorder);
    }

    /** As in the reference, the decoder by itself reads the encoder's text, shifted: it is to write it again. */
    @Override
    public ModelInput input(Encoding encoding) {
        return ModelInput.twoStacks(encoding.ids(), model.config().shifted(encoding.ids()));
    }

    /** The decoder has written the first {@code count} tokens of the encoder's text again and goes on from there. */
    ModelInput begun(int[] ids, int count) {
        return ModelInput.twoStacks(ids, Arrays.copyOf(model.config().shifted(ids), Math.min(count + 1, ids.length)));
    }

    /**
     * The decoder reads a text of its own.
     *
     * @param shifted whether it reads it as when it writes it: behind the start token, without the last one
     */
    ModelInput input(Encoding encoding, int[] decoderText, boolean shifted) {
        int[] decoderIds = shifted ? model.config().shifted(decoderText) : decoderText;
        return ModelInput.twoStacks(encoding.ids(), decoderIds);
    }

    @Override
    public Draft draft(ModelInput input) {
        return Draft.of(model, input.ids());
    }

    @Override
    public int end() {
        return model.config().end();
    }
}
