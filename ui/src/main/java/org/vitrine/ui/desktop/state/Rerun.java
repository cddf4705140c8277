package org.vitrine.ui.desktop.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.explain.whatif.Intervening;
import org.vitrine.explain.whatif.Intervention;
import org.vitrine.explain.whatif.Overflow;
import org.vitrine.explain.whatif.Patch;
import org.vitrine.tokenizer.TokenizerException;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.session.Failures;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Texts;

/**
 * A text is read once more with interventions, in the background.
 *
 * @param read without them
 * @param wanted in the order in which they are done
 * @param known what was read before for patches
 */
record Rerun(Exhibit read, List<Intervention> wanted, Sources known) {
    /**
     * The texts from which patches take their numbers, as a model has read them, each with the same second text.
     *
     * @param passes by text
     */
    record Sources(LoadedModel model, String pair, Map<String, Trace> passes) {
        static final Sources NONE = new Sources(null, "", Map.of());

        boolean fit(Exhibit exhibit) {
            return model == exhibit.model() && pair.equals(exhibit.texts().pair());
        }
    }

    /**
     * What came of it.
     *
     * @param sources what was read for patches, now or before
     * @param objections why some interventions could not be done, each in a sentence
     * @param after what the model computed; empty if no intervention could be done, or if there was an overflow
     * @param overflow the first tensor that holds no finite numbers
     */
    record Outcome(Sources sources, Map<Intervention, String> objections, Optional<Trace> after,
            Optional<TensorName> overflow) {
    }

    Outcome run(Progress progress) {
        Map<Intervention, String> objections = new LinkedHashMap<>();
        Map<String, Trace> passes = passes(objections, progress);
        for (Intervention intervention : wanted) {
            if (!objections.containsKey(intervention)) {
                intervention.objection(read.trace(), passes).ifPresent(why -> objections.put(intervention, why));
            }
        }
        List<Intervention> possible = new ArrayList<>(wanted);
        possible.removeAll(objections.keySet());
        Sources sources = new Sources(read.model(), read.texts().pair(), Map.copyOf(passes));
        if (possible.isEmpty()) {
            return new Outcome(sources, objections, Optional.empty(), Optional.empty());
        }
        Trace after = ForwardPass.rerun(read, inner -> new Intervening(inner, possible, passes), progress);
        Optional<TensorName> overflow = Overflow.first(after);
        return new Outcome(sources, objections, overflow.isPresent() ? Optional.empty() : Optional.of(after), overflow);
    }

    private Map<String, Trace> passes(Map<Intervention, String> objections, Progress progress) {
        Map<String, Trace> passes = new HashMap<>();
        for (Intervention intervention : wanted) {
            if (intervention instanceof Patch patch && !passes.containsKey(patch.from())) {
                try {
                    passes.put(patch.from(), pass(patch.from(), progress));
                } catch (ModelException | TokenizerException e) {
                    objections.put(patch, Failures.explanation(e));
                }
            }
        }
        return passes;
    }

    private Trace pass(String text, Progress progress) {
        Trace before = known.fit(read) ? known.passes.get(text) : null;
        return before != null
                ? before
                : ForwardPass.run(read.model(), new Texts(text, read.texts().pair()), progress).trace();
    }
}
