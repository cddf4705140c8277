package org.vitrine.tornado;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/** Cases for every kernel, answered by the operations' definition or, where they have none, by plain loops. */
final class KernelCases {
    private static final ScalarOps DEFINITION = new ScalarOps();
    private static final int TILE = Weight.PANEL;

    private KernelCases() {
    }

    /** How a product reads the matrix on its right; only the last two can be stacked. */
    enum Reading {
        PANELS, PANELS_BACKWARDS, MATRIX, TRANSPOSED
    }

    /** A case of any kernel, its operands of about this size. */
    static KernelCase any(Kernel kernel, int n) {
        return switch (kernel) {
            case ADD -> add(n);
            case SCALE -> scale(n, n % 7 - 2.5f);
            case GELU -> gelu(Fixtures.random(n, n).data());
            case GELU_TANH -> geluTanh(Fixtures.random(n, n).data());
            case RELU, SILU, TANH -> unary(kernel, Fixtures.random(n, n), x -> defined(kernel, x), 1e-6);
            case CAUSAL_MASK -> causalMask(2, 5, n + 5);
            case SWAP_AXES -> swapAxes(n, 3, 5);
            case ROWS -> rows(n + 2, n, 7);
            case APPEND -> append(2, n, 3, 4);
            case SOFTMAX -> softmax(Fixtures.random(n, 3, n));
            case LAYER_NORM -> layerNorm(Fixtures.random(n, 3, n), 1e-5f, 2e-6);
            case LINEAR_ROW -> linearRow(2, n, 33);
            case PRODUCT -> product(Reading.PANELS, new int[]{1, n, 33, 35}, true);
        };
    }

    static KernelCase add(int n) {
        Tensor a = Fixtures.random(n, n);
        Tensor b = Fixtures.random(n + 1, n);
        return KernelCase.of(Kernel.ADD, List.of(a.data(), b.data()), new int[]{n}, DEFINITION.add(a, b), 0);
    }

    static KernelCase scale(int n, float factor) {
        Tensor x = Fixtures.random(n, n);
        return new KernelCase(Kernel.SCALE, List.of(x.data()), new int[]{n}, factor,
                DEFINITION.scale(x, factor).data(), 0);
    }

    static KernelCase unary(Kernel kernel, Tensor x, UnaryOperator<Tensor> definition, double tolerance) {
        return KernelCase.of(kernel, List.of(x.data()), new int[]{x.size()}, definition.apply(x), tolerance);
    }

