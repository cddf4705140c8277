package org.vitrine.ui.desktop.inspector;

import java.util.Optional;
import org.vitrine.explain.tensors.TensorDifference;
import org.vitrine.explain.tensors.TensorHistogram;
import org.vitrine.explain.tensors.TensorSlice;
import org.vitrine.explain.tensors.TensorStatistics;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.picture.HeatMap;
import org.vitrine.ui.picture.TensorAxis;

/**
 * All that the inspector says of a tensor.
 *
 * @param exhibit of which it is
 * @param whole the tensor
 * @param map the slice that is shown
 * @param part the slice's numbers, if there are fewer than the tensor's
 * @param comparable whether there is a tensor from before an intervention, too
 */
public record Inspected(Exhibit exhibit, Whole whole, HeatMap map, Optional<Numbers> part, boolean comparable) {
    private static final int PARTS = 48;

    /** Some numbers, summed up. */
    public record Numbers(TensorStatistics statistics, TensorHistogram histogram) {
        static Numbers of(Tensor tensor) {
            return new Numbers(TensorStatistics.of(tensor), TensorHistogram.of(tensor, PARTS));
        }
    }

    /**
     * A tensor, before it is sliced.
     *
     * @param compared which of the tensors of that name it is
     */
    public record Whole(Exhibit exhibit, TensorName name, Compared compared, Tensor tensor, Numbers numbers) {
        TensorStatistics statistics() {
            return numbers.statistics();
        }

        static Whole of(Exhibit exhibit, TensorName name, Compared compared) {
            Tensor after = exhibit.trace().get(name);
            Optional<Tensor> before = before(exhibit, name);
            Tensor shown = before.isEmpty() ? after : switch (compared) {
                case BEFORE -> before.get();
                case AFTER -> after;
                case DIFFERENCE -> TensorDifference.of(before.get(), after);
            };
            return new Whole(exhibit, name, compared, shown, Numbers.of(shown));
        }

        boolean isOf(Exhibit other, TensorName otherName, Compared otherCompared) {
            return exhibit == other && name.equals(otherName) && compared == otherCompared;
        }
    }

    /** The tensor without an intervention, if it can be compared with the one on show. */
    static Optional<Tensor> before(Exhibit exhibit, TensorName name) {
        return exhibit.before().flatMap(trace -> trace.find(name))
                .filter(tensor -> tensor.shape().equals(exhibit.trace().get(name).shape()));
    }

    /** Looks at a slice of a tensor. */
    static Inspected of(Whole whole, int axis, int index, Scale scale) {
        Exhibit exhibit = whole.exhibit();
        boolean comparable = before(exhibit, whole.name()).isPresent();
        TensorSlice slice = TensorSlice.of(whole.tensor(), axis, index);
        Tensor matrix = slice.of(whole.tensor());
        Optional<Numbers> part = slice.axis() == TensorSlice.NONE ? Optional.empty() : Optional.of(Numbers.of(matrix));
        double greatest = part.map(Numbers::statistics).orElse(whole.statistics()).greatest();
        HeatMap map = new HeatMap(whole.name(), TensorAxis.of(exhibit.reading(), whole.name(), whole.tensor()), slice,
                matrix, scale.max(whole, greatest), comparable && whole.compared() == Compared.DIFFERENCE);
        return new Inspected(exhibit, whole, map, part, comparable);
    }

    /** What it is called. */
    public TensorName name() {
        return whole.name();
    }

    /** The tensor that is shown; after an intervention, what {@link Compared} says. */
    public Tensor tensor() {
        return whole.tensor();
    }

    /** The numbers of the tensor. */
    public Numbers numbers() {
        return whole.numbers();
    }
}
