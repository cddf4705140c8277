package org.vitrine.ui.desktop.steps;

import static org.assertj.core.api.Assertions.assertThat;

import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;

/** Sessions without a window. */
public final class Sessions {
    private Sessions() {
    }

    /** A session in which a classroom model has read a text. */
    public static Session read(String model, String text, String pair) {
        Session session = new Session(Desk.direct(), new Look(false, 1));
        read(session, model, text, pair);
        return session;
    }

    /** Reads something else. */
    public static void read(Session session, String model, String text, String pair) {
        session.modelProperty().set(model);
        session.textProperty().set(text);
        session.pairProperty().set(pair);
        session.run();
        assertThat(session.messageProperty().get()).isEmpty();
    }
}
