package org.vitrine.explain.arithmetic;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.transformer.trace.TensorName;

/** What the tokens have to say, each weighted by how much it is looked at. */
record Mix(TensorName pattern, TensorName v) implements Step {
    @Override
    public Derivation derive(Target target) {
        List<Term> terms = new ArrayList<>();
        float sum = 0;
        for (int s = 0; s < target.trace().get(pattern).dim(2); s++) {
            Input.Recorded weight = target.read(pattern, target.at(0), target.at(1), s);
            Input.Recorded value = target.read(v, target.at(0), s, target.at(2));
            terms.add(Term.of(weight, value));
            sum = Math.fma(weight.number(), value.number(), sum);
        }
        return new Derivation(target.itself(), Operation.MIX,
                target.left() + " = Σₛ pattern[h, t, s]·v[h, s, k]", terms, List.of(), sum);
    }
}
