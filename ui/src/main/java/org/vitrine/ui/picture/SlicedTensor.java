package org.vitrine.ui.picture;

import java.util.List;
import java.util.Optional;
import org.vitrine.explain.tensors.TensorSlice;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;

/**
 * A tensor of a pass, and the matrix of it that is looked at.
 *
 * @param tensor all of it
 * @param numbers what its numbers are like
 * @param map the matrix
 * @param part what the matrix's numbers are like, if they are fewer than the tensor's
 */
public record SlicedTensor(Tensor tensor, TensorNumbers numbers, HeatMap map, Optional<TensorNumbers> part) {
    /**
     * A slice of a tensor. As strong as can be is the tensor's number that is farthest from 0, so that its slices can be
     * compared.
     *
     * @param axes of the tensor, outermost first
     */
    public static SlicedTensor of(TensorName name, Tensor tensor, TensorNumbers numbers, List<TensorAxis> axes,
            TensorSlice slice) {
        Tensor matrix = slice.of(tensor);
        Optional<TensorNumbers> part = slice.axis() == TensorSlice.NONE ? Optional.empty()
                : Optional.of(TensorNumbers.of(matrix));
        return new SlicedTensor(tensor, numbers,
                new HeatMap(name, axes, slice, matrix, numbers.statistics().greatest(), false), part);
    }

    /**
     * The same slice in other colours.
     *
     * @param max what is as strong as can be
     * @param difference whether the numbers are what an intervention changed
     */
    public SlicedTensor coloured(double max, boolean difference) {
        return new SlicedTensor(tensor, numbers,
                new HeatMap(map.name(), map.axes(), map.slice(), map.matrix(), max, difference), part);
    }

    /** What the numbers of the matrix are like. */
    public TensorNumbers shown() {
        return part.orElse(numbers);
    }
}
