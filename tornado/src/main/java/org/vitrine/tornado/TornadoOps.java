package org.vitrine.tornado;

import java.util.Collection;
import java.util.List;
import org.vitrine.tornado.Work.Recipe;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Checks;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Shape;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/**
 * The operations on a device. Each only notes what is to be done and gives back a tensor that has a shape, but no numbers yet;
 * these are computed, together with all that was noted, when somebody looks.
 *
 * <p>Recipes know shapes, not tensors: what they refer to is kept for as long as they are.
 *
 * <p>How an operation becomes a kernel is told by its operands' places and sizes: see {@link org.vitrine.tornado.kernel.Kernels}.
 */
final class TornadoOps implements Ops {
    /** For fewer rows a product reads a weight once for each; for more, it shares what it reads among 32. */
    private static final int FEW_ROWS = 4;
    private static final int TILE = Weight.PANEL;
    private static final Operand NONE = new Operand.Absent();

    private final Engine engine;
    private final Ops cpu;

    TornadoOps(Engine engine, Ops cpu) {
        this.engine = engine;
        this.cpu = cpu;
    }

    Engine engine() {
        return engine;
    }

    @Override
    public String name() {
        return "gpu";
    }

    @Override
    public Ops onHost() {
        return cpu;
    }

    @Override
    public void fetch(Collection<Tensor> tensors) {
        engine.bring(tensors.stream().map(Tensor::distant).filter(this::isMine)
                .map(numbers -> ((Numbers) numbers).cell()).toList());
    }

    @Override
    public Tensor add(Tensor a, Tensor b) {
        Checks.add(a, b);
        Shape shape = a.shape();
        return note(Kernel.ADD, shape, List.of(cell(a), cell(b)), sizes(a.size()),
                (ops, in) -> ops.add(here(in, 0, shape), here(in, 1, shape)));
    }

    @Override
    public Tensor scale(Tensor x, float factor) {
        Shape shape = x.shape();
        return note(shape, new Work(Kernel.SCALE, List.of(cell(x)), sizes(x.size()), factor,
                (ops, in) -> ops.scale(here(in, 0, shape), factor)));
    }

    @Override
    public Tensor linear(Tensor x, Linear layer) {
        Checks.linear(x, layer);
        Weight w = layer.weight();
        Shape shape = Shape.of(x.dim(0), w.outputs());
        Shape from = x.shape();
        Recipe recipe = (ops, in) -> ops.linear(here(in, 0, from), layer);
        List<Operand> operands = List.of(cell(x), new Operand.Matrix(w), new Operand.Row(layer.bias()));
        int rows = x.dim(0);
        return rows < FEW_ROWS
                ? note(Kernel.LINEAR_ROW, shape, operands, sizes(rows, w.inputs(), w.outputs()), recipe)
                : note(product(rows, w.inputs(), w.outputs()), shape, operands,
                        linearSizes(rows, w.inputs(), w.outputs()), recipe);
    }

    private Kind product(int rows, int inputs, int outputs) {
        LibraryProduct product = LibraryProduct.of(rows, inputs, outputs);
        return rows >= engine.leastLibraryRows() && product.isStageable() ? product : Kernel.PRODUCT;
    }

    /** A product's sizes where b is a weight in panels, [inputs, outputs]. */
    static int[] linearSizes(int rows, int inputs, int outputs) {
        return sizes(1, rows, inputs, outputs, TILE * TILE, TILE, inputs * TILE, 1);
    }

    @Override
    public Tensor linearT(Tensor x, Weight w) {
        Checks.linearT(x, w);
        Shape from = x.shape();
        return note(Kernel.PRODUCT, Shape.of(x.dim(0), w.inputs()), List.of(cell(x), new Operand.Matrix(w), NONE),
                sizes(1, x.dim(0), w.outputs(), w.inputs(), w.inputs() * TILE, 1, TILE * TILE, TILE),
                (ops, in) -> ops.linearT(here(in, 0, from), w));
    }

    @Override
    public Tensor matmul(Tensor a, Tensor b) {
        Checks.matmul(a, b);
        Shape left = a.shape();
        Shape right = b.shape();
        int width = b.dim(2);
        return note(Kernel.PRODUCT, Shape.of(a.dim(0), a.dim(1), width), List.of(cell(a), cell(b), NONE),
                sizes(a.dim(0), a.dim(1), a.dim(2), width, TILE * width, width, TILE, 1),
                (ops, in) -> ops.matmul(here(in, 0, left), here(in, 1, right)));
    }

    @Override
    public Tensor matmulT(Tensor a, Tensor b) {
        Checks.matmulT(a, b);
        Shape left = a.shape();
        Shape right = b.shape();
        int width = a.dim(2);
        return note(Kernel.PRODUCT, Shape.of(a.dim(0), a.dim(1), b.dim(1)), List.of(cell(a), cell(b), NONE),
                sizes(a.dim(0), a.dim(1), width, b.dim(1), TILE, 1, TILE * width, width),
                (ops, in) -> ops.matmulT(here(in, 0, left), here(in, 1, right)));
    }

