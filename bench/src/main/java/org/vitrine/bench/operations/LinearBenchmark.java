package org.vitrine.bench.operations;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.vitrine.bench.RandomTensor;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/** Products with a weight: BERT-base's first MLP matrix for one, 16 and 128 tokens, and GPT-2's head for one. */
public class LinearBenchmark extends OperationBenchmark {
    /** Rows of x, inputs and outputs of the weight. */
    @Param({"1x768x3072", "16x768x3072", "128x768x3072", "1x768x50257"})
    public String shape;

    private Linear layer;
    private Tensor inputs;
    private Tensor outputs;

    /** For JMH. */
    public LinearBenchmark() {
    }

    @Setup
    public void makeTensors() {
        int[] sizes = Shapes.parse(shape, 3);
        layer = new Linear(Weight.of(RandomTensor.of(1, sizes[1], sizes[2])), RandomTensor.of(2, sizes[2]));
        inputs = RandomTensor.of(3, sizes[0], sizes[1]);
        outputs = RandomTensor.of(4, sizes[0], sizes[2]);
    }

    @Benchmark
    public Tensor linear() {
        return ops.linear(inputs, layer);
    }

    @Benchmark
    public Tensor linearT() {
        return ops.linearT(outputs, layer.weight());
    }
}
