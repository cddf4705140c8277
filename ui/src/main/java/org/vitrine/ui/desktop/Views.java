package org.vitrine.ui.desktop;

import java.util.List;
import org.vitrine.ui.desktop.attention.HeadViewTab;
import org.vitrine.ui.desktop.attention.ModelViewTab;
import org.vitrine.ui.desktop.neurons.ActivationsTab;
import org.vitrine.ui.desktop.neurons.NeuronTab;
import org.vitrine.ui.desktop.state.Session;

/** All views, in the order of their tabs. */
final class Views {
    private Views() {
    }

    static List<View> of(Session session) {
        return List.of(new ActivationsTab(session), new HeadViewTab(session), new NeuronTab(session),
                new ModelViewTab(session));
    }
}
