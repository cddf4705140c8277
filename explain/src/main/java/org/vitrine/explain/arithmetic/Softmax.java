package org.vitrine.explain.arithmetic;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.transformer.trace.TensorName;

/** Scores of one token, made into weights that sum to 1. */
record Softmax(TensorName scores) implements Step {
    @Override
    public Derivation derive(Target target) {
        List<Input.Recorded> row = new ArrayList<>();
        for (int s = 0; s < target.trace().get(scores).dim(2); s++) {
            row.add(target.read(scores, target.at(0), target.at(1), s));
        }
        Input.Recorded max = row.getFirst();
        for (Input.Recorded score : row) {
            max = score.number() > max.number() ? score : max;
        }
        List<Term> terms = new ArrayList<>();
        double sum = 0;
        for (Input.Recorded score : row) {
            float power = (float) Math.exp(score.number() - max.number());
            terms.add(new Term(List.of(score), power));
            sum += power;
        }
        Input.Recorded own = row.get(target.at(2));
        double power = terms.get(target.at(2)).product();
        List<Quantity> steps = List.of(Quantity.of("score", own), Quantity.of("max", max),
                Quantity.of("power", "exp(score - max)", power),
                Quantity.of("sum", "Σᵣ exp(scores[h, t, r] - max)", sum),
                Quantity.of("weight", "power / sum", power / sum));
        String equation = target.left()
                + " = exp(scores[h, t, s] - max) / Σᵣ exp(scores[h, t, r] - max), max = largest of scores[h, t, …]";
        return new Derivation(target.itself(), Operation.SOFTMAX, equation, terms, steps, (float) (power / sum));
    }
}
