package org.vitrine.explain.neurons;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * Looks up single neurons in a trace: the activations {@code mlp.act} [T, f] of the layers of one stack, which the second
 * matrix of the feed-forward part reads (Geva et al. 2021, "Transformer Feed-Forward Layers Are Key-Value Memories").
 *
 * @param trace of a pass of which {@code mlp.act} was kept in every layer of the stack
 * @param stack whose neurons
 */
public record NeuronReader(Trace trace, Stack stack) {
    private static final Comparator<NeuronActivation> STRONGEST_FIRST = Comparator
            .comparing(NeuronActivation::activation).reversed().thenComparing(NeuronActivation::layer)
            .thenComparing(NeuronActivation::neuron);
    private static final Comparator<NeuronActivation> LARGEST_FIRST = Comparator
            .<NeuronActivation>comparingDouble(each -> -Math.abs(each.activation()))
            .thenComparing(NeuronActivation::layer).thenComparing(NeuronActivation::neuron);

    /**
     * Looks into a trace.
     *
     * @throws IllegalArgumentException if the stack's activations were not recorded
     */
    public NeuronReader {
        trace.get(name(stack, 0));
    }

    /** How many layers the stack has. */
    public int layers() {
        int layers = 1;
        while (trace.find(name(stack, layers)).isPresent()) {
            layers++;
        }
        return layers;
    }

    /** How many neurons a layer has. */
    public int neurons(int layer) {
        return act(layer).dim(1);
    }

    /** How many tokens the stack has read. */
    public int positions() {
        return act(0).dim(0);
    }

    /**
     * Which tokens fire a neuron.
     *
     * @throws IllegalArgumentException if there is no such layer or neuron
     * @throws ModelException if an activation is not a finite number
     */
    public NeuronText text(int layer, int neuron) {
        Tensor act = act(layer);
        requireInside("neuron", neuron, act.dim(1));
        float[] activations = new float[act.dim(0)];
        for (int position = 0; position < activations.length; position++) {
            activations[position] = activation(act, position, neuron);
        }
        return new NeuronText(stack, layer, neuron, Tensor.of(activations, activations.length));
    }

    /**
     * Which neurons a token fires most. Of equally strong ones the lower layer comes first, then the lower neuron.
     *
     * @param count how many at most
     * @param layers the neurons of which layers are looked at
     * @throws IllegalArgumentException if there is no such position
     * @throws ModelException if an activation is not a finite number
     */
    public TopNeurons top(int position, int count, IntPredicate layers) {
        requireInside("position", position, positions());
        PriorityQueue<NeuronActivation> best = new PriorityQueue<>(STRONGEST_FIRST.reversed()); // weakest on top
        for (int layer = 0; layer < layers(); layer++) {
            if (layers.test(layer)) {
                Tensor act = act(layer);
                for (int neuron = 0; neuron < act.dim(1); neuron++) {
                    best.add(new NeuronActivation(layer, neuron, activation(act, position, neuron)));
                    if (best.size() > count) {
                        best.remove();
                    }
                }
            }
        }
        return new TopNeurons(stack, position, best.stream().sorted(STRONGEST_FIRST).toList());
    }

    /**
     * Which neurons of all layers fire most differently at a token than in another pass over as many tokens: the changes, the
     * largest first, whether up or down; none that did not change. Of equally large ones the lower layer comes first, then
     * the lower neuron.
     *
     * @param before the other pass
     * @param count how many at most
     * @throws IllegalArgumentException if there is no such position, or the other pass has other neurons
     * @throws ModelException if an activation is not a finite number
     */
    public TopNeurons changes(NeuronReader before, int position, int count) {
        requireInside("position", position, positions());
        PriorityQueue<NeuronActivation> best = new PriorityQueue<>(LARGEST_FIRST.reversed()); // smallest on top
        for (int layer = 0; layer < layers(); layer++) {
            Tensor act = act(layer);
            Tensor other = before.act(layer);
            if (!act.shape().equals(other.shape())) {
                throw new IllegalArgumentException(
                        act.shape() + " and " + other.shape() + " are not activations of the same neurons and tokens");
            }
            for (int neuron = 0; neuron < act.dim(1); neuron++) {
                float change = activation(act, position, neuron) - activation(other, position, neuron);
                if (change != 0) {
                    best.add(new NeuronActivation(layer, neuron, change));
                }
                if (best.size() > count) {
                    best.remove();
                }
            }
        }
        return new TopNeurons(stack, position, best.stream().sorted(LARGEST_FIRST).toList());
    }

    private Tensor act(int layer) {
        requireInside("layer", layer, layers());
        return trace.get(name(stack, layer));
    }

    private static TensorName name(Stack stack, int layer) {
        return TensorName.of(stack, layer, Part.MLP, Site.ACT);
    }

    private void requireInside(String what, int number, int count) {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException("there is no " + what + " " + number + " in this trace's " + stack
                    + "; its " + what + "s go from 0 to " + (count - 1));
        }
    }

    private static float activation(Tensor act, int position, int neuron) {
        float activation = act.at(position, neuron);
        if (!Float.isFinite(activation)) {
            throw new ModelException(act.label() + " is " + activation + " at position " + position + ", neuron "
                    + neuron + ", not a finite number; the weights are damaged, or hold NaN or infinite values");
        }
        return activation;
    }
}
