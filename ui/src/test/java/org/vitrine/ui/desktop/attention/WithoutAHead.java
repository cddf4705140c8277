package org.vitrine.ui.desktop.attention;

import java.util.Arrays;
import java.util.Optional;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.ForwardPass;
import org.vitrine.ui.desktop.work.Progress;

/** What a decoder computes when a head brings back nothing. */
final class WithoutAHead {
    private WithoutAHead() {
    }

    static Exhibit difference(Exhibit exhibit, int layer, int head) {
        Trace changed = ForwardPass.rerun(exhibit, recorder -> (name, tensor) -> recorder.keep(name,
                name.equals(AttentionKind.DECODER.name(layer, Site.HEADS)) ? silenced(tensor, head) : tensor),
                Progress.NONE);
        return exhibit.with(changed, Optional.of(exhibit.trace()));
    }

    static void showDifference(Fx fx, int layer, int head) {
        Fx.run(() -> fx.session().exhibitProperty()
                .set(difference(fx.session().exhibitProperty().get(), layer, head)));
        fx.settle();
    }

    private static Tensor silenced(Tensor heads, int head) {
        float[] data = heads.data().clone();
        int size = heads.dim(1) * heads.dim(2);
        Arrays.fill(data, head * size, (head + 1) * size, 0);
        return Tensor.of(data, heads.shape());
    }
}
