package org.vitrine.transformer.bert;

import java.util.List;
import org.vitrine.transformer.bert.BertWeights.MaskedWordHead;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.layer.Unembedding;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;

/** From BERT's stream to its vocabulary: the masked-word head, whose last matrix is the token table. */
record BertUnembedding(Bert model) implements Unembedding {
    @Override
    public List<TensorName> streams() {
        return TensorName.streams(Stack.ENCODER, model.config().layers());
    }

    @Override
    public Tensor logits(Tensor stream) {
        return model.maskedWords(stream, head(), Recorder.off().in(Stack.HEAD));                    // [n, V]
    }

    @Override
    public Tensor rawLogits(Tensor stream) {
        return model.ops().linear(stream, head().decoder());                                        // [n, V]
    }

    private MaskedWordHead head() {
        return model.weights().maskedWords().orElseThrow(() -> new ModelException(
                "this checkpoint has no masked-word head (cls.predictions), so its layers cannot be asked for words; "
                        + "use one with that head, such as bert-base-uncased as BertForMaskedLM saves it"));
    }

    @Override
    public String headWords() {
        return "the masked-word head (dense, " + model.config().activation() + ", norm)";
    }

    @Override
    public boolean predictsNext() {
        return false;
    }

    @Override
    public String toString() {
        return "the way to the vocabulary of " + model;
    }
}
