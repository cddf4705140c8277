package org.vitrine.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.math.TornadoMath;

/**
 * What the device computes: a kernel for every operation, each a plain static method that TornadoVM compiles.
 *
 * <p>All numbers lie in one array, {@code m}, the device's memory: weights, and what is computed from them. A kernel is one step of
 * many, {@code step[0]}; where its operands lie in m, and how large they are, stands in {@code places}, {@value #PLACES} numbers a
 * step, and a number that is no place in {@code factors}, one a step. None of this is known when a kernel is compiled, so it serves
 * every layer and every length of text.
 *
 * <p>A kernel runs in as many groups of {@value #GROUP} work-items as the device likes. Either all items deal out the numbers of
 * the result among them (i, i + items, …), or each group takes a row or a tile of it (g, g + groups, …), in which its items
 * share local memory.
 *
 * <p>The letters are those of {@link org.vitrine.transformer.ops.Ops}; the first place is always that of the result, y.
 */
public final class Kernels {
    /** Work-items in a group. */
    public static final int GROUP = 256;
    /** Numbers that tell a step where its operands are. */
    public static final int PLACES = 12;
    /** Rows and columns of the tile of a product that a group computes, and inputs that it holds in local memory. */
    static final int TILE = 32;
    /** Half a tile: an item computes two rows and two columns of it, this far apart. */
    private static final int HALF = TILE / 2;
    /** Between rows of a tile that is read by columns: one more, so that neighbours read from different banks. */
    private static final int APART = TILE + 1;

    private Kernels() {
    }

    // ------------------------------------------------------------------------------------------ number by number

    /** y = a + b. Places: y, a, b, n. */
    public static void add(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int y = places[at];
        int a = places[at + 1];
        int b = places[at + 2];
        int n = places[at + 3];
        for (int i = c.globalIdx; i < n; i += c.globalGroupSizeX) {
            m[y + i] = m[a + i] + m[b + i];
        }
    }

    /** y = x · factor. Places: y, x, n. */
    public static void scale(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int y = places[at];
        int x = places[at + 1];
        int n = places[at + 2];
        float factor = factors[step[0]];
        for (int i = c.globalIdx; i < n; i += c.globalGroupSizeX) {
            m[y + i] = m[x + i] * factor;
        }
    }

    /** y = x·Φ(x). Places: y, x, n. */
    public static void gelu(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int y = places[at];
        int x = places[at + 1];
        int n = places[at + 2];
        for (int i = c.globalIdx; i < n; i += c.globalGroupSizeX) {
            m[y + i] = gelu(m[x + i]);
        }
    }

    /**
     * x·Φ(x), where for z = |x|/√2 the tail erfc(z) = (a₁t + … + a₅t⁵)·exp(−z²), t = 1/(1 + pz), with an error below 1.5e-7:
     * Abramowitz and Stegun 1964, "Handbook of Mathematical Functions", 7.1.26.
     */
    static float gelu(float x) {
        float z = TornadoMath.abs(x) * 0.70710678f;
        float t = 1 / (1 + 0.3275911f * z);
        float polynomial = t * (0.254829592f
                + t * (-0.284496736f + t * (1.421413741f + t * (-1.453152027f + t * 1.061405429f))));
        float tail = 0.5f * polynomial * TornadoMath.exp(-z * z);
        return x < 0 ? x * tail : x * (1 - tail);
    }

    /**
     * y = x/2 · (1 + tanh u), u = √(2/π)·(x + 0.044715·x³), which is x / (1 + exp(−2u)): far below zero, a device's tanh may not
     * be quite −1, and x too large for that. Places: y, x, n.
     */
    public static void geluTanh(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int y = places[at];
        int x = places[at + 1];
        int n = places[at + 2];
        for (int i = c.globalIdx; i < n; i += c.globalGroupSizeX) {
            float number = m[x + i];
            float u = 0.7978845608f * (number + 0.044715f * number * number * number);
            m[y + i] = number / (1 + TornadoMath.exp(-2 * u));
        }
    }

    /** y = max(0, x). Places: y, x, n. */
    public static void relu(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int y = places[at];
        int x = places[at + 1];
        int n = places[at + 2];
        for (int i = c.globalIdx; i < n; i += c.globalGroupSizeX) {
            float number = m[x + i];
            m[y + i] = number < 0 ? 0 : number;
        }
    }

