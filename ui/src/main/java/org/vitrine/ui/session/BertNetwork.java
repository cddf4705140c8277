package org.vitrine.ui.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.bert.BertConfig;
import org.vitrine.transformer.bert.BertWeights;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.Limits;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.layer.Unembedding;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.weights.Checkpoint;

/** BERT: a text or a pair of texts, in which it fills masks. */
record BertNetwork(Bert model) implements Network {
    static BertNetwork load(Checkpoint checkpoint, ConfigFile file, Ops ops) {
        BertConfig config = BertConfig.of(file);
        return new BertNetwork(new Bert(config, BertWeights.of(checkpoint, config), ops));
    }

    @Override
    public Family family() {
        return Family.BERT;
    }

    @Override
    public Limits limits() {
        return model.config();
    }

    @Override
    public int layers() {
        return model.config().layers();
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
        return model.config().layers();
    }

    @Override
    public int heads(AttentionKind kind) {
        return model.config().heads();
    }

    @Override
    public Linear projection(AttentionKind kind, int layer) {
        return model.weights().layers().get(layer).project();
    }

    @Override
    public void forward(ModelInput input, Recorder recorder) {
        model.forward(input.ids(), input.segments(), recorder);
    }

    @Override
    public ModelInput input(Encoding encoding) {
        return ModelInput.segmented(encoding.ids(), encoding.segments());
    }

    @Override
    public Draft draft(ModelInput input) {
        throw doesNotWrite();
    }

    ModelException doesNotWrite() {
        return new ModelException("BERT reads a text all at once and fills masks in it; it cannot write on. Put [MASK] "
                + "where a word is missing, as in: vitrine predictions \"The [MASK] sat on the mat.\"");
    }

    List<String> absentHeads() {
        List<String> absent = new ArrayList<>();
        if (model.weights().maskedWords().isEmpty()) {
            absent.add("masked-word head (head.logits)");
        }
        if (model.weights().pooler().isEmpty()) {
            absent.add("pooler (head.pooled)");
        }
        if (model.weights().nextSentence().isEmpty()) {
            absent.add("next-sentence head (head.nsp)");
        }
        return absent;
    }

    @Override
    public int end() {
        return -1;
    }
}
