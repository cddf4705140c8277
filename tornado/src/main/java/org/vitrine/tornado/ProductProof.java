package org.vitrine.tornado;

import java.util.List;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/** A small product, to see whether a machine's library computes what it should, wherever its operands lie. */
final class ProductProof {
    /** A machine that is to be checked has the program of this alone. */
    static final LibraryProduct KIND = new LibraryProduct(64, 40, 72);
    private static final int ROWS = 50;
    /** Ten times what floats are wrong by in such a sum, and a tenth of what numbers of fewer bits would be, such as TF32. */
    private static final double TOLERANCE = 1e-4;

    private ProductProof() {
    }

    /**
     * Runs it at two places.
     *
     * @throws IllegalStateException if a number is wrong
     */
    static void check(Machine machine) {
        float[] w = numbers(KIND.inputs() * KIND.outputs(), 2);
        float[] panels = Weight.of(Tensor.of(w, KIND.inputs(), KIND.outputs())).panels();
        float[] bias = numbers(KIND.outputs(), 3);
        int size = ROWS * KIND.outputs();
        machine.compile(List.of(KIND));
        for (int run = 0; run < 2; run++) {
            float[] x = numbers(ROWS * KIND.inputs(), 4 + run);
            int[] places = places(run, x.length, panels.length, bias.length);
            machine.write(places[1], x, 0, x.length);
            machine.write(places[2], panels, 0, panels.length);
            machine.write(places[3], bias, 0, bias.length);
            machine.run(List.of(new Launch(KIND, places, 0)));
            float[] y = new float[size];
            machine.read(places[0], y, 0, size);
            compare(y, x, w, bias);
        }
    }

    private static int[] places(int start, int x, int w, int bias) {
        int[] sizes = TornadoOps.linearSizes(ROWS, KIND.inputs(), KIND.outputs());
        int[] places = new int[4 + sizes.length];
        places[1] = start;
        places[2] = places[1] + x;
        places[3] = places[2] + w;
        places[0] = places[3] + bias;
        System.arraycopy(sizes, 0, places, 4, sizes.length);
        return places;
    }

    /** Numbers of all their bits, from −1 to 1. */
    private static float[] numbers(int count, int seed) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) Math.sin(seed * (i + 1.0));
        }
        return numbers;
    }

    private static void compare(float[] y, float[] x, float[] w, float[] bias) {
        for (int i = 0; i < y.length; i++) {
            int t = i / KIND.outputs();
            int j = i % KIND.outputs();
            double expected = bias[j];
            for (int k = 0; k < KIND.inputs(); k++) {
                expected += (double) x[t * KIND.inputs() + k] * w[k * KIND.outputs() + j];
            }
            if (!(Math.abs(y[i] - expected) <= TOLERANCE)) {
                throw new IllegalStateException("the library computed " + y[i] + " instead of " + expected);
            }
        }
    }
}