    /** y = x / (1 + exp(−x)). Places: y, x, n. */
    public static void silu(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int y = places[at];
        int x = places[at + 1];
        int n = places[at + 2];
        for (int i = c.globalIdx; i < n; i += c.globalGroupSizeX) {
            float number = m[x + i];
            m[y + i] = number / (1 + TornadoMath.exp(-number));
        }
    }

    /** y = tanh(x), under a name that OpenCL does not have. Places: y, x, n. */
    public static void hyperbolicTangent(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int y = places[at];
        int x = places[at + 1];
        int n = places[at + 2];
        for (int i = c.globalIdx; i < n; i += c.globalGroupSizeX) {
            m[y + i] = TornadoMath.tanh(m[x + i]);
        }
    }

    /** y = x up to column S − T + t of row t, and −∞ beyond: [H, T, S]. Places: y, x, H, T, S. */
    public static void causalMask(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int y = places[at];
        int x = places[at + 1];
        int rows = places[at + 3];
        int columns = places[at + 4];
        int n = places[at + 2] * rows * columns;
        for (int i = c.globalIdx; i < n; i += c.globalGroupSizeX) {
            int t = i / columns % rows;
            m[y + i] = i % columns > columns - rows + t ? Float.NEGATIVE_INFINITY : m[x + i];
        }
    }

    // ------------------------------------------------------------------------------------------ from place to place

    /** Heads out of rows and back: y[b, a] = x[a, b], each of e numbers: [A, B, e] → [B, A, e]. Places: y, x, A, B, e. */
    public static void swapAxes(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int y = places[at];
        int x = places[at + 1];
        int first = places[at + 2];
        int second = places[at + 3];
        int width = places[at + 4];
        int n = first * second * width;
        for (int i = c.globalIdx; i < n; i += c.globalGroupSizeX) {
            int b = i / (first * width);
            int a = i / width % first;
            m[y + i] = m[x + (a * second + b) * width + i % width];
        }
    }

    /** Rows of a matrix, such as a table's embeddings: y[n] = x[wanted[n]], each of d numbers. Places: y, x, wanted, rows, d. */
    public static void rows(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int y = places[at];
        int x = places[at + 1];
        int wanted = places[at + 2];
        int width = places[at + 4];
        int n = places[at + 3] * width;
        for (int i = c.globalIdx; i < n; i += c.globalGroupSizeX) {
            int row = (int) m[wanted + i / width];
            m[y + i] = m[x + row * width + i % width];
        }
    }

    /** More rows below, head by head: [H, A, e] and [H, B, e] → [H, A+B, e]. Places: y, a, b, H, A·e, B·e. */
    public static void append(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int y = places[at];
        int a = places[at + 1];
        int b = places[at + 2];
        int above = places[at + 4];
        int below = places[at + 5];
        int n = places[at + 3] * (above + below);
        for (int i = c.globalIdx; i < n; i += c.globalGroupSizeX) {
            int head = i / (above + below);
            int inside = i % (above + below);
            m[y + i] = inside < above ? m[a + head * above + inside] : m[b + head * below + inside - above];
        }
    }

    /**
     * y[i] = i, for as many items as there are: run by anything but a device, where each item has an i of its own, it writes one.
     * Empties places and factors, of which there are fewer than items.
     */
    public static void count(KernelContext c, float[] m, int[] places, float[] factors) {
        int i = c.globalIdx;
        m[i] = i;
        places[i % places.length] = 0;
        factors[i % factors.length] = 0;
    }

    /** From the host: the places and factors of a program's steps. */
    public static void load(KernelContext c, int[] hostPlaces, float[] hostFactors, int[] places, float[] factors) {
        for (int i = c.globalIdx; i < places.length; i += c.globalGroupSizeX) {
            places[i] = hostPlaces[i];
        }
        for (int i = c.globalIdx; i < factors.length; i += c.globalGroupSizeX) {
            factors[i] = hostFactors[i];
        }
    }

    /** From the host: the first n numbers of the window. Places: y, n. */
    public static void copyIn(KernelContext c, int[] places, float[] window, float[] m) {
        int y = places[0];
        int n = places[1];
        for (int i = c.globalIdx; i < n; i += c.globalGroupSizeX) {
            m[y + i] = window[i];
        }
    }

    /** To the host: n numbers into the window. Places: x, n. */
    public static void copyOut(KernelContext c, int[] places, float[] window, float[] m) {
        int x = places[0];
        int n = places[1];
        for (int i = c.globalIdx; i < n; i += c.globalGroupSizeX) {
            window[i] = m[x + i];
        }
    }

    // ------------------------------------------------------------------------------------------ row by row

