package org.vitrine.ui.picture.spot;

import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.drawing.Spot;

/**
 * One number of a recorded tensor.
 *
 * @param index a place on each of its axes, outermost first
 */
public record CellSpot(TensorName name, List<Integer> index) implements Spot {
    public CellSpot {
        index = List.copyOf(index);
    }

    /** The number at these places. */
    public static CellSpot of(TensorName name, Integer... index) {
        return new CellSpot(name, List.of(index));
    }

    /** As people write it: {@code decoder.3.attn.pattern[2, 5, 4]}. */
    @Override
    public String toString() {
        return name + index.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
