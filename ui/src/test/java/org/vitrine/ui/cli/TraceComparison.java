package org.vitrine.ui.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.StoredTensor;

/** Compares two trace files tensor by tensor. */
final class TraceComparison {
    private static final double TOLERANCE = 2e-5;
    private static final double LOGITS_TOLERANCE = 5e-5;

    private TraceComparison() {
    }

    /**
     * What is wrong with the first tensor that differs: its name, where, and both values; empty if none does.
     *
     * @param names in the order of computation; those that the expected file leaves out are passed over
     */
    static Optional<String> firstDifference(Safetensors expected, Safetensors found, List<String> names) {
        for (String name : names) {
            Optional<StoredTensor> wanted = expected.find(name);
            if (wanted.isPresent()) {
                Optional<String> difference = difference(wanted.get(), found.require(name));
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(StoredTensor expected, StoredTensor found) {
        String name = expected.name();
        if (!Arrays.equals(expected.shape(), found.shape())) {
            return Optional.of(name + ": expected shape " + Arrays.toString(expected.shape()) + ", found "
                    + Arrays.toString(found.shape()));
        }
        double tolerance = name.equals("head.logits") ? LOGITS_TOLERANCE : TOLERANCE;
        double[] wanted = expected.doubles();
        double[] have = found.doubles();
        for (int i = 0; i < wanted.length; i++) {
            boolean same = wanted[i] == have[i]
                    || Math.abs(wanted[i] - have[i]) <= tolerance + TOLERANCE * Math.abs(wanted[i]);
            if (!same) {
                return Optional.of(name + Arrays.toString(index(i, expected.shape())) + ": expected " + wanted[i]
                        + ", found " + have[i]);
            }
        }
        return Optional.empty();
    }

    private static long[] index(long flat, long[] shape) {
        long[] index = new long[shape.length];
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index[axis] = flat % shape[axis];
            flat /= shape[axis];
        }
        return index;
    }
}
