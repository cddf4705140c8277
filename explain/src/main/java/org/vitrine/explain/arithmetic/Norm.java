package org.vitrine.explain.arithmetic;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.trace.TensorName;

/**
 * A row made to have mean 0 and variance 1, then stretched and moved. The terms are what each number of the row adds to the
 * variance.
 *
 * @param owner the part whose gain and bias are learnt
 */
record Norm(TensorName input, String owner, LayerNorm norm) implements Step {
    @Override
    public Derivation derive(Target target) {
        int width = norm.gain().size();
        List<Input.Recorded> row = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < width; i++) {
            row.add(target.readMatrix(input, target.row(), i));
            sum += row.getLast().number();
        }
        double mean = sum / width;
        List<Term> terms = new ArrayList<>();
        double squares = 0;
        for (Input.Recorded x : row) {
            double square = (x.number() - mean) * (x.number() - mean);
            terms.add(new Term(List.of(x), square / width));
            squares += square;
        }
        return finish(target, row.get(target.column()), terms, new Moments(mean, squares / width));
    }

    private record Moments(double mean, double variance) {
    }

    private Derivation finish(Target target, Input.Recorded x, List<Term> terms, Moments moments) {
        int j = target.column();
        Input.Learned gain = new Input.Learned(owner + ".gain", List.of(j), norm.gain().at(j));
        Input.Learned bias = new Input.Learned(owner + ".bias", List.of(j), norm.bias().at(j));
        float normal = (float) ((x.number() - moments.mean) * (1 / Math.sqrt(moments.variance + norm.epsilon())));
        float result = normal * gain.number() + bias.number();
        String read = target.right(input, "j");
        List<Quantity> steps = List.of(Quantity.of("x", x),
                Quantity.of("mean", "Σᵢ " + target.right(input, "i") + " / d", moments.mean),
                Quantity.of("variance", "Σᵢ (" + target.right(input, "i") + " - mean)² / d", moments.variance),
                Quantity.of("ε", new Input.Constant("ε", norm.epsilon())),
                Quantity.of("normalised", "(" + read + " - mean) / √(variance + ε)", normal), Quantity.of("gain", gain),
                Quantity.of("bias", bias), Quantity.of("result", "normalised · gain + bias", result));
        return new Derivation(target.itself(), Operation.LAYER_NORM,
                target.left() + " = (" + read + " - mean) / √(variance + ε) · gain[j] + bias[j]", terms, steps, result);
    }
}