    /** y = exp(x − max) / Σ exp(x − max), a group for each row. Places: y, x, rows, d. */
    public static void softmax(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int rows = places[at + 2];
        int d = places[at + 3];
        float[] shared = c.allocateFloatLocalArray(GROUP);
        int item = c.localIdx;
        for (int row = c.groupIdx; row < rows; row += c.globalGroupSizeX / GROUP) {
            int y = places[at] + row * d;
            int x = places[at + 1] + row * d;
            float largest = Float.NEGATIVE_INFINITY;
            for (int i = item; i < d; i += GROUP) {
                largest = larger(largest, m[x + i]);
            }
            float max = largest(c, shared, item, largest);
            float sum = 0;
            for (int i = item; i < d; i += GROUP) {
                float share = TornadoMath.exp(m[x + i] - max);
                m[y + i] = share;
                sum += share;
            }
            float all = sum(c, shared, item, sum);
            for (int i = item; i < d; i += GROUP) {
                m[y + i] = m[y + i] / all;
            }
        }
    }

    /**
     * y = (x − mean) / √(variance + ε) · gain + bias, a group for each row; ε is the factor. Sums are of distances from the row's
     * first number, divided by the largest of them: neither does a large mean hide a small variance, nor does a square overflow.
     * Places: y, x, gain, bias, rows, d.
     */
    public static void layerNorm(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int gain = places[at + 2];
        int bias = places[at + 3];
        int rows = places[at + 4];
        int d = places[at + 5];
        float[] shared = c.allocateFloatLocalArray(GROUP);
        int item = c.localIdx;
        for (int row = c.groupIdx; row < rows; row += c.globalGroupSizeX / GROUP) {
            int y = places[at] + row * d;
            int x = places[at + 1] + row * d;
            float first = m[x];
            float farthest = 0;
            float sum = 0;
            for (int i = item; i < d; i += GROUP) {
                farthest = larger(farthest, TornadoMath.abs(m[x + i] - first));
                sum += m[x + i] - first;
            }
            float unit = largest(c, shared, item, farthest);
            unit = unit == 0 ? 1 : unit;
            float mean = sum(c, shared, item, sum) / d;
            float squares = 0;
            for (int i = item; i < d; i += GROUP) {
                float distance = (m[x + i] - first - mean) / unit;
                squares += distance * distance;
            }
            float variance = sum(c, shared, item, squares) / d;
            float deviation = TornadoMath.sqrt(variance + factors[step[0]] / unit / unit);
            for (int i = item; i < d; i += GROUP) {
                m[y + i] = (m[x + i] - first - mean) / unit / deviation * m[gain + i] + m[bias + i];
            }
        }
    }

    /** The sum of a number from each item of the group: in a tree, half of them adding those of the other half. */
    private static float sum(KernelContext c, float[] shared, int item, float number) {
        shared[item] = number;
        c.localBarrier();
        for (int half = GROUP / 2; half > 0; half /= 2) {
            if (item < half) {
                shared[item] += shared[item + half];
            }
            c.localBarrier();
        }
        float sum = shared[0];
        c.localBarrier(); // nobody writes again before all have read
        return sum;
    }

    /** The largest of a number from each item of the group. */
    private static float largest(KernelContext c, float[] shared, int item, float number) {
        shared[item] = number;
        c.localBarrier();
        for (int half = GROUP / 2; half > 0; half /= 2) {
            if (item < half) {
                shared[item] = larger(shared[item], shared[item + half]);
            }
            c.localBarrier();
        }
        float largest = shared[0];
        c.localBarrier();
        return largest;
    }

    private static float larger(float a, float b) {
        return a > b ? a : b;
    }

    // ------------------------------------------------------------------------------------------ products

    /**
     * y = x·W + b for few rows, [T, in] → [T, out]: a group for 32 outputs of a row; a column of its items shares an output, and
     * each item takes every eighth input. W lies in panels of 32 columns, input by input. Places: y, x, W, b, T, in, out.
     */
    public static void linearRow(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int inputs = places[at + 5];
        int outputs = places[at + 6];
        int panels = (outputs + TILE - 1) / TILE;
        int tasks = places[at + 4] * panels;
        float[] shared = c.allocateFloatLocalArray(GROUP);
        int item = c.localIdx;
        for (int task = c.groupIdx; task < tasks; task += c.globalGroupSizeX / GROUP) {
            int t = task / panels;
            int panel = task % panels;
            int x = places[at + 1] + t * inputs;
            int w = places[at + 2] + panel * inputs * TILE + item % TILE;
            float sum = 0;
            for (int i = item / TILE; i < inputs; i += GROUP / TILE) {
                sum += m[x + i] * m[w + i * TILE];
            }
            shared[item] = sum;
            c.localBarrier();
            for (int half = GROUP / 2; half >= TILE; half /= 2) {
                if (item < half) {
                    shared[item] += shared[item + half];
                }
                c.localBarrier();
            }
            int j = panel * TILE + item;
            if (item < TILE && j < outputs) {
                m[places[at] + t * outputs + j] = shared[item] + m[places[at + 3] + j];
            }
            c.localBarrier();
        }
    }

