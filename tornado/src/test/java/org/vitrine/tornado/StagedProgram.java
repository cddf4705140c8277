package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/** A program with two products: scale, [T, 40] → [T, 72], add, [T, 72] → [T, 40], scale. */
final class StagedProgram {
    private final Machine machine;
    private final List<Kind> program;
    private final int rows;
    private int free;

    StagedProgram(Machine machine, List<Kind> program, int rows) {
        this.machine = machine;
        this.program = program;
        this.rows = rows;
    }

    /** Runs it with operands from this place on, and compares with the CPU. */
    void run(int start) {
        free = start;
        Tensor x = Fixtures.random(start, rows, 40);
        Tensor y = Fixtures.random(start + 1, rows, 72);
        Linear up = new Linear(Weight.of(Fixtures.random(3, 40, 72)), Fixtures.random(4, 72));
        Linear down = new Linear(Weight.of(Fixtures.random(5, 72, 40)), Fixtures.random(6, 40));
        List<Launch> launches = new ArrayList<>();
        int from = write(x.data());
        int scaled = place(x.size());
        launches.add(new Launch(program.get(0), new int[]{scaled, from, x.size()}, 0.1f));
        int wide = product(launches, scaled, up);
        int added = place(y.size());
        launches.add(new Launch(program.get(2), new int[]{added, wide, write(y.data()), y.size()}, 0));
        int narrow = product(launches, added, down);
        int last = place(x.size());
        launches.add(new Launch(program.get(4), new int[]{last, narrow, x.size()}, 0.1f));
        machine.compile(program);
        machine.run(launches);
        float[] found = new float[x.size()];
        machine.read(last, found, 0, found.length);
        Ops cpu = new ScalarOps();
        Tensor expected = cpu.scale(cpu.linear(cpu.add(cpu.linear(cpu.scale(x, 0.1f), up), y), down), 0.1f);
        assertThat(found).containsExactly(expected.data(), within(1e-4f));
    }

    private int product(List<Launch> launches, int x, Linear layer) {
        Weight w = layer.weight();
        int[] sizes = TornadoOps.linearSizes(rows, w.inputs(), w.outputs());
        int[] places = new int[4 + sizes.length];
        places[1] = x;
        places[2] = write(w.panels());
        places[3] = write(layer.bias().data());
        places[0] = place(rows * w.outputs());
        System.arraycopy(sizes, 0, places, 4, sizes.length);
        launches.add(new Launch(program.get(launches.size()), places, 0));
        return places[0];
    }

    private int write(float[] numbers) {
        int place = place(numbers.length);
        machine.write(place, numbers, 0, numbers.length);
        return place;
    }

    private int place(int size) {
        int place = free;
        free += size;
        return place;
    }
}
