package org.vitrine.explain.neurons;

import java.util.List;
import org.vitrine.transformer.trace.Stack;

/**
 * Which neurons fire most at one token.
 *
 * @param stack whose neurons
 * @param position the token's place, counted from 0
 * @param neurons the strongest first
 */
public record TopNeurons(Stack stack, int position, List<NeuronActivation> neurons) {
    public TopNeurons {
        neurons = List.copyOf(neurons);
    }
}
