package org.vitrine.bench.work;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vitrine.bench.report.Measurement;
import org.vitrine.bench.report.Unit;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/** All linear layers of BERT-base, each with weights of its own, and nothing between them. */
record LinearWork(String name, int rows) implements Work {
    private static final int LAYERS = 12;
    private static final int WIDTH = 768;
    private static final int NEURONS = 4 * WIDTH;

    /** Layers of one shape and what they are given. */
    private record Group(Tensor x, List<Linear> layers) {
        static Group of(int rows, int inputs, int outputs, int count) {
            SplittableRandom random = new SplittableRandom(7);
            List<Linear> layers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                layers.add(Linear.withoutBias(Weight.of(normal(random, inputs, outputs))));
            }
            return new Group(normal(random, rows, inputs), layers);
        }

        private static Tensor normal(SplittableRandom random, int rows, int columns) {
            float[] values = new float[rows * columns];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return Tensor.of(values, rows, columns);
        }

        void run(Ops ops) {
            layers.forEach(layer -> ops.linear(x, layer));
        }

        long flops() {
            Weight weight = layers.getFirst().weight();
            return layers.size() * Flops.product(x.dim(0), weight.inputs(), weight.outputs());
        }

        String shape() {
            Weight weight = layers.getFirst().weight();
            return weight.inputs() + "x" + weight.outputs();
        }
    }

    @Override
    public List<Measurement> measure(Lab lab) {
        List<Group> groups = List.of(Group.of(rows, WIDTH, WIDTH, 4 * LAYERS), Group.of(rows, WIDTH, NEURONS, LAYERS),
                Group.of(rows, NEURONS, WIDTH, LAYERS));
        double[] medians = Timing.medians(lab.effort(),
                groups.stream().map(group -> (Runnable) () -> group.run(lab.ops()))
                        .toArray(Runnable[]::new));
        double milliseconds = 0;
        long flops = 0;
        Measurement measurement = Measurement.of(name, Unit.MILLISECONDS);
        for (int i = 0; i < medians.length; i++) {
            milliseconds += medians[i];
            flops += groups.get(i).flops();
            measurement = measurement.with(groups.get(i).shape(), groups.get(i).flops() / medians[i] / 1e6, "GFLOP/s");
        }
        return List.of(measurement.withUntraced(milliseconds).withFlops(flops));
    }
}
