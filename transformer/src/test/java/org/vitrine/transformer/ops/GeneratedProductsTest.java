package org.vitrine.transformer.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vitrine.transformer.Fixtures.random;

import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/**
 * Products beside sums in double precision. A sum of n products in single precision is off by at most about n·2⁻²⁴ times
 * the sum of their absolute values: Higham 2002, "Accuracy and Stability of Numerical Algorithms", section 3.1.
 */
class GeneratedProductsTest {
    private static void isSum(float found, int terms, IntToDoubleFunction left, IntToDoubleFunction right,
            double added, Ops ops) {
        double sum = added;
        double absolute = Math.abs(added);
        for (int i = 0; i < terms; i++) {
            double product = left.applyAsDouble(i) * right.applyAsDouble(i);
            sum += product;
            absolute += Math.abs(product);
        }
        assertThat((double) found).as(ops.name()).isCloseTo(sum, within((terms + 2) * 0x1p-24 * absolute));
    }

    @Property(tries = 200)
    void aLinearLayerIsTheSumOfItsProductsThereAndBack(@ForAll @IntRange(max = 99_999) int seed,
            @ForAll @IntRange(min = 1, max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 70) int inputs, @ForAll @IntRange(min = 1, max = 70) int outputs) {
        Tensor x = random(seed, rows, inputs);
        Tensor back = random(seed + 1, rows, outputs);
        Tensor matrix = random(seed + 2, inputs, outputs);
        Linear layer = new Linear(Weight.of(matrix), random(seed + 3, outputs));
        for (Ops ops : CpuOps.ALL) {
            Tensor y = ops.linear(x, layer);
            Tensor z = ops.linearT(back, layer.weight());
            for (int row = 0; row < rows; row++) {
                int r = row;
                for (int out = 0; out < outputs; out++) {
                    int o = out;
                    isSum(y.at(r, o), inputs, i -> x.at(r, i), i -> matrix.at(i, o), layer.bias().at(o), ops);
                }
                for (int in = 0; in < inputs; in++) {
                    int i = in;
                    isSum(z.at(r, i), outputs, o -> back.at(r, o), o -> matrix.at(i, o), 0, ops);
                }
            }
        }
    }

    @Property(tries = 200)
    void matrixProductsAreTheSumsOfTheirProducts(@ForAll @IntRange(max = 99_999) int seed,
            @ForAll @IntRange(min = 1, max = 3) int heads,
            @ForAll @IntRange(min = 1, max = 7) int rows, @ForAll @IntRange(min = 1, max = 37) int inner,
            @ForAll @IntRange(min = 1, max = 37) int columns) {
        Tensor a = random(seed, heads, rows, inner);
        Tensor b = random(seed + 1, heads, inner, columns);
        Tensor c = random(seed + 2, heads, columns, inner);
        for (Ops ops : CpuOps.ALL) {
            Tensor plain = ops.matmul(a, b);
            Tensor turned = ops.matmulT(a, c);
            for (int place = 0; place < plain.size(); place++) {
                int h = place / columns / rows;
                int row = place / columns % rows;
                int column = place % columns;
                isSum(plain.at(h, row, column), inner, i -> a.at(h, row, i), i -> b.at(h, i, column), 0, ops);
                isSum(turned.at(h, row, column), inner, i -> a.at(h, row, i), i -> c.at(h, column, i), 0, ops);
            }
        }
    }

    @Property(tries = 200)
    void aRowOfAProductIsWorkedOutByItself(@ForAll @IntRange(max = 99_999) int seed,
            @ForAll @IntRange(min = 1, max = 33) int rows,
            @ForAll @IntRange(min = 1, max = 70) int inputs, @ForAll @IntRange(min = 1, max = 70) int outputs) {
        Tensor x = random(seed, rows, inputs);
        Linear layer = new Linear(Weight.of(random(seed + 1, inputs, outputs)), random(seed + 2, outputs));
        for (Ops ops : CpuOps.ALL) {
            Tensor together = ops.linear(x, layer);
            for (int i = 0; i < rows; i++) {
                assertThat(ops.linear(x.rows(i), layer).data()).as("%s, row %d", ops.name(), i)
                        .isEqualTo(together.rows(i).data());
            }
        }
    }
}
