package org.vitrine.explain.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.transformer.layer.Activation;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.TensorName;

/**
 * Rows times a matrix that was learnt, and a bias: y = x·W + b. Where heads are read, they stand side by side; where heads
 * are made, each gets its share of the columns.
 *
 * @param input what is read, seen as a matrix with a row for each token
 * @param matrix W's name and that of its part
 * @param biased whether b was learnt, too; else it is no term
 */
record Product(TensorName input, Names matrix, Linear layer, boolean biased) implements Step {
    /**
     * What a layer is called.
     *
     * @param owner the part to which it belongs: {@code decoder.0.attn}; empty for the token table
     * @param weight {@code Wq}
     * @param bias {@code bq}
     */
    record Names(String owner, String weight, String bias) {
        /** A head that reads the token table from the other side: its column j is the row of token j. */
        static Names tied() {
            return new Names("head", Table.TOKENS, "b");
        }

        private boolean isTable() {
            return weight.equals(Table.TOKENS);
        }
    }

    @Override
    public Derivation derive(Target target) {
        int j = target.column();
        List<Term> terms = new ArrayList<>();
        float sum = 0;
        for (int i = 0; i < layer.weight().inputs(); i++) {
            Input.Recorded x = target.readMatrix(input, target.row(), i);
            Input.Learned w = weight(i, j);
            terms.add(Term.of(x, w));
            sum = Math.fma(x.number(), w.number(), sum);
        }
        if (biased) {
            float b = layer.bias().at(j);
            terms.add(Term.of(new Input.Learned(matrix.owner + "." + matrix.bias, List.of(j), b)));
            sum += b;
        }
        return finish(target, terms, sum);
    }

    private Derivation finish(Target target, List<Term> terms, float sum) {
        String right = "Σᵢ " + target.right(input, "i") + "·" + symbol(target)
                + (biased ? " + " + matrix.bias + "[" + target.columnLetter() + "]" : "");
        if (target.name().site() != Site.POOLED) {
            return new Derivation(target.itself(), Operation.LINEAR, target.left() + " = " + right, terms, List.of(),
                    sum);
        }
        List<Quantity> steps = List.of(Quantity.of("x", right, sum), Quantity.of("tanh", "tanh(x)", Math.tanh(sum)));
        return new Derivation(target.itself(), Operation.POOL, target.left() + " = tanh(" + right + ")", terms, steps,
                (float) Math.tanh(sum), Optional.of(Activation.TANH));
    }

    private Input.Learned weight(int i, int j) {
        float w = layer.weight().at(i, j);
        return matrix.isTable() ? new Input.Learned(matrix.weight, List.of(j, i), w)
                : new Input.Learned(matrix.owner + "." + matrix.weight, List.of(i, j), w);
    }

    private String symbol(Target target) {
        String j = target.columnLetter();
        return matrix.weight + (matrix.isTable() ? "[" + j + ", i]" : "[i, " + j + "]");
    }
}
