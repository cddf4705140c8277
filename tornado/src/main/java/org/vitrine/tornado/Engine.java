package org.vitrine.tornado;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.vitrine.transformer.ops.Accelerator.Patience;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.CancelledException;
import org.vitrine.transformer.ops.Ops;

/**
 * Puts off what is to be computed until somebody looks at a number; then all that was put off is computed at once, by the device
 * if it is ready, and else by the CPU: the same results in the same order, so that nobody can tell but by the time it takes.
 */
final class Engine {
    /** What nobody looks at must not pile up. */
    private static final int MOST_PENDING = 4096;
    /**
     * Room for results beyond those of one pass, up to so many numbers: the longer a result may stay, the more of those that nobody
     * needs have been collected when places run out, and need not be copied.
     */
    private static final int MOST_SPARE = 1 << 26;

    private final Machine.Maker maker;
    private final Ops cpu;
    private final Patience patience;
    private final AcceleratorListener listener;
    private final Programs programs = new Programs();
    private final List<Cell> pending = new ArrayList<>();
    private final Map<float[], Cell> inputs = new IdentityHashMap<>();
    /** What the device holds; null while it is not ready, and for good once it has failed. */
    private Residence residence;
    private boolean preparing;
    private boolean failed;
    private boolean closed;

    Engine(Machine.Maker maker, Ops cpu, Patience patience, AcceleratorListener listener) {
        this.maker = maker;
        this.cpu = cpu;
        this.patience = patience;
        this.listener = listener;
    }

    /** Whether the device has failed, so that there is no use in putting anything off. */
    synchronized boolean hasFailed() {
        return failed;
    }

    /** From how many rows on products are left to a library. */
    int leastLibraryRows() {
        return maker.leastLibraryRows();
    }

    /** Numbers that are here, for the device to read. */
    synchronized Cell input(float[] numbers) {
        return inputs.computeIfAbsent(numbers, Cell::of);
    }

    /** Puts a result off. */
    synchronized void add(Cell cell) {
        pending.add(cell);
        if (pending.size() == MOST_PENDING) {
            computePending();
        }
    }

    /** A result's numbers, computed now if they were put off. */
    synchronized float[] numbers(Cell cell) {
        if (cell.here() == null) {
            bring(List.of(cell));
        }
        return cell.here();
    }

    /** Brings the numbers of all these results here, in few large copies. */
    synchronized void bring(Collection<Cell> cells) {
        computePending();
        bringFromDevice(cells);
        cells.forEach(cell -> cell.computeHere(cpu));
    }

    private void bringFromDevice(Collection<Cell> cells) {
        if (residence != null) {
            attempt(() -> residence.bring(cells));
        }
    }

    private void computePending() {
        List<Cell> now = List.copyOf(pending);
        pending.clear();
        inputs.clear();
        if (!now.isEmpty() && !failed && !preparing) {
            attempt(() -> computeOnDevice(now));
        }
        List<Cell> left = now.stream().filter(cell -> !cell.isPlaced() && cell.here() == null).toList();
        bringFromDevice(left.stream().flatMap(cell -> cell.work().inputs().stream()).toList());
        left.forEach(cell -> cell.computeHere(cpu));
    }

    /** Computes results on the device, or leaves them to the CPU where the device has yet to be made ready for them. */
    private void computeOnDevice(List<Cell> cells) {
        Batch batch = Batch.of(cells);
        long total = batch.total();
        if (preparing || total > maker.mostCapacity() && cells.size() == 1) {
            return; // an earlier part has to wait for the device, or this one will never fit
        }
        if (Memory.bucket(total) > maker.mostCapacity() && cells.size() > 1) {
            computeOnDevice(cells.subList(0, cells.size() / 2));
            computeOnDevice(cells.subList(cells.size() / 2, cells.size()));
            return;
        }
        List<Kind> kinds = cells.stream().map(cell -> cell.work().kind()).toList();
        boolean isNew = programs.learn(kinds);
        List<List<Kind>> cut = programs.cut(kinds);
        if (residence == null || isNew || total > residence.capacity()) {
            long roomy = Memory.bucket(total + Math.min(2 * batch.size(), MOST_SPARE));
            long capacity = Math.max(roomy, residence == null ? 0 : residence.capacity());
            List<List<Kind>> known = programs.known();
            leave(batch);
            prepare(cut, () -> new Residence(maker.make((int) Math.min(capacity, maker.mostCapacity()), known)));
        } else if (!residence.isCompiled(cut)) {
            Residence old = residence;
            old.clear(batch.inputs());
            prepare(cut, () -> old);
        }
        if (residence != null) {
            residence.compute(batch, cut, cpu);
        }
    }

    /** Makes the device ready for these programs, now or in the background; until then there is no residence. */
    private void prepare(List<List<Kind>> needed, Supplier<Residence> made) {
        int all = needed.stream().distinct().mapToInt(List::size).sum();
        listener.compiling(0, all);
        if (patience == Patience.WAIT) {
            Residence ready = made.get();
            ready.compile(needed, listener);
            residence = ready;
            listener.compiling(all, all);
            return;
        }
        residence = null;
        preparing = true;
        Thread.ofPlatform().daemon().name("vitrine-gpu").start(() -> attempt(() -> {
            Residence ready = made.get();
            ready.compile(needed, listener);
            prepared(ready);
            listener.compiling(all, all);
        }));
    }

    private synchronized void prepared(Residence ready) {
        residence = ready;
        preparing = false;
        if (closed) {
            close();
        }
    }

    /** Gives the device's memory back, when there is no tensor left that could be looked at. */
    synchronized void close() {
        closed = true;
        if (residence != null) {
            Residence last = residence;
            residence = null;
            attempt(last::close);
        }
    }

    /** Gives the machine up, having copied all results that are still wanted, or needed for these. */
    private void leave(Batch next) {
        if (residence != null) {
            residence.clear(next.inputs());
            residence.close();
            residence = null;
        }
    }

    /** A device may fail in many ways, TornadoVM's own kind of Error among them, of which none may be the user's loss. */
    private void attempt(Runnable deviceWork) {
        try {
            deviceWork.run();
        } catch (CancelledException e) {
            throw e; // by the CPU's part; what was left is computed when somebody looks again
        } catch (Throwable e) {
            fail(e);
        }
    }

    private synchronized void fail(Throwable e) {
        failed = true;
        preparing = false;
        if (residence != null) {
            residence.forget();
            residence = null; // not closed: a device that failed may fail again
        }
        listener.failed(Failure.words(e));
    }
}
