package org.vitrine.ui.desktop;

import java.util.List;
import org.vitrine.ui.desktop.arithmetic.ArithmeticPane;
import org.vitrine.ui.desktop.arithmetic.ArithmeticTab;
import org.vitrine.ui.desktop.attention.HeadViewTab;
import org.vitrine.ui.desktop.attention.ModelViewTab;
import org.vitrine.ui.desktop.inspector.InspectorTab;
import org.vitrine.ui.desktop.lens.GenerationTab;
import org.vitrine.ui.desktop.lens.PredictionsTab;
import org.vitrine.ui.desktop.lens.RankingsTab;
import org.vitrine.ui.desktop.lens.RankingsWatchTab;
import org.vitrine.ui.desktop.lens.WatchedWords;
import org.vitrine.ui.desktop.neurons.ActivationsTab;
import org.vitrine.ui.desktop.neurons.NeuronTab;
import org.vitrine.ui.desktop.state.Session;

/** All views, in the order of their tabs. */
final class Views {
    private Views() {
    }

    static List<View> of(Session session) {
        WatchedWords watched = new WatchedWords();
        return List.of(new PredictionsTab(session, watched), new RankingsTab(session),
                new RankingsWatchTab(session, watched), new ActivationsTab(session), new HeadViewTab(session),
                new NeuronTab(session), new ModelViewTab(session), new GenerationTab(session), tensors(session),
                new ArithmeticTab(session));
    }

    /** Once a number is chosen, what made it is shown below the tensor. */
    private static InspectorTab tensors(Session session) {
        InspectorTab tensors = new InspectorTab(session);
        ArithmeticPane arithmetic = new ArithmeticPane(session);
        session.selection().cell().subscribe(cell -> tensors.setArithmetic(cell == null ? null : arithmetic));
        return tensors;
    }
}
