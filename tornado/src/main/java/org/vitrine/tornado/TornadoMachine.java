package org.vitrine.tornado;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.tornado.kernel.Kernels;
import org.vitrine.tornado.kernel.StagingKernels;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.ImmutableTaskGraph;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.WorkerGrid1D;
import uk.ac.manchester.tornado.api.common.TornadoFunctions.Task5;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;
import uk.ac.manchester.tornado.api.exceptions.TornadoExecutionPlanException;

/**
 * A device under TornadoVM: one execution plan, in which every program is a task graph, and the memory is handed from graph to
 * graph without leaving the device.
 *
 * <p>Every kernel runs in the same number of groups, whatever its operands are, so a graph, once compiled, never changes.
 */
final class TornadoMachine implements Machine {
    /** Numbers are copied in windows, as wholes: these sizes keep what is copied in vain small beside what is copied often. */
    private static final int[] WINDOWS = {1 << 14, 1 << 18, WINDOW};
    /** OpenCL's flags without TornadoVM's -cl-fast-relaxed-math, which would not know −∞ from a number. */
    private static final String OPENCL_FLAGS = "-cl-mad-enable -w";

    private final KernelContext context = new KernelContext();
    private final GridScheduler grids = new GridScheduler();
    private final WorkerGrid1D grid;
    /** The host's side of the device's memory: only its size is used. */
    private final float[] memory;
    private final int[] copyPlaces = new int[2];
    private final float[][] windows = new float[WINDOWS.length][];
    private final int[] hostPlaces = new int[Programs.MOST * Kernels.PLACES];
    private final float[] hostFactors = new float[Programs.MOST];
    private final int[] places = new int[Programs.MOST * Kernels.PLACES];
    private final float[] factors = new float[Programs.MOST];
    private final Optional<ProductLibrary> library;
    private final Staging staging;
    /** What every graph leaves on the device for the next. */
    private final Object[] resident;
    /** {0}, {1}, …: a plain number would become part of the compiled kernel, and that one of no use to other steps. */
    private final int[][] steps = new int[Programs.MOST][1];

    private final List<ImmutableTaskGraph> graphs = new ArrayList<>();
    private final Map<List<Kind>, Integer> programs = new HashMap<>();
    private final Set<Integer> compiled = new HashSet<>();
    private final int load;
    private final int[] writers = new int[WINDOWS.length];
    private final int[] readers = new int[WINDOWS.length];
    private final TornadoExecutionPlan plan;
    private final boolean recorded;

