package org.vitrine.explain;

import java.util.Optional;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * What BERT's next-sentence head says of two texts: Devlin et al. 2019, "BERT", section 3.1, task 2.
 *
 * @param probability that the second text follows the first, 0 to 1
 */
public record NextSentence(double probability) {
    private static final TensorName SCORES = new TensorName(Stack.HEAD, TensorName.NO_LAYER, null, Site.NSP);

    /** Reads {@code head.nsp} of a trace; nothing where the model has no such head or it was not recorded. */
    public static Optional<NextSentence> of(Trace trace) {
        return trace.find(SCORES).map(NextSentence::of);
    }

    /** The first score is for "follows", the second for "does not": the softmax of two. */
    private static NextSentence of(Tensor scores) {
        double difference = (double) scores.at(1) - scores.at(0);
        return new NextSentence(1 / (1 + Math.exp(difference)));
    }
}
