package org.vitrine.ui.session;

import java.util.Arrays;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;

/**
 * A text by a model in which somebody intervenes. It is read from its start for every new token: an intervention at a position
 * means that position of the whole text, of which a pass with a cache sees the end only.
 */
final class RereadingDraft implements Draft {
    private static final TensorName LOGITS = new TensorName(Stack.HEAD, TensorName.NO_LAYER, null, Site.LOGITS);

    private final LoadedModel model;
    private final ModelInput input;
    private int[] ids;

    /** @param input what the model reads beside the text; the text itself is what is read here, from {@code ids} on */
    RereadingDraft(LoadedModel model, ModelInput input, int... ids) {
        this.model = model;
        this.input = input;
        this.ids = ids;
    }

    @Override
    public int length() {
        return ids.length;
    }

    @Override
    public int limit() {
        return model.context();
    }

    @Override
    public float[] read(int... next) {
        int[] all = Arrays.copyOf(ids, ids.length + next.length);
        System.arraycopy(next, 0, all, ids.length, next.length);
        ModelInput longer = model.passage(input.withLine(all)).input();
        Recording recording = Recording.only(LOGITS::equals);
        model.forward(longer, recording);
        ids = all;
        Tensor logits = recording.trace().get(LOGITS);                                                  // [T, V]
        return logits.rows(logits.dim(0) - 1).data();
    }

    @Override
    public Draft fork() {
        return new RereadingDraft(model, input, ids);
    }
}
