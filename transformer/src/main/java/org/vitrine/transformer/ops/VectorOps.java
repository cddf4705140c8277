package org.vitrine.transformer.ops;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.tensor.Shape;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/**
 * The operations with the Vector API and threads. Products, sums and {@code relu} have the bits of {@link ScalarOps};
 * the others stay within what {@link Ops} states. The result does not depend on the number of threads, nor on whether a
 * plain loop made it, as many do while the compiler has not yet learnt the vector code.
 */
public final class VectorOps implements Ops {
    /**
     * The one kind of float vectors in this package. A second kind beside it (half as long, say, for doubles) can make the
     * compiler lose track of which is which: every vector then is an object, and a product was seen to take 18 times as
     * long.
     */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    /** Below this many multiply-adds one thread is done before another has woken up. */
    private static final long THREADS_FROM = 1L << 18;
    /** With fewer rows to multiply, packing the other side would take longer than the product. */
    private static final int PACKED_FROM_ROWS = 4;
    /** Numbers that one thread takes at a time in element-wise operations. */
    private static final int CHUNK = 1 << 14;

    private final Workers workers;
    private final Warmth warmth;

    /** Operations on this many threads. */
    public VectorOps(int threads) {
        this(threads, new Warmth());
    }

    private VectorOps(int threads, Warmth warmth) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
        this.workers = new Workers(threads);
        this.warmth = warmth;
    }

    /** Operations on as many threads as there are processors. */
    public VectorOps() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** Operations that use vectors from the first one on, as others do after a while. */
    static VectorOps warm(int threads) {
        return new VectorOps(threads, Warmth.warm());
    }

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public Tensor add(Tensor a, Tensor b) {
        Checks.add(a, b);
        float[] left = a.data();
        float[] right = b.data();
        return eachChunk(a, (y, from, end) -> {
            for (int i = from; i < end; i++) {
                y[i] = left[i] + right[i];
            }
        });
    }

    @Override
    public Tensor scale(Tensor x, float factor) {
        float[] data = x.data();
        return eachChunk(x, (y, from, end) -> {
            for (int i = from; i < end; i++) {
                y[i] = data[i] * factor;
            }
        });
    }

    @Override
    public Tensor linear(Tensor x, Linear layer) {
        Checks.linear(x, layer);
        float[] y = new float[Shape.of(x.dim(0), layer.weight().outputs()).size()];
        PanelProduct.Rows rows = new PanelProduct.Rows(x.data(), 0, x.dim(0));
        PanelProduct product = new PanelProduct(rows, layer.weight(), layer.bias().data(), y, 0);
        warmth.layer(product.work());
        if (warmth.oneKernel()) {
            product.inSixes();
        }
        if (warmth.vectorsForProduct(product.work())) {
            run(product.vectorTasks(), product.work(), product::vector);
        } else {
            run(product.panelCount(), product.work(), product::plain);
        }
        return Tensor.of(y, x.dim(0), layer.weight().outputs());
    }

    @Override
    public Tensor linearT(Tensor x, Weight weight) {
        Checks.linearT(x, weight);
        float[] y = new float[Shape.of(x.dim(0), weight.inputs()).size()];
        BackwardProduct product = new BackwardProduct(x, weight, y);
        IntConsumer stripe = warmth.vectorsForProduct(product.work()) ? product::vector : product::plain;
        run(product.stripeCount(), product.work(), stripe);
        return Tensor.of(y, x.dim(0), weight.inputs());
    }

    @Override
    public Tensor matmul(Tensor a, Tensor b) {
        Checks.matmul(a, b);
        float[] y = new float[Shape.of(a.dim(0), a.dim(1), b.dim(2)).size()];
        eachHead(a, y, head -> Weight.of(b, head));
        return Tensor.of(y, a.dim(0), a.dim(1), b.dim(2));
    }

    @Override
    public Tensor matmulT(Tensor a, Tensor b) {
        Checks.matmulT(a, b);
        float[] y = new float[Shape.of(a.dim(0), a.dim(1), b.dim(1)).size()];
        if (a.dim(1) < PACKED_FROM_ROWS) {
            dots(a, b, y);
        } else {
            eachHead(a, y, head -> Weight.transposeOf(b, head));
        }
        return Tensor.of(y, a.dim(0), a.dim(1), b.dim(1));
    }

    private void dots(Tensor a, Tensor b, float[] y) {
        int depth = a.dim(2);
        int count = b.dim(1);
        RowDots dots = new RowDots(a.data(), b.data(), depth);
        run(a.dim(0) * a.dim(1), (long) y.length * depth, row -> {
            int head = row / a.dim(1);
            dots.row(row * depth, head * count * depth, count, y, row * count);
        });
    }

    /** The same product for every head, whose right side is packed into panels like any weight. */
    private void eachHead(Tensor a, float[] y, IntFunction<Weight> right) {
        int rows = a.dim(1);
        int heads = a.dim(0);
        long work = heads == 0 ? 0 : (long) y.length * a.dim(2);
        boolean vector = warmth.vectorsForProduct(work);
        run(heads, work, head -> {
            PanelProduct.Rows left = new PanelProduct.Rows(a.data(), head * rows * a.dim(2), rows);
            PanelProduct product = new PanelProduct(left, right.apply(head), null, y, y.length / heads * head);
            if (warmth.oneKernel()) {
                product.inSixes();
            }
            if (vector) {
                product.vectorByRows();
                return;
            }
            for (int panel = 0; panel < product.panelCount(); panel++) {
                product.plain(panel);
            }
        });
    }

    @Override
    public Tensor causalMask(Tensor scores) {
        Checks.causalMask(scores);
        int rows = scores.dim(1);
        int columns = scores.dim(2);
        float[] data = scores.data();
        return eachRow(scores, (y, start) -> {
            int visible = columns - rows + start / columns % rows + 1;
            System.arraycopy(data, start, y, start, visible);
            Arrays.fill(y, start + visible, start + columns, Float.NEGATIVE_INFINITY);
        });
    }

    @Override
    public Tensor softmax(Tensor x) {
        Checks.softmax(x);
        boolean vectors = warmth.vectorsForNumbers(x.size());
        return eachRow(x, (y, start) -> SoftmaxRow.softmax(x.data(), y, start, x.dim(-1), vectors));
    }

    @Override
    public Tensor layerNorm(Tensor x, LayerNorm norm) {
        Checks.layerNorm(x, norm);
        boolean vectors = warmth.vectorsForNumbers(x.size());
        return eachRow(x, (y, start) -> NormRow.normalise(x.data(), y, start, norm, vectors));
    }

    @Override
    public Tensor gelu(Tensor x) {
        boolean vectors = warmth.vectorsForNumbers(x.size());
        return eachChunk(x, (y, from, end) -> Activations.gelu(x.data(), y, from, end, vectors));
    }

    @Override
    public Tensor geluTanh(Tensor x) {
        boolean vectors = warmth.vectorsForNumbers(x.size());
        return eachChunk(x, (y, from, end) -> Activations.geluTanh(x.data(), y, from, end, vectors));
    }

    @Override
    public Tensor relu(Tensor x) {
        float[] data = x.data();
        return eachChunk(x, (y, from, end) -> {
            for (int i = from; i < end; i++) {
                y[i] = Math.max(0, data[i]);
            }
        });
    }

    @Override
    public Tensor silu(Tensor x) {
        boolean vectors = warmth.vectorsForNumbers(x.size());
        return eachChunk(x, (y, from, end) -> Activations.silu(x.data(), y, from, end, vectors));
    }

    @Override
    public Tensor tanh(Tensor x) {
        float[] data = x.data();
        return eachChunk(x, (y, from, end) -> {
            for (int i = from; i < end; i++) {
                y[i] = (float) Math.tanh(data[i]);
            }
        });
    }

    @Override
    public void each(int count, IntConsumer task) {
        workers.run(count, task);
    }

    /** Writes y[from] to y[end − 1]. */
    private interface ChunkTask {
        void run(float[] y, int from, int end);
    }

    /** Writes the row of y that starts here. */
    private interface RowTask {
        void run(float[] y, int start);
    }

    private Tensor eachChunk(Tensor x, ChunkTask task) {
        return eachChunk(x, CHUNK, task);
    }

    /** Whole rows at a time, about as many numbers: two threads never write side by side. */
    private Tensor eachRow(Tensor x, RowTask task) {
        int width = Math.max(1, x.dim(-1));
        return eachChunk(x, Math.ceilDiv(CHUNK, width) * width, (y, from, end) -> {
            for (int start = from; start < end; start += width) {
                task.run(y, start);
            }
        });
    }

    private Tensor eachChunk(Tensor x, int chunk, ChunkTask task) {
        float[] y = new float[x.size()];
        run(Math.ceilDiv(y.length, chunk), y.length * 16L,
                i -> task.run(y, i * chunk, Math.min(y.length, (i + 1) * chunk)));
        return Tensor.of(y, x.shape());
    }

    private void run(int tasks, long work, IntConsumer task) {
        if (work < THREADS_FROM) {
            Workers.alone(tasks, task);
        } else {
            workers.run(tasks, task);
        }
    }
}
