package org.vitrine.bench;

import java.util.SplittableRandom;
import org.vitrine.transformer.tensor.Shape;
import org.vitrine.transformer.tensor.Tensor;

/** Tensors to calculate with when only the time matters. */
public final class RandomTensor {
    private RandomTensor() {
    }

    /** Numbers from −1 to 1 in this shape; the same ones for the same seed. */
    public static Tensor of(long seed, int... dims) {
        SplittableRandom random = new SplittableRandom(seed);
        Shape shape = Shape.of(dims);
        float[] data = new float[shape.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) random.nextDouble(-1, 1);
        }
        return Tensor.of(data, shape);
    }
}
