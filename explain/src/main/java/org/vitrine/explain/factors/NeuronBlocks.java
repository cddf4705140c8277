package org.vitrine.explain.factors;

import java.util.List;
import java.util.function.IntFunction;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/**
 * All neurons and their activations X [T, N], in blocks of neighbours that are bettered side by side. Time goes into reading
 * X from memory; this way it is read once an iteration, not once for each of the two products,
 * and in turns from the first block and from the last, since those read last may still be in the cache.
 */
final class NeuronBlocks {
    /** Neurons in a block: with a page of text 1.5 MB of activations. */
    private static final int WIDTH = 1024;

    private final List<NeuronBlock> blocks;
    private final Ops ops;
    /** Whether the first block was made first. */
    private final boolean forwards;
    private final Tensor byToken;
    private final double[] gram;

    private NeuronBlocks(List<NeuronBlock> blocks, Ops ops, boolean forwards) {
        this.blocks = blocks;
        this.ops = ops;
        this.forwards = forwards;
        this.byToken = sumByToken(blocks);
        this.gram = sumGrams(blocks);
    }

    /** Nothing is bettered yet. */
    static NeuronBlocks of(ActivationMatrix matrix, Tensor neurons, Ops ops, FactorListener listener) {
        return each(Math.ceilDiv(neurons.dim(1), WIDTH), ops, true, block -> {
            listener.check();
            int from = block * WIDTH;
            int to = Math.min(neurons.dim(1), from + WIDTH);
            Linear x = Linear.withoutBias(Weight.of(columns(matrix.values(), from, to)));
            return NeuronBlock.of(x, new CoordinateStep(FactorSide.of(columns(neurons, from, to)), 0), ops);
        });
    }

    /** All neurons bettered while the strengths stand still. */
    NeuronBlocks better(FactorSide strengths, FactorListener listener) {
        return each(blocks.size(), ops, !forwards, block -> {
            listener.check();
            return blocks.get(block).better(strengths, ops);
        });
    }

    private static NeuronBlocks each(int count, Ops ops, boolean forwards, IntFunction<NeuronBlock> task) {
        NeuronBlock[] blocks = new NeuronBlock[count];
        ops.each(count, i -> {
            int block = forwards ? i : count - 1 - i;
            blocks[block] = task.apply(block);
        });
        return new NeuronBlocks(List.of(blocks), ops, forwards);
    }

    private static Tensor columns(Tensor matrix, int from, int to) {
        int rows = matrix.dim(0);
        float[] columns = new float[rows * (to - from)];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(matrix.data(), row * matrix.dim(1) + from, columns, row * (to - from), to - from);
        }
        return Tensor.of(columns, rows, to - from);
    }

    /** How much each neuron belongs to each factor: [K, N]. */
    Tensor rows() {
        int components = blocks.getFirst().neurons().components();
        int width = blocks.stream().mapToInt(block -> block.x().weight().outputs()).sum();
        float[] rows = new float[components * width];
        int at = 0;
        for (NeuronBlock block : blocks) {
            Tensor part = block.neurons().rows();
            for (int k = 0; k < components; k++) {
                System.arraycopy(part.data(), k * part.dim(1), rows, k * width + at, part.dim(1));
            }
            at += part.dim(1);
        }
        return Tensor.of(rows, components, width);
    }

    private static double[] sumGrams(List<NeuronBlock> blocks) {
        double[] sums = new double[blocks.getFirst().neurons().gram().length];
        for (NeuronBlock block : blocks) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += block.neurons().gram()[i];
            }
        }
        return sums;
    }

    private static Tensor sumByToken(List<NeuronBlock> blocks) {
        double[] sums = new double[blocks.getFirst().byToken().size()];
        for (NeuronBlock block : blocks) {
            float[] part = block.byToken().data();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += part[i];
            }
        }
        float[] rounded = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            rounded[i] = (float) sums[i];
        }
        return Tensor.of(rounded, blocks.getFirst().byToken().shape());
    }

    /** The scalar products of all pairs of factors: [K, K]. */
    double[] gram() {
        return gram;
    }

    /** How strongly each factor's neurons fire at each token: neurons·Xᵀ [K, T]. */
    Tensor byToken() {
        return byToken;
    }

    /** How far all neurons were from standing still. */
    double violation() {
        return blocks.stream().mapToDouble(NeuronBlock::violation).sum();
    }
}
