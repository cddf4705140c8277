package org.vitrine.ui.session;

import java.util.List;
import java.util.Map;
import org.vitrine.explain.whatif.Intervening;
import org.vitrine.explain.whatif.Intervention;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Trace;

/**
 * What is done to the numbers whenever a model computes.
 *
 * @param all in the order in which they are done
 * @param sources the passes over other texts from which patches take their numbers, by text
 */
record Interventions(List<Intervention> all, Map<String, Trace> sources) {
    static final Interventions NONE = new Interventions(List.of(), Map.of());

    Interventions {
        all = List.copyOf(all);
        sources = Map.copyOf(sources);
    }

    boolean none() {
        return all.isEmpty();
    }

    /**
     * Runs a model once.
     *
     * @throws IllegalArgumentException if an intervention does not fit the model or the text; says what is possible
     */
    void forward(Network network, ModelInput input, Recorder recorder) {
        if (none()) {
            network.forward(input, recorder);
            return;
        }
        Intervening intervening = new Intervening(recorder, all, sources);
        network.forward(input, intervening);
        intervening.requireAllApplied();
    }
}
