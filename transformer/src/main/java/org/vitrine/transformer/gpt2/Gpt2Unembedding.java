package org.vitrine.transformer.gpt2;

import java.util.List;
import org.vitrine.transformer.layer.Unembedding;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;

/** From GPT-2's stream to its vocabulary: the final norm, then the token table. */
record Gpt2Unembedding(Gpt2 model) implements Unembedding {
    @Override
    public List<TensorName> streams() {
        return TensorName.streams(Stack.DECODER, model.config().layers());
    }

    @Override
    public Tensor logits(Tensor stream) {
        Tensor norm = model.ops().layerNorm(stream, model.weights().finalNorm());                   // [n, d]
        return rawLogits(norm);                                                                     // [n, V]
    }

    @Override
    public Tensor rawLogits(Tensor stream) {
        return model.ops().linear(stream, model.weights().head());                                  // [n, V]
    }

    @Override
    public String headWords() {
        return "the model's final norm";
    }

    @Override
    public boolean predictsNext() {
        return true;
    }

    @Override
    public String toString() {
        return "the way to the vocabulary of " + model;
    }
}
