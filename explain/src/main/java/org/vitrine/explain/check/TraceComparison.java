package org.vitrine.explain.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * Two passes of one model over one text, compared tensor by tensor.
 *
 * @param tensors how far each is from the expected one, in the order of computation
 */
public record TraceComparison(List<TensorDifference> tensors) {
    public TraceComparison {
        tensors = List.copyOf(tensors);
    }

    /** Compares all that was expected; what else was found is passed over. */
    public static TraceComparison of(Trace expected, Trace found, Tolerance tolerance) {
        List<TensorDifference> tensors = new ArrayList<>();
        for (TensorName name : expected.names()) {
            Tensor wanted = expected.get(name);
            tensors.add(found.find(name)
                    .map(tensor -> TensorDifference.of(name, wanted, tensor, tolerance.of(name)))
                    .orElseGet(() -> TensorDifference.notFound(name, wanted.shape())));
        }
        return new TraceComparison(tensors);
    }

    /** Of two passes compared with the same one, each tensor from the pass in which it is further off. */
    public TraceComparison worse(TraceComparison other) {
        List<TensorDifference> worse = new ArrayList<>();
        for (int i = 0; i < tensors.size(); i++) {
            TensorDifference one = tensors.get(i);
            TensorDifference two = other.tensors.get(i);
            worse.add(two.share() > one.share() ? two : one);
        }
        return new TraceComparison(worse);
    }

    /** Whether all numbers of all tensors are within the tolerance. */
    public boolean within() {
        return firstBeyond().isEmpty();
    }

    /** The first tensor, in the order of computation, that is not within the tolerance; what comes after follows from it. */
    public Optional<TensorDifference> firstBeyond() {
        return tensors.stream().filter(tensor -> !tensor.within()).findFirst();
    }

    /** The tensor with the largest difference, the first of several; empty if there are no tensors. */
    public Optional<TensorDifference> largest() {
        return tensors.stream().reduce((one, two) -> two.largest() > one.largest() ? two : one);
    }

    /** The largest share of the tolerance that any difference takes; more than 1 is too much. */
    public double share() {
        return tensors.stream().mapToDouble(TensorDifference::share).max().orElse(0);
    }
}
