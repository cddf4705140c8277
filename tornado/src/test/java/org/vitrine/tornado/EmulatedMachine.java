package org.vitrine.tornado;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.vitrine.tornado.kernel.Kernels;
import org.vitrine.tornado.kernel.StagingKernels;
import uk.ac.manchester.tornado.api.KernelContext;

/** A device in Java: it runs the kernels group after group, the items of a group side by side. */
final class EmulatedMachine implements Machine {
    /** More than one, so that a kernel must deal its work out to them. */
    private static final int GROUPS = 3;
    /** Work-items that every kernel runs in. */
    static final int ITEMS = GROUPS * Kernels.GROUP;

    /** Kernels whose items meet at barriers. */
    private static final Set<Kernel> MEETING = EnumSet.of(Kernel.SOFTMAX, Kernel.LAYER_NORM, Kernel.LINEAR_ROW,
            Kernel.PRODUCT);

    private final float[] memory;
    private final Set<List<Kind>> programs = new HashSet<>();
    private final Set<List<Kind>> compiled = new HashSet<>();
    private final Log log;
    private final Optional<EmulatedLibrary> library;
    private final Staging staging;

    /** What a machine was made to do. */
    static final class Log {
        final List<List<Kind>> runs = new ArrayList<>();
        final List<Integer> capacities = new ArrayList<>();
        /** How often something was read, how many numbers that was, and how many were written. */
        int read;
        int numbersRead;
        int written;
        RuntimeException failure;
    }

    private EmulatedMachine(int capacity, List<List<Kind>> wanted, Log log, Optional<EmulatedLibrary> library) {
        memory = new float[capacity];
        // What lies there before is no number that anybody has computed.
        Arrays.fill(memory, Float.NaN);
        programs.addAll(wanted);
        for (Kernel kernel : Kernel.values()) {
            programs.add(List.of(kernel));
        }
        this.log = log;
        this.library = library;
        staging = Staging.of(library.isPresent() ? wanted : List.of(), library.map(EmulatedLibrary::shift).orElse(0));
        for (float[] array : List.of(staging.left(), staging.right(), staging.result())) {
            Arrays.fill(array, Float.NaN);
        }
        oneByOne(context -> StagingKernels.clear(context, staging.left(), staging.right(), staging.result()));
        log.capacities.add(capacity);
    }

    /** Makes such machines, which write down what they do. */
    static Maker maker(int mostCapacity, Log log) {
        return maker(mostCapacity, log, Integer.MAX_VALUE, Optional.empty());
    }

    /** Makes machines for those who leave products of so many rows to a library, which they have or not. */
    static Maker maker(int mostCapacity, Log log, int leastLibraryRows, Optional<EmulatedLibrary> library) {
        return new Maker() {
            @Override
            public Machine make(int capacity, List<List<Kind>> programs) {
                return new EmulatedMachine(capacity, programs, log, library);
            }

            @Override
            public int mostCapacity() {
                return mostCapacity;
            }

            @Override
            public int leastLibraryRows() {
                return leastLibraryRows;
            }
        };
    }

    @Override
    public int capacity() {
        return memory.length;
    }

    @Override
    public boolean isCompiled(List<Kind> program) {
        return compiled.contains(program);
    }

    @Override
    public void compile(List<Kind> program) {
        if (!programs.contains(program)) {
            throw new IllegalArgumentException("no such program: " + program);
        }
        compiled.add(program);
    }

