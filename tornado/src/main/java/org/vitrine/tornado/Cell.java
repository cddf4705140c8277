package org.vitrine.tornado;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.transformer.ops.Ops;

/** Some numbers: still to be computed, or in the device's memory, or here, or in both. Guarded by the {@link Engine}. */
final class Cell implements Operand {
    private final int size;
    /** Whoever holds the result for a tensor, as long as the tensor is there. */
    private WeakReference<Numbers> holder = new WeakReference<>(null);
    /** How they are computed; null once they are here. */
    private Work work;
    private int place;
    private boolean placed;
    private float[] here;

    private Cell(int size, Work work, float[] here) {
        this.size = size;
        this.work = work;
        this.here = here;
    }

    /** Numbers to compute. */
    static Cell of(int size, Work work) {
        return new Cell(size, work, null);
    }

    /** Numbers that are here. */
    static Cell of(float[] numbers) {
        return new Cell(numbers.length, null, numbers);
    }

    /** From now on the result is wanted for as long as somebody refers to this. */
    Numbers heldBy(TornadoOps ops) {
        Numbers numbers = new Numbers(ops, this);
        holder = new WeakReference<>(numbers);
        return numbers;
    }

    /** Whether some tensor still shows the result. */
    boolean isWanted() {
        return holder.get() != null;
    }

    int size() {
        return size;
    }

    Work work() {
        return work;
    }

    /** Whether they lie in the device's memory, at {@link #place}. */
    boolean isPlaced() {
        return placed;
    }

    int place() {
        return place;
    }

    void placeAt(int found) {
        place = found;
        placed = true;
    }

    /** The device forgets them. */
    void displace() {
        placed = false;
    }

    /** The numbers, or null if they are not here. */
    float[] here() {
        return here;
    }

    /** They are here; how they came about is no longer of interest. */
    void bring(float[] numbers) {
        here = numbers;
        work = null;
    }

    /** Computes them here, and what they are made of where that is not here either: without recursion, for that may go back far. */
    void computeHere(Ops cpu) {
        List<Cell> open = new ArrayList<>(List.of(this));
        while (!open.isEmpty()) {
            Cell cell = open.getLast();
            if (cell.here != null) {
                open.removeLast();
                continue;
            }
            List<Cell> missing = cell.work.inputs().stream().filter(input -> input.here == null).toList();
            if (missing.isEmpty()) {
                cell.bring(cell.work.here(cpu));
            }
            open.addAll(missing);
        }
    }
}
