package org.vitrine.tornado;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.vitrine.tornado.Operand.Constant;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.Ops;

/**
 * What lies in a machine's memory: results until the place is needed, and what models have learnt, copied once and kept as long as
 * the model is.
 */
final class Residence implements AutoCloseable {
    private final Machine machine;
    private final Memory memory;
    /** Where constants lie. Weights and tensors are equal to themselves only. */
    private final Map<Object, Integer> constants = new WeakHashMap<>();
    private final List<WeakReference<Cell>> results = new ArrayList<>();
    private final float[] window = new float[Machine.WINDOW];

    Residence(Machine machine) {
        this.machine = machine;
        this.memory = new Memory(machine.capacity());
    }

    int capacity() {
        return machine.capacity();
    }

    /** Whether all these programs are ready. */
    boolean isCompiled(Collection<List<Kind>> programs) {
        return programs.stream().allMatch(machine::isCompiled);
    }

    /** Makes programs ready, and says how far it is before each. */
    void compile(Collection<List<Kind>> programs, AcceleratorListener listener) {
        List<List<Kind>> distinct = programs.stream().distinct().toList();
        int all = distinct.stream().mapToInt(List::size).sum();
        int done = 0;
        for (List<Kind> program : distinct) {
            if (!machine.isCompiled(program)) {
                listener.compiling(done, all);
                machine.compile(program);
            }
            done += program.size();
        }
    }

    /** Computes results that were put off; {@link Batch#total} of them must fit the capacity. */
    void compute(Batch batch, List<List<Kind>> programs, Ops cpu) {
        makeRoom(batch);
        batch.constants().forEach(this::settle);
        for (Cell input : batch.inputs()) {
            if (!input.isPlaced()) {
                input.computeHere(cpu);
                place(input);
                write(input.place(), input.here());
            }
        }
        List<Launch> launches = new ArrayList<>();
        for (Cell cell : batch.cells()) {
            place(cell);
            launches.add(launch(cell));
        }
        int at = 0;
        for (List<Kind> program : programs) {
            machine.run(launches.subList(at, at + program.size()));
            at += program.size();
        }
    }

    private void makeRoom(Batch batch) {
        if (missing(batch) > memory.free()) {
            clear(batch.inputs());
        }
        if (missing(batch) > memory.free()) {
            constants.clear();
            memory.dropAll();
        }
    }

    /** How many numbers have no place yet. */
    private long missing(Batch batch) {
        return batch.constants().stream().filter(constant -> !constants.containsKey(constant.identity()))
                .mapToLong(Constant::size).sum()
                + batch.inputs().stream().filter(cell -> !cell.isPlaced()).mapToLong(Cell::size).sum() + batch.size();
    }

    private void settle(Constant constant) {
        if (constants.containsKey(constant.identity())) {
            return;
        }
        int size = constant.size();
        int place = memory.constant(size);
        for (int start = 0; start < size; start += window.length) {
            int count = Math.min(window.length, size - start);
            constant.copy(start, window, count);
            machine.write(place + start, window, 0, count);
        }
        constants.put(constant.identity(), place);
    }

    private void write(int place, float[] numbers) {
        for (int start = 0; start < numbers.length; start += Machine.WINDOW) {
            machine.write(place + start, numbers, start, Math.min(Machine.WINDOW, numbers.length - start));
        }
    }

    private void place(Cell cell) {
        cell.placeAt(memory.result(cell.size()));
        results.add(new WeakReference<>(cell));
    }

    private Launch launch(Cell cell) {
        Work work = cell.work();
        int[] places = new int[1 + work.operands().size() + work.sizes().length];
        places[0] = cell.place();
        int at = 1;
        for (Operand operand : work.operands()) {
            places[at++] = switch (operand) {
                case Cell input -> input.place();
                case Constant constant -> constants.get(constant.identity());
                case Operand.Absent _ -> -1;
            };
        }
        System.arraycopy(work.sizes(), 0, places, at, work.sizes().length);
        return new Launch(work.kind(), places, work.factor());
    }

    /** Copies results to where they can be looked at: neighbours together, as many as a window holds. */
    void bring(Collection<Cell> cells) {
        List<Cell> wanted = cells.stream().distinct().filter(cell -> cell.isPlaced() && cell.here() == null)
                .sorted(Comparator.comparingInt(Cell::place)).toList();
        int at = 0;
        while (at < wanted.size()) {
            int end = at + 1;
            int start = wanted.get(at).place();
            while (end < wanted.size() && end(wanted.get(end)) - start <= Machine.WINDOW) {
                end++;
            }
            bring(wanted.subList(at, end), start);
            at = end;
        }
    }

    private static int end(Cell cell) {
        return cell.place() + cell.size();
    }

    private void bring(List<Cell> neighbours, int start) {
        if (neighbours.size() == 1) {
            Cell cell = neighbours.getFirst();
            float[] numbers = new float[cell.size()];
            for (int from = 0; from < numbers.length; from += Machine.WINDOW) {
                machine.read(start + from, numbers, from, Math.min(Machine.WINDOW, numbers.length - from));
            }
            cell.bring(numbers);
            return;
        }
        float[] all = machine.view(start, end(neighbours.getLast()) - start);
        for (Cell cell : neighbours) {
            float[] numbers = new float[cell.size()];
            System.arraycopy(all, cell.place() - start, numbers, 0, numbers.length);
            cell.bring(numbers);
        }
    }

    /** Takes up the places of all results; those that a tensor shows, and these, are copied here first. */
    void clear(Collection<Cell> needed) {
        List<Cell> placed = results.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
        bring(Stream.concat(placed.stream().filter(Cell::isWanted), needed.stream()).toList());
        forget();
    }

    /** The device's memory is lost. */
    void forget() {
        results.stream().map(WeakReference::get).filter(Objects::nonNull).forEach(Cell::displace);
        results.clear();
        memory.dropResults();
    }

    @Override
    public void close() {
        machine.close();
    }
}
