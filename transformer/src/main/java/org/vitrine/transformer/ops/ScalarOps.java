package org.vitrine.transformer.ops;

import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.tensor.Shape;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/**
 * The definition of every operation: plain loops, one thread, nothing processor-specific, never optimised. Step through
 * it to see one multiply-add; compare every other back end with it.
 */
public final class ScalarOps implements Ops {
    /** Running sums side by side in {@link #linearT}. */
    static final int SUMS = 16;

    /** The definition needs nothing. */
    public ScalarOps() {
    }

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public Tensor add(Tensor a, Tensor b) {
        Checks.add(a, b);
        float[] sum = new float[a.size()];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a.data()[i] + b.data()[i];
        }
        return Tensor.of(sum, a.shape());
    }

    @Override
    public Tensor scale(Tensor x, float factor) {
        float[] y = new float[x.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = x.data()[i] * factor;
        }
        return Tensor.of(y, x.shape());
    }

    @Override
    public Tensor linear(Tensor x, Linear layer) {
        Checks.linear(x, layer);
        Weight weight = layer.weight();
        int rows = x.dim(0);
        float[] y = new float[Shape.of(rows, weight.outputs()).size()];
        for (int t = 0; t < rows; t++) {
            for (int j = 0; j < weight.outputs(); j++) {
                CancelledException.check();
                float sum = 0;
                for (int i = 0; i < weight.inputs(); i++) {
                    sum = Math.fma(x.data()[t * weight.inputs() + i], weight.at(i, j), sum);
                }
                y[t * weight.outputs() + j] = sum + layer.bias().data()[j];
            }
        }
        return Tensor.of(y, rows, weight.outputs());
    }

    @Override
    public Tensor linearT(Tensor x, Weight weight) {
        Checks.linearT(x, weight);
        int rows = x.dim(0);
        float[] y = new float[Shape.of(rows, weight.inputs()).size()];
        for (int t = 0; t < rows; t++) {
            for (int i = 0; i < weight.inputs(); i++) {
                CancelledException.check();
                float[] sums = new float[SUMS];
                for (int j = 0; j < weight.outputs(); j++) {
                    int s = j % SUMS;
                    sums[s] = Math.fma(x.data()[t * weight.outputs() + j], weight.at(i, j), sums[s]);
                }
                y[t * weight.inputs() + i] = sumByHalves(sums, 0);
            }
        }
        return Tensor.of(y, rows, weight.inputs());
    }

    /** Sixteen numbers from i on: in double precision the upper half is added to the lower half until one is left. */
    static float sumByHalves(float[] x, int i) {
        return (float) (sumOfFour(x, i) + sumOfFour(x, i + 2) + (sumOfFour(x, i + 1) + sumOfFour(x, i + 3)));
    }

    private static double sumOfFour(float[] x, int i) {
        return (double) x[i] + x[i + 8] + ((double) x[i + 4] + x[i + 12]);
    }

    @Override
    public Tensor matmul(Tensor a, Tensor b) {
        Checks.matmul(a, b);
        int heads = a.dim(0);
        int rows = a.dim(1);
        int inner = a.dim(2);
        int columns = b.dim(2);
        float[] y = new float[Shape.of(heads, rows, columns).size()];
        for (int h = 0; h < heads; h++) {
            for (int t = 0; t < rows; t++) {
                CancelledException.check();
                for (int j = 0; j < columns; j++) {
                    float sum = 0;
                    for (int s = 0; s < inner; s++) {
                        float weight = a.data()[(h * rows + t) * inner + s];
                        sum = Math.fma(weight, b.data()[(h * inner + s) * columns + j], sum);
                    }
                    y[(h * rows + t) * columns + j] = sum;
                }
            }
        }
        return Tensor.of(y, heads, rows, columns);
    }

    @Override
    public Tensor matmulT(Tensor a, Tensor b) {
        Checks.matmulT(a, b);
        int heads = a.dim(0);
        int rows = a.dim(1);
        int columns = b.dim(1);
        int inner = a.dim(2);
        float[] y = new float[Shape.of(heads, rows, columns).size()];
        for (int h = 0; h < heads; h++) {
            for (int t = 0; t < rows; t++) {
                CancelledException.check();
                for (int s = 0; s < columns; s++) {
                    float sum = 0;
                    for (int i = 0; i < inner; i++) {
                        float left = a.data()[(h * rows + t) * inner + i];
                        sum = Math.fma(left, b.data()[(h * columns + s) * inner + i], sum);
                    }
                    y[(h * rows + t) * columns + s] = sum;
                }
            }
        }
        return Tensor.of(y, heads, rows, columns);
    }

    @Override
    public Tensor causalMask(Tensor scores) {
        Checks.causalMask(scores);
        int rows = scores.dim(1);
        int columns = scores.dim(2);
        float[] masked = scores.data().clone();
        for (int h = 0; h < scores.dim(0); h++) {
            for (int t = 0; t < rows; t++) {
                for (int s = columns - rows + t + 1; s < columns; s++) {
                    masked[(h * rows + t) * columns + s] = Float.NEGATIVE_INFINITY;
                }
            }
        }
        return Tensor.of(masked, scores.shape());
    }

    @Override
    public Tensor softmax(Tensor x) {
        Checks.softmax(x);
        float[] y = new float[x.size()];
        int width = x.dim(-1);
        for (int start = 0; start < y.length; start += width) {
            CancelledException.check();
            softmaxRow(x.data(), y, start, width);
        }
        return Tensor.of(y, x.shape());
    }

    /** One row: the largest is taken off first, so that exp never overflows. */
    private static void softmaxRow(float[] x, float[] y, int start, int width) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = start; i < start + width; i++) {
            max = Math.max(max, x[i]);
        }
        double sum = 0;
        for (int i = start; i < start + width; i++) {
            y[i] = (float) Math.exp(x[i] - max);
            sum += y[i];
        }
        for (int i = start; i < start + width; i++) {
            y[i] = (float) (y[i] / sum);
        }
    }

    @Override
    public Tensor layerNorm(Tensor x, LayerNorm norm) {
        Checks.layerNorm(x, norm);
        float[] y = new float[x.size()];
        int width = x.dim(-1);
        for (int start = 0; start < y.length; start += width) {
            CancelledException.check();
            layerNormRow(x.data(), y, start, norm);
        }
        return Tensor.of(y, x.shape());
    }

    /** One row; the variance divides by d, not d − 1, and the sums are kept in double. */
    static void layerNormRow(float[] x, float[] y, int start, LayerNorm norm) {
        int width = norm.gain().size();
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += x[start + i];
        }
        double mean = sum / width;
        double squares = 0;
        for (int i = 0; i < width; i++) {
            squares += (x[start + i] - mean) * (x[start + i] - mean);
        }
        double factor = 1 / Math.sqrt(squares / width + norm.epsilon());
        for (int i = 0; i < width; i++) {
            float normal = (float) ((x[start + i] - mean) * factor);
            y[start + i] = normal * norm.gain().data()[i] + norm.bias().data()[i];
        }
    }

    @Override
    public Tensor gelu(Tensor x) {
        float[] y = new float[x.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = gelu(x.data()[i]);
        }
        return Tensor.of(y, x.shape());
    }

    static float gelu(float x) {
        return (float) (0.5 * x * (1 + Erf.erf(x / Math.sqrt(2))));
    }

    @Override
    public Tensor geluTanh(Tensor x) {
        float[] y = new float[x.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = geluTanh(x.data()[i]);
        }
        return Tensor.of(y, x.shape());
    }

    static float geluTanh(float x) {
        double cube = (double) x * x * x;
        return (float) (0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * cube))));
    }

    @Override
    public Tensor relu(Tensor x) {
        float[] y = new float[x.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(0, x.data()[i]);
        }
        return Tensor.of(y, x.shape());
    }

    @Override
    public Tensor silu(Tensor x) {
        float[] y = new float[x.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = silu(x.data()[i]);
        }
        return Tensor.of(y, x.shape());
    }

    static float silu(float x) {
        return (float) (x / (1 + Math.exp(-x)));
    }

    @Override
    public Tensor tanh(Tensor x) {
        float[] y = new float[x.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) Math.tanh(x.data()[i]);
        }
        return Tensor.of(y, x.shape());
    }
}
