package org.vitrine.ui.api;

import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.answer.TensorAnswer;
import org.vitrine.ui.answer.TensorQuestion;

/**
 * An intermediate tensor of a pass, to be looked at: its numbers between the tokens, and its statistics. Of a tensor with heads one
 * head's matrix is shown, the first without settings. The picture and the JSON document are those that the window saves in its
 * tab Tensors.
 */
public final class TensorView extends Drawn {
    private final TensorQuestion asked;

    private TensorView(Run run, TensorQuestion asked) {
        super(run, () -> run.look(asked));
        this.asked = asked;
    }

    TensorView(Run run, String name) {
        this(run, new TensorQuestion(name, null));
    }

    /**
     * Which head is shown, where there are heads.
     *
     * <pre>{@code
     * run.tensor("decoder.5.attn.pattern").head(3)
     * }</pre>
     *
     * @param head 0 to H − 1
     */
    public TensorView head(int head) {
        return new TensorView(run(), new TensorQuestion(asked.name(), head));
    }

    /** The numbers: the whole tensor, with all its heads, as {@link Run#trace} holds it. */
    public Tensor numbers() {
        return ((TensorAnswer) found().answer()).sliced().tensor();
    }
}
