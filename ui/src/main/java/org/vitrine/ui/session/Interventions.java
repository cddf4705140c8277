package org.vitrine.ui.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vitrine.explain.whatif.Intervening;
import org.vitrine.explain.whatif.Intervention;
import org.vitrine.explain.whatif.Patch;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Trace;

/**
 * What is done to the numbers whenever a model computes.
 *
 * @param all in the order in which they are done
 * @param sources the passes over other texts from which patches take their numbers, by text
 */
public record Interventions(List<Intervention> all, Map<String, Trace> sources) {
    static final Interventions NONE = new Interventions(List.of(), Map.of());

    /** Both are copied. */
    public Interventions {
        all = List.copyOf(all);
        sources = Map.copyOf(sources);
    }

    /**
     * These, and after them one more.
     *
     * @param pass reads a text from which a patch takes its numbers; it is asked once for each text
     */
    public Interventions and(Intervention next, Function<String, Trace> pass) {
        List<Intervention> longer = new ArrayList<>(all);
        longer.add(next);
        Map<String, Trace> known = new HashMap<>(sources);
        if (next instanceof Patch patch) {
            known.computeIfAbsent(patch.from(), pass);
        }
        return new Interventions(longer, known);
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
