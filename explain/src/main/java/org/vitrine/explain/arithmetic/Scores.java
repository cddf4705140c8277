package org.vitrine.explain.arithmetic;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.transformer.layer.Attention;
import org.vitrine.transformer.layer.Attention.Mask;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;

/** How well a query and a key fit: their dot product, scaled; −∞ where the token may not look. */
record Scores(TensorName q, TensorName k, Attention attention) implements Step {
    @Override
    public Derivation derive(Target target) {
        int width = target.trace().get(q).dim(-1);
        List<Term> terms = new ArrayList<>();
        float dot = 0;
        for (int i = 0; i < width; i++) {
            Input.Recorded a = target.read(q, target.at(0), target.at(1), i);
            Input.Recorded b = target.read(k, target.at(0), target.at(2), i);
            terms.add(Term.of(a, b));
            dot = Math.fma(a.number(), b.number(), dot);
        }
        float scaled = dot * attention.scaling();
        String symbol = symbol(width);
        List<Quantity> steps = new ArrayList<>(List.of(Quantity.of("dot product", "Σᵢ q[h, t, i]·k[h, s, i]", dot),
                Quantity.of("scaling", new Input.Constant(symbol, attention.scaling())),
                Quantity.of("scaled", "dot product · " + symbol, scaled)));
        boolean masked = masked(target);
        if (masked) {
            steps.add(Quantity.of("mask", new Input.Constant("-∞, for position " + target.at(2)
                    + " comes after position " + target.at(1), Double.NEGATIVE_INFINITY)));
        }
        String equation = target.left() + " = (Σᵢ q[h, t, i]·k[h, s, i]) · " + symbol
                + (attention.mask() == Mask.CAUSAL ? "; -∞ where s > t" : "");
        return new Derivation(target.itself(), Operation.SCORES, equation, terms, steps,
                masked ? Float.NEGATIVE_INFINITY : scaled);
    }

    /** The usual scaling has a symbol; a configuration may want another. */
    private String symbol(int width) {
        return Math.abs(attention.scaling() * Math.sqrt(width) - 1) < 1e-5 ? "1/√e" : "scaling";
    }

    private boolean masked(Target target) {
        Tensor scores = target.trace().get(target.name());
        return attention.mask() == Mask.CAUSAL && target.at(2) > scores.dim(2) - scores.dim(1) + target.at(1);
    }
}
