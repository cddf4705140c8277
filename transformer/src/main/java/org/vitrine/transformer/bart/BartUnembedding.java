package org.vitrine.transformer.bart;

import java.util.List;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.layer.Unembedding;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;

/** From the stream of BART's decoder to its vocabulary: the token table, then a bias. */
record BartUnembedding(Bart model) implements Unembedding {
    @Override
    public List<TensorName> streams() {
        return TensorName.streams(Stack.DECODER, model.config().decoder().layers());
    }

    @Override
    public Tensor logits(Tensor stream) {
        return model.ops().linear(stream, model.weights().head());                                  // [n, V]
    }

    @Override
    public Tensor rawLogits(Tensor stream) {
        Linear table = Linear.withoutBias(model.weights().head().weight());
        return model.ops().linear(stream, table);                                                   // [n, V]
    }

    @Override
    public String headWords() {
        return "the bias of the model's head (final_logits_bias)";
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
