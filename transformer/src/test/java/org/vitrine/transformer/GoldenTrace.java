package org.vitrine.transformer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.vitrine.transformer.tensor.Shape;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.StoredTensor;

/** Compares a trace with a file of Hugging Face's numbers and names the first tensor that differs. */
public final class GoldenTrace {
    private GoldenTrace() {
    }

    /** The token ids that the golden file was made from. */
    public static int[] ids(Safetensors golden) {
        return ids(golden, "input.ids");
    }

    /** Another input, such as {@code input.segments} or {@code input.decoder_ids}. */
    public static int[] ids(Safetensors golden, String input) {
        return Arrays.stream(golden.require(input).longs()).mapToInt(Math::toIntExact).toArray();
    }

    /** Empty when every tensor of the golden file is in the trace and equal; else what differs first, in the order of computation. */
    public static Optional<String> firstDifference(Trace trace, Safetensors golden) {
        return firstDifference(trace, golden, List.of());
    }

    /** The same, but that some of the golden file's tensors may be missing, for a checkpoint without all heads. */
    public static Optional<String> firstDifference(Trace trace, Safetensors golden, List<String> without) {
        return firstDifference(trace, golden, without, name -> name.equals("head.logits") ? 5e-5 : 2e-5);
    }

    /**
     * The same for a back end of other accuracy.
     *
     * @param tolerance a of a + a·|x| for a tensor's name
     */
    public static Optional<String> firstDifference(Trace trace, Safetensors golden, List<String> without,
            ToDoubleFunction<String> tolerance) {
        for (TensorName name : trace.names()) {
            Optional<StoredTensor> expected = golden.find(name.toString());
            if (expected.isPresent()) {
                Optional<String> difference = difference(name, trace.get(name), expected.get(),
                        tolerance.applyAsDouble(name.toString()));
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        List<String> names = trace.names().stream().map(TensorName::toString).toList();
        return golden.entries().stream().map(entry -> entry.name())
                .filter(name -> !name.startsWith("input.") && !name.startsWith("float64.") && !names.contains(name)
                        && !without.contains(name))
                .findFirst().map(name -> name + " is in the golden file but not in the trace");
    }

    private static Optional<String> difference(TensorName name, Tensor found, StoredTensor expected,
            double tolerance) {
        int[] shape = Arrays.stream(expected.shape()).mapToInt(Math::toIntExact).toArray();
        if (!found.shape().equals(Shape.of(shape))) {
            return Optional.of(name + " has shape " + found.shape() + ", expected " + Shape.of(shape));
        }
        float[] values = expected.floats();
        for (int i = 0; i < values.length; i++) {
            float is = found.data()[i];
            boolean close = is == values[i] || Math.abs(is - values[i]) <= tolerance + tolerance * Math.abs(values[i]);
            if (!close) {
                return Optional.of(name + " differs first at number " + i + " of " + found.shape() + ": expected "
                        + values[i] + ", found " + is);
            }
        }
        return Optional.empty();
    }
}