    /**
     * A machine on TornadoVM's default device.
     *
     * @param groups in how many groups of work-items every kernel runs
     * @param recorded whether programs are recorded as CUDA graphs
     * @param library what computes a {@link LibraryProduct}; without one, the kernel does
     * @throws IllegalStateException if the device, or the library, does not compute what it should
     */
    TornadoMachine(int capacity, int groups, List<List<Kind>> wanted, boolean recorded,
            Optional<ProductLibrary> library) {
        this.recorded = recorded;
        this.library = library;
        memory = new float[capacity];
        List<List<Kind>> all = new ArrayList<>(wanted);
        library.ifPresent(_ -> all.add(List.of(ProductProof.KIND)));
        staging = Staging.of(library.isPresent() ? all : List.of(), library.map(ProductLibrary::shift).orElse(0));
        resident = library.isPresent()
                ? new Object[]{memory, places, factors, staging.left(), staging.right(), staging.result()}
                : new Object[]{memory, places, factors};
        for (int step = 0; step < steps.length; step++) {
            steps[step][0] = step;
        }
        grid = new WorkerGrid1D(groups * Kernels.GROUP);
        grid.setLocalWork(Kernels.GROUP, 1, 1);
        int first = add(counting());
        load = add(loading());
        for (int size = 0; size < WINDOWS.length; size++) {
            windows[size] = new float[WINDOWS[size]];
            writers[size] = add(writing("write" + size, windows[size]));
            readers[size] = add(reading("read" + size, windows[size]));
        }
        for (Kernel kernel : Kernel.values()) {
            programs.put(List.of(kernel), add(program(kernel.name(), List.of(kernel))));
        }
        for (List<Kind> program : all) {
            programs.put(program, add(program("program" + programs.size(), program)));
        }
        plan = new TornadoExecutionPlan(graphs.toArray(ImmutableTaskGraph[]::new));
        plan.withGridScheduler(grids);
        plan.withCompilerFlags(TornadoVMBackendType.OPENCL, OPENCL_FLAGS);
        try {
            execute(first);
            proveItself(groups * Kernels.GROUP);
            library.ifPresent(_ -> ProductProof.check(this));
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private int add(TaskGraph graph) {
        graphs.add(graph.snapshot());
        return graphs.size() - 1;
    }

    /** The first graph, which makes what the others hand on. */
    private TaskGraph counting() {
        grids.addWorkerGrid("count.kernel", grid);
        TaskGraph graph = new TaskGraph("count").task("kernel", Kernels::count, context, memory, places, factors);
        if (library.isPresent()) {
            grids.addWorkerGrid("count.staging", grid);
            graph.task("staging", StagingKernels::clear, context, staging.left(), staging.right(), staging.result());
        }
        return graph.persistOnDevice(resident);
    }

    private TaskGraph loading() {
        grids.addWorkerGrid("load.kernel", grid);
        return new TaskGraph("load").transferToDevice(DataTransferMode.EVERY_EXECUTION, hostPlaces, hostFactors)
                .consumeFromDevice(resident)
                .task("kernel", Kernels::load, context, hostPlaces, hostFactors, places, factors)
                .persistOnDevice(resident);
    }

    private TaskGraph writing(String name, float[] numbers) {
        grids.addWorkerGrid(name + ".kernel", grid);
        return new TaskGraph(name).transferToDevice(DataTransferMode.EVERY_EXECUTION, copyPlaces, numbers)
                .consumeFromDevice(resident)
                .task("kernel", Kernels::copyIn, context, copyPlaces, numbers, memory)
                .persistOnDevice(resident);
    }

    private TaskGraph reading(String name, float[] numbers) {
        grids.addWorkerGrid(name + ".kernel", grid);
        return new TaskGraph(name).transferToDevice(DataTransferMode.EVERY_EXECUTION, copyPlaces)
                .consumeFromDevice(resident)
                .task("kernel", Kernels::copyOut, context, copyPlaces, numbers, memory)
                .persistOnDevice(resident).transferToHost(DataTransferMode.EVERY_EXECUTION, numbers);
    }

    private TaskGraph program(String name, List<Kind> kinds) {
        Object[] own = Arrays.copyOf(steps, kinds.size(), Object[].class);
        TaskGraph graph = new TaskGraph(name).transferToDevice(DataTransferMode.FIRST_EXECUTION, own)
                .consumeFromDevice(resident);
        for (int step = 0; step < kinds.size(); step++) {
            String task = "step" + step;
            if (library.isPresent() && kinds.get(step) instanceof LibraryProduct product) {
                addProduct(graph, name + ".", step, product);
            } else {
                graph.task(task, code(kinds.get(step).kernel()), context, steps[step], places, factors, memory);
                grids.addWorkerGrid(name + "." + task, grid);
            }
        }
        return graph.persistOnDevice(resident);
    }

    private void addProduct(TaskGraph graph, String path, int step, LibraryProduct product) {
        String before = "stage" + step;
        String after = "unstage" + step;
        grids.addWorkerGrid(path + before, grid);
        grids.addWorkerGrid(path + after, grid);
        graph.task(before, StagingKernels::stage, context, steps[step], places, memory, staging.left(),
                staging.right(), staging.shift());
        library.orElseThrow().add(graph, "product" + step, staging.parameters(product));
        graph.task(after, StagingKernels::unstage, context, steps[step], places, memory, staging.result(),
                staging.shift());
    }

    private static Task5<KernelContext, int[], int[], float[], float[]> code(Kernel kernel) {
        return switch (kernel) {
            case ADD -> Kernels::add;
            case SCALE -> Kernels::scale;
            case GELU -> Kernels::gelu;
            case GELU_TANH -> Kernels::geluTanh;
            case RELU -> Kernels::relu;
            case SILU -> Kernels::silu;
            case TANH -> Kernels::hyperbolicTangent;
            case CAUSAL_MASK -> Kernels::causalMask;
            case SWAP_AXES -> Kernels::swapAxes;
            case ROWS -> Kernels::rows;
            case APPEND -> Kernels::append;
            case SOFTMAX -> Kernels::softmax;
            case LAYER_NORM -> Kernels::layerNorm;
            case LINEAR_ROW -> Kernels::linearRow;
            case PRODUCT -> Kernels::product;
        };
    }

    /**
     * Two checks, for what goes wrong silently. Where TornadoVM cannot compile a kernel it may run it as plain Java, in which only the
     * first work-item exists; and a program that was recorded must find its places when it is launched again.
     */
    private void proveItself(int items) {
        check(items - 1, items - 1, "TornadoVM ran a kernel as plain Java, not on the device; start Java with "
                + "-Dtornado.recover.bailout=False to see why");
        for (int number = 1; number < 4; number++) {
            run(List.of(new Launch(Kernel.SCALE, new int[]{0, number, 1}, 2)));
            check(0, 2 * number, "a program that ran before did not find the numbers of its next run");
        }
    }

    private void check(int place, int expected, String otherwise) {
        if (view(place, 1)[0] != expected) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** A program copies nothing from the host, where an array may move: so it can be recorded, and then finds other places. */
    private void executeProgram(int graph) {
        execute(load);
        if (recorded && !compiled.contains(graph)) {
            plan.withGraph(graph);
            CudaGraphs.record(plan);
        }
        execute(graph);
        compiled.add(graph);
    }

    private void execute(int graph) {
        plan.withGraph(graph).execute();
    }

    @Override
    public int capacity() {
        return memory.length;
    }

    @Override
    public boolean isCompiled(List<Kind> program) {
        return programs.containsKey(program) && compiled.contains(programs.get(program));
    }

    /** TornadoVM compiles a graph when it runs first; with all places 0 there is nothing for its kernels to do. */
    @Override
    public void compile(List<Kind> program) {
        Arrays.fill(hostPlaces, 0);
        executeProgram(programs.get(program));
    }

    @Override
    public void run(List<Launch> program) {
        for (int step = 0; step < program.size(); step++) {
            int[] own = program.get(step).places();
            System.arraycopy(own, 0, hostPlaces, step * Kernels.PLACES, own.length);
            hostFactors[step] = program.get(step).factor();
        }
        executeProgram(programs.get(program.stream().map(Launch::kind).toList()));
    }

    @Override
    public void write(int place, float[] from, int start, int count) {
        int size = windowFor(count);
        System.arraycopy(from, start, windows[size], 0, count);
        copy(writers[size], place, count);
    }

    @Override
    public float[] view(int place, int count) {
        int size = windowFor(count);
        copy(readers[size], place, count);
        return windows[size];
    }

    private static int windowFor(int count) {
        int size = 0;
        while (WINDOWS[size] < count) {
            size++;
        }
        return size;
    }

    private void copy(int graph, int place, int count) {
        copyPlaces[0] = place;
        copyPlaces[1] = count;
        execute(graph);
    }

    @Override
    public void close() {
        try {
            plan.freeDeviceMemory();
            plan.close();
        } catch (TornadoExecutionPlanException e) {
            throw new IllegalStateException("the device's memory could not be given back: " + e.getMessage(), e);
        }
    }
}
