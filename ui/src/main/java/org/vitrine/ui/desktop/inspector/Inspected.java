package org.vitrine.ui.desktop.inspector;

import java.util.Optional;
import org.vitrine.explain.tensors.TensorDifference;
import org.vitrine.explain.tensors.TensorSlice;
import org.vitrine.explain.tensors.TensorStatistics;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.answer.TensorAnswer;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.picture.HeatMap;
import org.vitrine.ui.picture.SlicedTensor;
import org.vitrine.ui.picture.TensorAxis;
import org.vitrine.ui.picture.TensorNumbers;

/**
 * All that the inspector says of a tensor.
 *
 * @param exhibit of which it is
 * @param whole the tensor
 * @param sliced the same, and the slice that is shown
 * @param comparable whether there is a tensor from before an intervention, too
 */
public record Inspected(Exhibit exhibit, Whole whole, SlicedTensor sliced, boolean comparable) {
    /**
     * A tensor, before it is sliced.
     *
     * @param compared which of the tensors of that name it is
     */
    public record Whole(Exhibit exhibit, TensorName name, Compared compared, Tensor tensor,
            TensorNumbers numbers) {
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
            return new Whole(exhibit, name, compared, shown, TensorNumbers.of(shown));
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
        SlicedTensor sliced = SlicedTensor.of(whole.name(), whole.tensor(), whole.numbers(),
                TensorAxis.of(exhibit.reading(), whole.name(), whole.tensor()),
                TensorSlice.of(whole.tensor(), axis, index));
        double max = scale.max(whole, sliced.shown().statistics().greatest());
        return new Inspected(exhibit, whole,
                sliced.coloured(max, comparable && whole.compared() == Compared.DIFFERENCE), comparable);
    }

    /** The same, as a text, a document and a picture for others. */
    TensorAnswer answer() {
        return new TensorAnswer(exhibit.texts(), exhibit.reading(), sliced,
                comparable ? whole.compared().toString() : "");
    }

    /** The slice that is shown. */
    public HeatMap map() {
        return sliced.map();
    }

    /** What the slice's numbers are like, if there are fewer than the tensor's. */
    public Optional<TensorNumbers> part() {
        return sliced.part();
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
    public TensorNumbers numbers() {
        return whole.numbers();
    }
}
