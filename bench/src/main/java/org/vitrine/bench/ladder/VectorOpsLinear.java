package org.vitrine.bench.ladder;

import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.tensor.Tensor;

/** What the models call. */
final class VectorOpsLinear implements Rung {
    private final VectorOps ops = new VectorOps();

    @Override
    public String name() {
        return "VectorOps.linear, " + threads() + " threads";
    }

    @Override
    public String change() {
        return "The operation that the models use: the same idea, for every size, with a bias and checks.";
    }

    @Override
    public Tensor multiply(Tensor x, Matrix w) {
        return ops.linear(x, w.layer());
    }

    @Override
    public int threads() {
        return Runtime.getRuntime().availableProcessors();
    }
}
