package org.vitrine.bench.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vitrine.bench.probe.Heap;
import org.vitrine.bench.report.Measurement;
import org.vitrine.bench.report.Unit;

/** Reading a checkpoint that was just written, so that it lies in the system's memory, and the heap that it takes. */
record LoadWork(String name, Models.Size size) implements Work {
    @Override
    public List<Measurement> measure(Lab lab) throws IOException {
        Path folder = lab.models().folder(size);
        double checkpoint = lab.models().bytes(size);
        lab.models().forget();
        long before = Heap.held();
        Heap.resetMost();
        Object model = size.load(folder, lab.ops());
        long most = Heap.most();
        long held = Heap.held();
        if (model == null) { // so that it is still held
            throw new IllegalStateException("nothing was loaded");
        }
        double milliseconds = Timing.medians(lab.effort().few(), () -> size.load(folder, lab.ops()))[0];
        return List.of(Measurement.of(name, Unit.MILLISECONDS).withUntraced(milliseconds)
                .with("most on the heap while loading", most / 1e9, "GB")
                .with("held on the heap / checkpoint", (held - before) / checkpoint, ""));
    }
}