    /**
     * y = a·b + bias, matrix by matrix, a group for each tile of 32 rows and 32 columns of y: [H, T, in] and [H, in, n] → [H, T, n].
     * Again and again the group copies a tile of a and one of b to local memory, and each item multiplies two rows with two columns
     * of them. Number (i, j) of b lies (i / 32)·tileDown + (i mod 32)·down + (j / 32)·tileAcross + (j mod 32)·across behind its
     * start: with the right distances b is a matrix, or one that is read across its columns, or a weight in panels, or that backwards.
     * Places: y, a, b, bias (or −1), H, T, in, n, tileDown, down, tileAcross, across.
     */
    public static void product(KernelContext c, int[] step, int[] places, float[] factors, float[] m) {
        int at = step[0] * PLACES;
        int bias = places[at + 3];
        int rows = places[at + 5];
        int inner = places[at + 6];
        int columns = places[at + 7];
        int tileDown = places[at + 8];
        int down = places[at + 9];
        int across = places[at + 11];
        int tilesAcross = (columns + TILE - 1) / TILE;
        int tilesEach = (rows + TILE - 1) / TILE * tilesAcross;
        int tiles = places[at + 4] * tilesEach;
        float[] left = c.allocateFloatLocalArray(TILE * APART);
        float[] right = c.allocateFloatLocalArray(TILE * APART);
        int item = c.localIdx;
        int t = item / HALF;
        int j = item % HALF;
        for (int tile = c.groupIdx; tile < tiles; tile += c.globalGroupSizeX / GROUP) {
            int stack = tile / tilesEach;
            int row = tile % tilesEach / tilesAcross * TILE;
            int column = tile % tilesAcross * TILE;
            int a = places[at + 1] + (stack * rows + row) * inner;
            int b = places[at + 2] + stack * inner * columns + column / TILE * places[at + 10];
            float upperLeft = 0;
            float upperRight = 0;
            float lowerLeft = 0;
            float lowerRight = 0;
            for (int i = 0; i < inner; i += TILE) {
                for (int k = item; k < TILE * TILE; k += GROUP) {
                    int far = k / TILE;
                    int near = k % TILE;
                    left[far * APART + near] = row + far < rows && i + near < inner ? m[a + far * inner + i + near] : 0;
                    // Neighbours read neighbours: along the columns of b, or down its rows where these lie side by side.
                    int d = down == 1 ? near : far;
                    int e = down == 1 ? far : near;
                    right[d * APART + e] = i + d < inner && column + e < columns
                            ? m[b + i / TILE * tileDown + d * down + e * across]
                            : 0;
                }
                c.localBarrier();
                for (int d = 0; d < TILE; d++) {
                    float upper = left[t * APART + d];
                    float lower = left[(t + HALF) * APART + d];
                    float here = right[d * APART + j];
                    float there = right[d * APART + j + HALF];
                    upperLeft += upper * here;
                    upperRight += upper * there;
                    lowerLeft += lower * here;
                    lowerRight += lower * there;
                }
                c.localBarrier();
            }
            int y = places[at] + (stack * rows + row + t) * columns + column + j;
            boolean isHere = column + j < columns;
            boolean isThere = column + j + HALF < columns;
            float biasHere = bias >= 0 && isHere ? m[bias + column + j] : 0;
            float biasThere = bias >= 0 && isThere ? m[bias + column + j + HALF] : 0;
            if (row + t < rows && isHere) {
                m[y] = upperLeft + biasHere;
            }
            if (row + t < rows && isThere) {
                m[y + HALF] = upperRight + biasThere;
            }
            if (row + t + HALF < rows && isHere) {
                m[y + HALF * columns] = lowerLeft + biasHere;
            }
            if (row + t + HALF < rows && isThere) {
                m[y + HALF * columns + HALF] = lowerRight + biasThere;
            }
        }
    }
}
