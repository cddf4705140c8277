package org.vitrine.ui.session;

import java.util.Collection;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.Limits;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.layer.Unembedding;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.weights.Checkpoint;

/** A model of any family, for whoever asks it about texts. What differs between the families ends here. */
sealed interface Network permits Gpt2Network, BertNetwork, BartNetwork {
    /** Reads the weights of a model of that family. */
    static Network load(Family family, Checkpoint checkpoint, ConfigFile file, Ops ops) {
        return switch (family) {
            case GPT2 -> Gpt2Network.load(checkpoint, file, ops);
            case BERT -> BertNetwork.load(checkpoint, file, ops);
            case BART -> BartNetwork.load(checkpoint, file, ops);
        };
    }

    Family family();

    /** How much it can read; with two stacks, each of them. */
    Limits limits();

    /** The layers of the stack whose streams a lens reads. */
    int layers();

    /** The way from the stream that a lens reads to the vocabulary. */
    Unembedding unembedding();

    /** How to compute beside it. */
    Ops ops();

    /** Brings the numbers of these tensors here if a device holds them. */
    void fetch(Collection<Tensor> tensors);

    /** How many layers have this attention. */
    int layers(AttentionKind kind);

    /** How many heads it has in each. */
    int heads(AttentionKind kind);

    /** The layer through which the heads of an attention write into the stream: [d, d]. */
    Linear projection(AttentionKind kind, int layer);

    /** Runs it once, for what is recorded on the way. */
    void forward(ModelInput input, Recorder recorder);

    /** A text of these tokens, as the model reads it by itself. */
    ModelInput input(Encoding encoding);

    /**
     * The input's line, to be written on.
     *
     * @throws org.vitrine.transformer.config.ModelException if this family does not write
     */
    Draft draft(ModelInput input);

    /** The token that ends a text that it writes, −1 if there is none. */
    int end();
}
