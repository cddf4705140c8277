package org.vitrine.ui.desktop;

import java.util.List;
import org.vitrine.ui.desktop.arithmetic.ArithmeticTab;
import org.vitrine.ui.desktop.state.Session;

/** All views, in the order of their tabs. */
final class Views {
    private Views() {
    }

    static List<View> of(Session session) {
        return List.of(new ArithmeticTab(session));
    }
}
