package org.vitrine.ui.answer;

import java.util.List;
import org.vitrine.explain.tensors.TensorSlice;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.picture.SlicedTensor;
import org.vitrine.ui.picture.TensorAxis;
import org.vitrine.ui.picture.TensorNumbers;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.session.Texts;

/**
 * What does a tensor look like? Asked of a pass that is there already, and so of no model.
 *
 * @param name of the tensor, as a trace spells it
 * @param head which head's matrix is shown; null for the first, or for a tensor without heads
 */
public record TensorQuestion(String name, Integer head) {
    private static final String HEADS = "H";

    /**
     * The tensor.
     *
     * @param trace of what was read
     * @throws IllegalArgumentException if the trace has no such tensor
     */
    public TensorAnswer answer(Texts texts, Reading reading, Trace trace, Asker asker) {
        TensorName wanted = TensorName.parse(name);
        Tensor tensor = trace.get(wanted);
        List<TensorAxis> axes = TensorAxis.of(reading, wanted, tensor);
        TensorSlice slice = slice(tensor, axes, asker);
        return new TensorAnswer(texts, reading,
                SlicedTensor.of(wanted, tensor, TensorNumbers.of(tensor), axes, slice), "");
    }

    private TensorSlice slice(Tensor tensor, List<TensorAxis> axes, Asker asker) {
        boolean heads = axes.getFirst().letter().equals(HEADS);
        if (head == null) {
            if (heads && tensor.dim(0) > 1) {
                asker.note("this is head 0 of " + tensor.dim(0) + "; " + asker.setting("head", 1) + " shows the next");
            }
            return TensorSlice.of(tensor, 0, 0);
        }
        if (!heads) {
            throw asker.usage(asker.setting("head") + " is for tensors that have a matrix for each head; " + name
                    + " is " + TensorLines.shape(axes));
        }
        return TensorSlice.of(tensor, 0,
                AttentionSettings.requireKnown("head", head, tensor.dim(0), name, asker));
    }
}
