package org.vitrine.explain.check;

import java.util.Optional;
import org.vitrine.transformer.tensor.Shape;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;

/**
 * How far a tensor is from the expected one. Two numbers that are both infinite with one sign, or both no number (NaN), do
 * not differ; where only one of them is so, the difference is infinite.
 *
 * @param shape of the expected tensor
 * @param foundShape empty if the tensor was not found; if it is another than the expected, no numbers were compared
 * @param largest of all differences, without sign
 * @param at where the difference's share of the tolerance is largest: a place among the tensor's numbers, row by row
 * @param expected the number there; NaN if no numbers were compared
 * @param found the number there; NaN if no numbers were compared
 * @param share what the difference there is of the tolerance; more than 1 is too much
 */
public record TensorDifference(TensorName name, Shape shape, Optional<Shape> foundShape, double largest, int at,
        float expected, float found, double share) {

    static TensorDifference of(TensorName name, Tensor expected, Tensor found, double tolerance) {
        if (!found.shape().equals(expected.shape())) {
            return incomparable(name, expected.shape(), Optional.of(found.shape()));
        }
        float[] wanted = expected.data();
        float[] have = found.data();
        double largest = 0;
        double share = 0;
        int at = 0;
        for (int i = 0; i < wanted.length; i++) {
            double difference = difference(wanted[i], have[i]);
            double allowed = tolerance + tolerance * Math.abs((double) wanted[i]);
            double part = Double.isInfinite(difference) ? difference : difference == 0 ? 0 : difference / allowed;
            largest = Math.max(largest, difference);
            if (part > share) {
                share = part;
                at = i;
            }
        }
        boolean empty = wanted.length == 0;
        return new TensorDifference(name, expected.shape(), Optional.of(found.shape()), largest, at,
                empty ? Float.NaN : wanted[at], empty ? Float.NaN : have[at], share);
    }

    static TensorDifference notFound(TensorName name, Shape shape) {
        return incomparable(name, shape, Optional.empty());
    }

    private static TensorDifference incomparable(TensorName name, Shape shape, Optional<Shape> found) {
        return new TensorDifference(name, shape, found, Double.POSITIVE_INFINITY, 0, Float.NaN, Float.NaN,
                Double.POSITIVE_INFINITY);
    }

    private static double difference(float expected, float found) {
        if (Float.compare(expected, found) == 0 || expected == found) { // NaN and NaN; 0 and −0
            return 0;
        }
        double difference = Math.abs((double) found - expected);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }

    /** Whether all numbers are within the tolerance. */
    public boolean within() {
        return share <= 1;
    }

    /** Whether the tensor is there and has the expected shape. */
    public boolean comparable() {
        return foundShape.filter(shape::equals).isPresent();
    }

    /** {@link #at} axis by axis, outermost first. */
    public int[] index() {
        int[] index = new int[shape.rank()];
        int rest = at;
        for (int axis = index.length - 1; axis >= 0; axis--) {
            int length = Math.max(1, shape.dim(axis));
            index[axis] = rest % length;
            rest /= length;
        }
        return index;
    }

    /** Where the tensor differs most, and both numbers: {@code head.logits[1, 0]: expected 3.0, found 3.5}. */
    public String sentence() {
        if (foundShape.isEmpty()) {
            return name + " was not computed";
        }
        if (!comparable()) {
            return name + ": expected shape " + shape + ", found " + foundShape.get();
        }
        return name.toString() + Shape.of(index()) + ": expected " + expected + ", found " + found;
    }
}
