package org.vitrine.explain.tensors;

import java.util.List;
import org.vitrine.transformer.tensor.Tensor;

/**
 * A tensor in a few numbers. Those that are masked (−∞), too large for a float (∞) or none at all (NaN) are counted; the others
 * are summed up.
 *
 * @param shape how long each axis is
 * @param count how many numbers there are
 * @param min the least; NaN if none is finite
 * @param max the greatest; NaN if none is finite
 * @param mean of the finite ones; NaN if none is
 * @param deviation how far the finite ones lie from their mean: the root of the mean square; NaN if none is
 * @param norm the root of the sum of the squares of the finite ones
 * @param zeros how many are 0
 * @param masked how many are −∞
 * @param infinite how many are ∞
 * @param nan how many are none at all
 */
public record TensorStatistics(List<Integer> shape, int count, float min, float max, double mean, double deviation,
        double norm, int zeros, int masked, int infinite, int nan) {
    public TensorStatistics {
        shape = List.copyOf(shape);
    }

    /** The statistics of all numbers of a tensor. */
    public static TensorStatistics of(Tensor tensor) {
        Counter counter = new Counter();
        double squares = 0;
        for (float number : tensor.data()) {
            counter.add(number);
        }
        double mean = counter.finite > 0 ? counter.sum / counter.finite : Double.NaN;
        double apart = 0;
        for (float number : tensor.data()) {
            if (Float.isFinite(number)) {
                squares += (double) number * number;
                apart += (number - mean) * (number - mean);
            }
        }
        return new TensorStatistics(tensor.shape().dims(), tensor.size(), counter.finite > 0 ? counter.min : Float.NaN,
                counter.finite > 0 ? counter.max : Float.NaN, mean,
                counter.finite > 0 ? Math.sqrt(apart / counter.finite) : Double.NaN, Math.sqrt(squares), counter.zeros,
                counter.masked, counter.infinite, counter.nan);
    }

    /** How many are finite. */
    public int finite() {
        return count - masked - infinite - nan;
    }

    /** How far the finite number that is farthest from 0 is from it; 0 if none is finite. */
    public double greatest() {
        return finite() == 0 ? 0 : Math.max(Math.abs(min), Math.abs(max));
    }

    /** What the first pass finds. */
    private static final class Counter {
        private float min = Float.POSITIVE_INFINITY;
        private float max = Float.NEGATIVE_INFINITY;
        private double sum;
        private int finite;
        private int zeros;
        private int masked;
        private int infinite;
        private int nan;

        void add(float number) {
            if (Float.isFinite(number)) {
                min = Math.min(min, number);
                max = Math.max(max, number);
                sum += number;
                finite++;
                zeros += number == 0 ? 1 : 0;
            } else if (Float.isNaN(number)) {
                nan++;
            } else if (number < 0) {
                masked++;
            } else {
                infinite++;
            }
        }
    }
}