    /** x·Φ(x) in double precision. */
    static KernelCase gelu(float[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) (0.5 * x[i] * (1 + erf(x[i] / Math.sqrt(2))));
        }
        return KernelCase.of(Kernel.GELU, List.of(x), new int[]{x.length}, Tensor.of(y, y.length), 3e-7);
    }

    /** 2/√π · exp(−z²) · Σ 2ⁿz²ⁿ⁺¹ / (1·3·…·(2n+1)): Abramowitz and Stegun 7.1.6, all terms of one sign. */
    private static double erf(double z) {
        double term = z;
        double sum = z;
        for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum); n++) {
            term *= 2 * z * z / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-z * z) * sum;
    }

    static KernelCase geluTanh(float[] x) {
        return unary(Kernel.GELU_TANH, Tensor.of(x, x.length), DEFINITION::geluTanh, 1e-6);
    }

    /** An activation as it is defined. */
    static Tensor defined(Kernel kernel, Tensor x) {
        return switch (kernel) {
            case GELU -> DEFINITION.gelu(x);
            case GELU_TANH -> DEFINITION.geluTanh(x);
            case RELU -> DEFINITION.relu(x);
            case SILU -> DEFINITION.silu(x);
            case TANH -> DEFINITION.tanh(x);
            default -> throw new IllegalArgumentException(kernel + " is no activation");
        };
    }

    static KernelCase causalMask(int heads, int rows, int columns) {
        Tensor x = Fixtures.random(rows, heads, rows, columns);
        return KernelCase.of(Kernel.CAUSAL_MASK, List.of(x.data()), new int[]{heads, rows, columns},
                DEFINITION.causalMask(x), 0);
    }

    static KernelCase swapAxes(int first, int second, int width) {
        float[] x = Fixtures.random(first, first, second, width).data();
        float[] y = new float[x.length];
        for (int a = 0; a < first; a++) {
            for (int b = 0; b < second; b++) {
                System.arraycopy(x, (a * second + b) * width, y, (b * first + a) * width, width);
            }
        }
        return KernelCase.of(Kernel.SWAP_AXES, List.of(x), new int[]{first, second, width}, Tensor.of(y, y.length), 0);
    }

    /** Rows of a table of so many, from the last to the first and around again. */
    static KernelCase rows(int table, int wanted, int width) {
        float[] x = Fixtures.random(table, table, width).data();
        float[] which = new float[wanted];
        float[] y = new float[wanted * width];
        for (int n = 0; n < wanted; n++) {
            int row = table - 1 - n % table;
            which[n] = row;
            System.arraycopy(x, row * width, y, n * width, width);
        }
        return KernelCase.of(Kernel.ROWS, List.of(x, which), new int[]{wanted, width}, Tensor.of(y, y.length), 0);
    }

    static KernelCase append(int heads, int above, int below, int width) {
        Tensor a = Fixtures.random(above, heads, above, width);
        Tensor b = Fixtures.random(above + 1, heads, below, width);
        float[] y = new float[a.size() + b.size()];
        for (int h = 0; h < heads; h++) {
            int start = h * (above + below) * width;
            System.arraycopy(a.data(), h * above * width, y, start, above * width);
            System.arraycopy(b.data(), h * below * width, y, start + above * width, below * width);
        }
        return KernelCase.of(Kernel.APPEND, List.of(a.data(), b.data()),
                new int[]{heads, above * width, below * width}, Tensor.of(y, y.length), 0);
    }

    static KernelCase softmax(Tensor x) {
        int width = x.dim(-1);
        int rows = width == 0 ? 0 : x.size() / width;
        return KernelCase.of(Kernel.SOFTMAX, List.of(x.data()), new int[]{rows, width}, DEFINITION.softmax(x), 1e-6);
    }

    static KernelCase layerNorm(Tensor x, float epsilon, double tolerance) {
        int width = x.dim(-1);
        Tensor gain = Fixtures.random(width + 5, width);
        Tensor bias = Fixtures.random(width + 6, width);
        Tensor y = DEFINITION.layerNorm(x, new LayerNorm(gain, bias, epsilon));
        return new KernelCase(Kernel.LAYER_NORM, List.of(x.data(), gain.data(), bias.data()),
                new int[]{x.dim(0), width}, epsilon, y.data(), tolerance);
    }

    static KernelCase linearRow(int rows, int inputs, int outputs) {
        Tensor x = Fixtures.random(rows, rows, inputs);
        Weight w = Weight.of(Fixtures.random(inputs, inputs, outputs));
        Tensor bias = Fixtures.random(outputs, outputs);
        return KernelCase.of(Kernel.LINEAR_ROW, List.of(x.data(), w.panels(), bias.data()),
                new int[]{rows, inputs, outputs}, DEFINITION.linear(x, new Linear(w, bias)), rounding(inputs));
    }

    /** @param sizes H, T, in, n */
    static KernelCase product(Reading reading, int[] sizes, boolean withBias) {
        int inputs = sizes[2];
        int outputs = sizes[3];
        float[] a = Fixtures.random(1, sizes[0], sizes[1], inputs).data();
        float[] b = Fixtures.random(2, sizes[0], inputs, outputs).data();
        float[] bias = withBias ? Fixtures.random(3, outputs).data() : KernelCase.ABSENT;
        int[] distances = switch (reading) {
            case PANELS -> new int[]{TILE * TILE, TILE, inputs * TILE, 1};
            case PANELS_BACKWARDS -> new int[]{outputs * TILE, 1, TILE * TILE, TILE};
            case MATRIX -> new int[]{TILE * outputs, outputs, TILE, 1};
            case TRANSPOSED -> new int[]{TILE, 1, TILE * inputs, inputs};
        };
        float[] right = switch (reading) {
            case PANELS -> Weight.of(Tensor.of(b, inputs, outputs)).panels();
            case PANELS_BACKWARDS -> Weight.transposeOf(Tensor.of(b, inputs, outputs)).panels();
            case MATRIX -> b;
            case TRANSPOSED -> transposed(b, inputs, outputs);
        };
        int[] all = Arrays.copyOf(sizes, 8);
        System.arraycopy(distances, 0, all, 4, 4);
        return new KernelCase(Kernel.PRODUCT, List.of(a, right, bias), all, 0, multiplied(a, b, bias, sizes),
                rounding(inputs));
    }

    private static float[] transposed(float[] b, int rows, int columns) {
        float[] turned = new float[b.length];
        for (int i = 0; i < b.length; i++) {
            int h = i / (rows * columns);
            int row = i / columns % rows;
            turned[(h * columns + i % columns) * rows + row] = b[i];
        }
        return turned;
    }

    private static float[] multiplied(float[] a, float[] b, float[] bias, int[] sizes) {
        int inputs = sizes[2];
        int outputs = sizes[3];
        float[] y = new float[sizes[0] * sizes[1] * outputs];
        for (int n = 0; n < y.length; n++) {
            int row = n / outputs;
            int h = row / sizes[1];
            double sum = bias == KernelCase.ABSENT ? 0 : bias[n % outputs];
            for (int i = 0; i < inputs; i++) {
                sum += (double) a[row * inputs + i] * b[(h * inputs + i) * outputs + n % outputs];
            }
            y[n] = (float) sum;
        }
        return y;
    }

    /** What rounding may make of a sum of products of numbers up to 2: far less than any of its terms. */
    private static double rounding(int terms) {
        return 1e-6 + 1e-6 * terms;
    }
}
