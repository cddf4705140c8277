package org.vitrine.ui.picture;

/** The largest of very many numbers, without sorting or keeping the others: a heap whose root is the least of those kept. */
final class Largest {
    private final float[] heap;
    private int size;
    private long seen;

    /** @param count how many are kept, at least 1 */
    Largest(int count) {
        this.heap = new float[count];
    }

    void add(float number) {
        seen++;
        if (size < heap.length) {
            rise(size++, number);
        } else if (number > heap[0]) {
            sink(number);
        }
    }

    /** How many numbers there were. */
    long seen() {
        return seen;
    }

    /** The least of those kept. */
    float least() {
        return heap[0];
    }

    private void rise(int from, float number) {
        int place = from;
        while (place > 0 && heap[(place - 1) / 2] > number) {
            heap[place] = heap[(place - 1) / 2];
            place = (place - 1) / 2;
        }
        heap[place] = number;
    }

    /** Takes the place of the root. */
    private void sink(float number) {
        int place = 0;
        for (int child = 1; child < size; child = 2 * place + 1) {
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= number) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = number;
    }
}
