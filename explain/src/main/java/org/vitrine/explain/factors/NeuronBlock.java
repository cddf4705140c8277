package org.vitrine.explain.factors;

import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;

/**
 * What some neurons have become on the way: few enough that their activations stay in the processor's cache while both
 * products of an iteration are made.
 *
 * @param x their activations [T, n]
 * @param neurons how much each belongs to each factor [K, n]
 * @param byToken how strongly each factor's neurons fire at each token, these alone: neurons·Xᵀ [K, T]
 * @param violation how far they were from standing still
 */
record NeuronBlock(Linear x, FactorSide neurons, Tensor byToken, double violation) {
    static NeuronBlock of(Linear x, CoordinateStep step, Ops ops) {
        Tensor byToken = ops.linearT(step.side().rows(), x.weight());
        return new NeuronBlock(x, step.side(), byToken, step.violation());
    }

    /** The neurons bettered: no neuron's slope depends on another neuron, so a block needs no other. */
    NeuronBlock better(FactorSide strengths, Ops ops) {
        Tensor byNeuron = ops.linear(strengths.rows(), x);                               // [K, n]
        return of(x, CoordinateStep.of(neurons, byNeuron, strengths.gram()), ops);
    }
}