    @Override
    public Tensor causalMask(Tensor scores) {
        Checks.causalMask(scores);
        Shape shape = scores.shape();
        return note(Kernel.CAUSAL_MASK, shape, List.of(cell(scores)), sizes(shape.dim(0), shape.dim(1), shape.dim(2)),
                (ops, in) -> ops.causalMask(here(in, 0, shape)));
    }

    @Override
    public Tensor softmax(Tensor x) {
        Checks.softmax(x);
        Shape shape = x.shape();
        return note(Kernel.SOFTMAX, shape, List.of(cell(x)), sizes(rows(shape), shape.dim(-1)),
                (ops, in) -> ops.softmax(here(in, 0, shape)));
    }

    @Override
    public Tensor layerNorm(Tensor x, LayerNorm norm) {
        Checks.layerNorm(x, norm);
        Shape shape = x.shape();
        List<Operand> operands = List.of(cell(x), new Operand.Row(norm.gain()), new Operand.Row(norm.bias()));
        return note(shape, new Work(Kernel.LAYER_NORM, operands, sizes(rows(shape), shape.dim(-1)), norm.epsilon(),
                (ops, in) -> ops.layerNorm(here(in, 0, shape), norm)));
    }

    @Override
    public Tensor gelu(Tensor x) {
        return activation(Kernel.GELU, x, Ops::gelu);
    }

    @Override
    public Tensor geluTanh(Tensor x) {
        return activation(Kernel.GELU_TANH, x, Ops::geluTanh);
    }

    @Override
    public Tensor relu(Tensor x) {
        return activation(Kernel.RELU, x, Ops::relu);
    }

    @Override
    public Tensor silu(Tensor x) {
        return activation(Kernel.SILU, x, Ops::silu);
    }

    @Override
    public Tensor tanh(Tensor x) {
        return activation(Kernel.TANH, x, Ops::tanh);
    }

    private interface Function {
        Tensor apply(Ops ops, Tensor x);
    }

    private Tensor activation(Kernel kernel, Tensor x, Function function) {
        Shape shape = x.shape();
        return note(kernel, shape, List.of(cell(x)), sizes(x.size()),
                (ops, in) -> function.apply(ops, here(in, 0, shape)));
    }

    // What tensors do by themselves.

    /** [n, d] → [rows.length, d]; which rows is told in floats, exact up to 2²⁴. */
    Tensor rows(Tensor x, int... rows) {
        float[] wanted = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            wanted[i] = rows[i];
        }
        Shape from = x.shape();
        return note(Kernel.ROWS, Shape.of(rows.length, x.dim(1)), List.of(cell(x), engine.input(wanted)),
                sizes(rows.length, x.dim(1)), (ops, in) -> here(in, 0, from).rows(rows));
    }

    /** [T, d] → [H, T, e]. */
    Tensor splitHeads(Tensor x, int heads) {
        int width = x.dim(1) / heads;
        Shape from = x.shape();
        return note(Kernel.SWAP_AXES, Shape.of(heads, x.dim(0), width), List.of(cell(x)), sizes(x.dim(0), heads, width),
                (ops, in) -> here(in, 0, from).splitHeads(heads));
    }

    /** [H, T, e] → [T, d]. */
    Tensor mergeHeads(Tensor x) {
        Shape from = x.shape();
        return note(Kernel.SWAP_AXES, Shape.of(x.dim(1), x.dim(0) * x.dim(2)), List.of(cell(x)),
                sizes(x.dim(0), x.dim(1), x.dim(2)), (ops, in) -> here(in, 0, from).mergeHeads());
    }

    /** [H, A, e] and [H, B, e] → [H, A+B, e]. */
    Tensor append(Tensor x, Tensor below) {
        Shape above = x.shape();
        Shape under = below.shape();
        int width = x.dim(2);
        return note(Kernel.APPEND, Shape.of(x.dim(0), x.dim(1) + below.dim(1), width),
                List.of(cell(x), cell(below)), sizes(x.dim(0), x.dim(1) * width, below.dim(1) * width),
                (ops, in) -> here(in, 0, above).append(here(in, 1, under)));
    }

    // How they are noted.

    private Tensor note(Kind kind, Shape shape, List<Operand> operands, int[] sizes, Recipe recipe) {
        return note(shape, new Work(kind, operands, sizes, 0, recipe));
    }

    private Tensor note(Shape shape, Work work) {
        Cell cell = Cell.of(shape.size(), work);
        Tensor tensor = Tensor.of(cell.heldBy(this), shape);
        if (engine.hasFailed()) {
            tensor.data();
        } else {
            engine.add(cell);
        }
        return tensor;
    }

    /** What holds the numbers of an operand. */
    private Cell cell(Tensor x) {
        return isMine(x.distant()) ? ((Numbers) x.distant()).cell() : engine.input(x.data());
    }

    private boolean isMine(Object numbers) {
        return numbers instanceof Numbers known && known.ops() == this;
    }

    private static Tensor here(List<float[]> inputs, int index, Shape shape) {
        return Tensor.of(inputs.get(index), shape);
    }

    private static int[] sizes(int... sizes) {
        return sizes;
    }

    private static int rows(Shape shape) {
        return shape.dim(-1) == 0 ? 0 : shape.size() / shape.dim(-1);
    }
}
