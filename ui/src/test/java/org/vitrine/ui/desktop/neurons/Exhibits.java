package org.vitrine.ui.desktop.neurons;

import java.util.Optional;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.ForwardPass;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.desktop.work.Progress;

/** Sessions that have read something, without a window. */
final class Exhibits {
    private Exhibits() {
    }

    static Session session(Desk desk) {
        return new Session(desk, new Look(false, 1));
    }

    static Session read(String model, String text, String pair) {
        Session session = session(Desk.direct());
        read(session, model, text, pair);
        return session;
    }

    static void read(Session session, String model, String text, String pair) {
        session.modelProperty().set(model);
        session.textProperty().set(text);
        session.pairProperty().set(pair);
        session.run();
    }

    /** What would have become of it, had one tensor been all zeros; the difference is on show. */
    static Exhibit without(Exhibit exhibit, String tensor) {
        Trace after = ForwardPass.rerun(exhibit, inner -> (name, made) -> inner.keep(name,
                name.toString().equals(tensor) ? Tensor.of(new float[made.size()], made.shape()) : made),
                Progress.NONE);
        return exhibit.with(after, Optional.of(exhibit.trace()));
    }
}
