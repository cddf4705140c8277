package org.vitrine.ui.desktop.lens;

import java.util.Optional;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.ForwardPass;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.desktop.work.Progress;

/** Sessions without a window that have read something. */
final class Sessions {
    static final String HEATHROW = " Heathrow airport is in the city of";
    static final String MASKED = "The [MASK] sat on the [MASK].";
    static final String SPAIN = "The capital of Spain is<mask>.";

    private Sessions() {
    }

    static Session of(String model, String text, String pair) {
        Session session = unread(model, text);
        session.pairProperty().set(pair);
        session.run();
        if (!session.messageProperty().get().isEmpty()) {
            throw new AssertionError(session.messageProperty().get());
        }
        return session;
    }

    /** A session that has yet to read. */
    static Session unread(String model, String text) {
        Session session = new Session(Desk.direct(), new Look(false, 1));
        session.modelProperty().set("classroom-" + model);
        session.textProperty().set(text);
        return session;
    }

    /** What is on show when all heads of the first layers write nothing. */
    static Exhibit withoutHeads(Exhibit exhibit) {
        Trace changed = ForwardPass.rerun(exhibit, inner -> (name, tensor) -> {
            boolean silenced = name.site() == Site.HEADS && name.layer() < 3;
            return inner.keep(name, silenced ? zeros(tensor) : tensor);
        }, Progress.NONE);
        return exhibit.with(changed, Optional.of(exhibit.trace()));
    }

    private static Tensor zeros(Tensor tensor) {
        return Tensor.of(new float[tensor.data().length], tensor.shape());
    }
}
