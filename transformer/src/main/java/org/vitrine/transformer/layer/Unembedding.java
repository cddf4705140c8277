package org.vitrine.transformer.layer;

import java.util.List;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;

/**
 * The way from a model's stream to the scores of its vocabulary, for asking any layer what it would say (the "logit
 * lens": nostalgebraist 2020, "interpreting GPT: the logit lens").
 */
public interface Unembedding {
    /** The stream before the first layer and after each: the names in the order of computation, embeddings first. */
    List<TensorName> streams();

    /** The scores that the model's own head gives to stream rows, final norm included: [n, d] → [n, V]. */
    Tensor logits(Tensor stream);

    /** The scores without the final norm: [n, d] → [n, V]. Ecco reads all layers but the last so. */
    Tensor rawLogits(Tensor stream);
}
