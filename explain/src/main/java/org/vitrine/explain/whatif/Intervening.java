package org.vitrine.explain.whatif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * A recorder that lets the model go on with changed tensors. Another recorder sees what the model goes on with. For one forward
 * pass.
 */
public final class Intervening implements Recorder {
    private final Recorder inner;
    private final List<Intervention> interventions;
    private final Map<String, Trace> sources;
    private final Set<Intervention> applied = new HashSet<>();

    /**
     * Intervenes in a pass.
     *
     * @param inner sees the tensors after they were changed
     * @param interventions done in this order, where several concern one tensor
     * @param sources the passes over other texts from which patches take their numbers, by text
     */
    public Intervening(Recorder inner, List<Intervention> interventions, Map<String, Trace> sources) {
        this.inner = inner;
        this.interventions = List.copyOf(interventions);
        this.sources = Map.copyOf(sources);
    }

    /**
     * Hands on a tensor, or a fresh one in its place.
     *
     * @throws IllegalArgumentException if an intervention does not fit the tensor; says what is possible
     */
    @Override
    public Tensor keep(TensorName name, Tensor tensor) {
        Tensor current = tensor;
        for (Intervention intervention : interventions) {
            if (intervention.site().equals(name)) {
                current = intervention.apply(current, sources).named(name, name.axes());
                applied.add(intervention);
            }
        }
        return inner.keep(name, current);
    }

    /** How many interventions were done so far. */
    public int applied() {
        return interventions.size() - unapplied().size();
    }

    /** Those whose tensor the model did not compute so far: after a pass, those that the model has no place for. */
    public List<Intervention> unapplied() {
        List<Intervention> rest = new ArrayList<>(interventions);
        rest.removeIf(applied::contains);
        return List.copyOf(rest);
    }

    /**
     * To be called after a pass.
     *
     * @throws IllegalArgumentException if some intervention was not done, because the model has no such tensor
     */
    public void requireAllApplied() {
        unapplied().stream().findFirst().ifPresent(intervention -> {
            throw new IllegalArgumentException("nothing was done for “" + intervention.sentence()
                    + "”: the model computed no " + intervention.site());
        });
    }
}
