package org.vitrine.explain.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.special.Erf;
import org.vitrine.transformer.layer.Activation;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;

/** An activation function, applied to every number by itself. */
record Curve(TensorName input, Activation function) implements Step {
    @Override
    public Derivation derive(Target target) {
        Input.Recorded x = target.readMatrix(input, target.row(), target.column());
        float y = at(function, x.number());
        List<Quantity> steps = new ArrayList<>(List.of(Quantity.of("x", x)));
        steps.addAll(steps(x.number(), y));
        return new Derivation(target.itself(), Operation.ACTIVATION,
                target.left() + " = " + function + "(x), x = " + target.right(input, "j"),
                List.of(new Term(List.of(x), y)), steps, y, Optional.of(function));
    }

    /** The curve at one place. */
    static float at(Activation function, float x) {
        return function.apply(new ScalarOps(), Tensor.of(new float[]{x}, 1)).at(0);
    }

    private List<Quantity> steps(double x, float y) {
        return switch (function) {
            case GELU -> List.of(Quantity.of("erf", "erf(x/√2)", Erf.erf(x / Math.sqrt(2))),
                    Quantity.of("Φ", "½·(1 + erf)", 0.5 * (1 + Erf.erf(x / Math.sqrt(2)))),
                    Quantity.of("result", "½·x·(1 + erf(x/√2))", y));
            case GELU_TANH -> {
                double inner = Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
                yield List.of(Quantity.of("u", "√(2/π)·(x + 0.044715·x³)", inner),
                        Quantity.of("tanh", "tanh(u)", Math.tanh(inner)),
                        Quantity.of("result", "½·x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))", y));
            }
            case RELU -> List.of(Quantity.of("result", "larger of 0 and x", y));
            case SILU -> List.of(Quantity.of("power", "exp(-x)", Math.exp(-x)),
                    Quantity.of("result", "x / (1 + power)", y));
            case TANH -> List.of(Quantity.of("result", "tanh(x)", y));
        };
    }
}
