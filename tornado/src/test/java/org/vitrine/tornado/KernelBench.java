package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lays operands and results down in a machine's memory, guard numbers before, between and behind them, and looks at all of it again
 * after a run: the results must be right and nothing else touched.
 */
final class KernelBench {
    /** Guard numbers in a row. */
    static final int GAP = 37;
    /** A number that nobody computes, and that spoils whatever it gets into. */
    static final float GUARD = 7.7e7f;

    private final Machine machine;

    KernelBench(Machine machine) {
        this.machine = machine;
    }

    Machine machine() {
        return machine;
    }

    /** Every case by its kernel alone, from this place on. */
    void alone(int start, List<KernelCase> cases) {
        Layout layout = new Layout(start, cases);
        layout.write();
        for (Launch launch : layout.launches) {
            run(List.of(launch));
        }
        layout.compare();
    }

    /** All cases as one program, a step each. */
    void together(int start, List<KernelCase> cases) {
        Layout layout = new Layout(start, cases);
        layout.write();
        run(layout.launches);
        layout.compare();
    }

    /** Runs a program, compiled first if need be. */
    void run(List<Launch> program) {
        List<Kind> kernels = program.stream().map(Launch::kind).toList();
        if (!machine.isCompiled(kernels)) {
            machine.compile(kernels);
        }
        machine.run(program);
    }

    /** So many guard numbers from a place on. */
    void guard(int place, int count) {
        float[] guards = new float[Math.min(count, Machine.WINDOW)];
        Arrays.fill(guards, GUARD);
        for (int from = 0; from < count; from += Machine.WINDOW) {
            machine.write(place + from, guards, 0, Math.min(Machine.WINDOW, count - from));
        }
    }

    /** Numbers from a place on. */
    float[] read(int place, int count) {
        float[] numbers = new float[count];
        for (int from = 0; from < count; from += Machine.WINDOW) {
            machine.read(place + from, numbers, from, Math.min(Machine.WINDOW, count - from));
        }
        return numbers;
    }

    /** Where everything lies, and what must be there when all has run. */
    private final class Layout {
        private final int start;
        private final List<KernelCase> cases;
        private final List<float[]> pieces = new ArrayList<>();
        private final List<Launch> launches = new ArrayList<>();
        private final List<Integer> results = new ArrayList<>();
        private int end;

        Layout(int start, List<KernelCase> cases) {
            this.start = start;
            this.cases = cases;
            for (KernelCase each : cases) {
                int[] places = new int[1 + each.operands().size() + each.sizes().length];
                for (int i = 0; i < each.operands().size(); i++) {
                    float[] operand = each.operands().get(i);
                    places[1 + i] = operand == KernelCase.ABSENT ? -1 : lay(operand);
                }
                float[] room = new float[each.expected().length];
                Arrays.fill(room, GUARD);
                places[0] = lay(room);
                results.add(places[0]);
                System.arraycopy(each.sizes(), 0, places, 1 + each.operands().size(), each.sizes().length);
                launches.add(new Launch(each.kernel(), places, each.factor()));
            }
            gap();
        }

        private int lay(float[] piece) {
            gap();
            pieces.add(piece);
            int place = start + end;
            end += piece.length;
            return place;
        }

        private void gap() {
            float[] guards = new float[GAP];
            Arrays.fill(guards, GUARD);
            pieces.add(guards);
            end += GAP;
        }

        private float[] image() {
            float[] image = new float[end];
            int at = 0;
            for (float[] piece : pieces) {
                System.arraycopy(piece, 0, image, at, piece.length);
                at += piece.length;
            }
            return image;
        }

        void write() {
            machine.write(start, image(), 0, end);
        }

        /** The results against what is expected, all else against what was written. */
        void compare() {
            float[] found = read(start, end);
            float[] untouched = image();
            for (int i = 0; i < cases.size(); i++) {
                int at = results.get(i) - start;
                near(cases.get(i), Arrays.copyOfRange(found, at, at + cases.get(i).expected().length));
                System.arraycopy(found, at, untouched, at, cases.get(i).expected().length);
            }
            int touched = Arrays.mismatch(found, untouched);
            assertThat(touched).as("a number outside the results of %s that was changed", cases).isEqualTo(-1);
        }
    }

    private static void near(KernelCase wanted, float[] found) {
        for (int i = 0; i < found.length; i++) {
            double expected = wanted.expected()[i];
            double most = wanted.tolerance() * (1 + Math.abs(expected));
            boolean isNear = Float.compare(found[i], wanted.expected()[i]) == 0
                    || Math.abs(found[i] - expected) <= most;
            if (!isNear) { // said only if need be: there are millions
                assertThat(found[i]).as("number %d of %s", i, wanted).isEqualTo(wanted.expected()[i]);
            }
        }
    }
}
