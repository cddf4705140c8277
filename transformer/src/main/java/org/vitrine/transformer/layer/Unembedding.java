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

    /** The scores that the model's own head gives to stream rows: [n, d] → [n, V]. */
    Tensor logits(Tensor stream);

    /**
     * The scores without what {@link #headWords} names: [n, d] → [n, V]. Ecco reads all layers but the last so.
     */
    Tensor rawLogits(Tensor stream);

    /** What stands between the last stream and the token table, in words: {@code the model's final norm}. */
    String headWords();

    /**
     * Whether the stream at a position speaks of the token that follows it (GPT-2, BART's decoder), or of the token at
     * that very place (BERT).
     */
    boolean predictsNext();
}
