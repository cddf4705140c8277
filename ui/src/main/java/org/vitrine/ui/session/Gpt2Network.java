package org.vitrine.ui.session;

import java.util.Collection;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.Limits;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.gpt2.Gpt2Config;
import org.vitrine.transformer.gpt2.Gpt2Weights;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.layer.Unembedding;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.weights.Checkpoint;

/** GPT-2: one text, which it writes on. */
record Gpt2Network(Gpt2 model) implements Network {
    static Gpt2Network load(Checkpoint checkpoint, ConfigFile file, Ops ops) {
        Gpt2Config config = Gpt2Config.of(file);
        return new Gpt2Network(new Gpt2(config, Gpt2Weights.of(checkpoint, config), ops));
    }

    @Override
    public Family family() {
        return Family.GPT2;
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
        model.forward(input.ids(), recorder);
    }

    @Override
    public ModelInput input(Encoding encoding) {
        return ModelInput.text(encoding.ids());
    }

    @Override
    public Draft draft(ModelInput input) {
        return Draft.of(model);
    }

    @Override
    public int end() {
        return model.config().end();
    }
}