    @Override
    public void run(List<Launch> program) {
        if (log.failure != null) {
            throw log.failure;
        }
        List<Kind> kernels = program.stream().map(Launch::kind).toList();
        if (!compiled.contains(kernels)) {
            throw new IllegalStateException("not compiled: " + kernels);
        }
        log.runs.add(kernels);
        int[] places = new int[program.size() * Kernels.PLACES];
        float[] factors = new float[program.size()];
        for (int step = 0; step < program.size(); step++) {
            System.arraycopy(program.get(step).places(), 0, places, step * Kernels.PLACES,
                    program.get(step).places().length);
            factors[step] = program.get(step).factor();
        }
        for (int step = 0; step < program.size(); step++) {
            Kind kind = kernels.get(step);
            int[] own = {step};
            if (library.isPresent() && kind instanceof LibraryProduct product) {
                oneByOne(context -> StagingKernels.stage(context, own, places, memory, staging.left(),
                        staging.right(), staging.shift()));
                library.get().multiply(staging.parameters(product));
                oneByOne(context -> StagingKernels.unstage(context, own, places, memory, staging.result(),
                        staging.shift()));
                continue;
            }
            Item item = context -> run(kind.kernel(), context, own, places, factors);
            if (MEETING.contains(kind.kernel())) {
                sideBySide(item);
            } else {
                oneByOne(item);
            }
        }
    }

    private void run(Kernel kernel, KernelContext c, int[] step, int[] places, float[] factors) {
        switch (kernel) {
            case ADD -> Kernels.add(c, step, places, factors, memory);
            case SCALE -> Kernels.scale(c, step, places, factors, memory);
            case GELU -> Kernels.gelu(c, step, places, factors, memory);
            case GELU_TANH -> Kernels.geluTanh(c, step, places, factors, memory);
            case RELU -> Kernels.relu(c, step, places, factors, memory);
            case SILU -> Kernels.silu(c, step, places, factors, memory);
            case TANH -> Kernels.hyperbolicTangent(c, step, places, factors, memory);
            case CAUSAL_MASK -> Kernels.causalMask(c, step, places, factors, memory);
            case SWAP_AXES -> Kernels.swapAxes(c, step, places, factors, memory);
            case ROWS -> Kernels.rows(c, step, places, factors, memory);
            case APPEND -> Kernels.append(c, step, places, factors, memory);
            case SOFTMAX -> Kernels.softmax(c, step, places, factors, memory);
            case LAYER_NORM -> Kernels.layerNorm(c, step, places, factors, memory);
            case LINEAR_ROW -> Kernels.linearRow(c, step, places, factors, memory);
            case PRODUCT -> Kernels.product(c, step, places, factors, memory);
        }
    }

    /** What one work-item does. */
    interface Item {
        void run(KernelContext context);
    }

    /** Runs a kernel in all work-items, one after the other: it must have no barriers. */
    static void oneByOne(Item kernel) {
        for (int index = 0; index < GROUPS; index++) {
            EmulatedContext.Group group = new EmulatedContext.Group(false);
            for (int item = 0; item < Kernels.GROUP; item++) {
                kernel.run(EmulatedContext.of(group, index, item, GROUPS));
            }
        }
    }

    /** Runs a kernel in all work-items, those of a group side by side. */
    private static void sideBySide(Item kernel) {
        for (int index = 0; index < GROUPS; index++) {
            EmulatedContext.Group group = new EmulatedContext.Group(true);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> items = new ArrayList<>();
                for (int item = 0; item < Kernels.GROUP; item++) {
                    KernelContext context = EmulatedContext.of(group, index, item, GROUPS);
                    items.add(threads.submit(() -> {
                        try {
                            kernel.run(context);
                        } catch (RuntimeException e) {
                            group.breakUp();
                            throw e;
                        }
                    }));
                }
                for (Future<?> item : items) {
                    item.get();
                }
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void write(int place, float[] from, int start, int count) {
        check(count);
        log.written += count;
        float[] window = Arrays.copyOfRange(from, start, start + count);
        oneByOne(context -> Kernels.copyIn(context, new int[]{place, count}, window, memory));
    }

    @Override
    public float[] view(int place, int count) {
        if (log.failure != null) {
            throw log.failure;
        }
        check(count);
        log.read++;
        log.numbersRead += count;
        float[] window = new float[count];
        oneByOne(context -> Kernels.copyOut(context, new int[]{place, count}, window, memory));
        return window;
    }

    private static void check(int count) {
        if (count > WINDOW) {
            throw new IllegalArgumentException(count + " numbers are more than a window");
        }
    }

    @Override
    public void close() {
        Arrays.fill(memory, Float.NaN);
    }
}
