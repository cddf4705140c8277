package org.vitrine.bench.work;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.vitrine.bench.probe.Heap;
import org.vitrine.bench.report.Measurement;
import org.vitrine.bench.report.Unit;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;

/** What BERT holds on the heap beside a trace of 128 tokens, by the size of its checkpoint. */
record HeapWork(String name) implements Work {
    private static final int TOKENS = 128;

    @Override
    public List<Measurement> measure(Lab lab) throws IOException {
        double checkpoint = lab.models().bytes(Models.Size.BERT_BASE);
        lab.models().forget();
        long before = Heap.held();
        Bert model = lab.models().bert(lab.ops());
        Recording recording = Recording.everything();
        model.forward(Lab.ids(TOKENS, model.config().vocabulary()), new int[TOKENS], recording);
        long held = Heap.held() - before;
        long trace = bytes(recording.trace());
        return List.of(Measurement.of(name, Unit.CHECKPOINTS).withTraced((held - trace) / checkpoint)
                .with("the trace", trace / 1e9, "GB").with("held in all", held / 1e9, "GB"));
    }

    /** Tensors may share their numbers. */
    private static long bytes(Trace trace) {
        Set<float[]> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        trace.tensors().forEach(tensor -> arrays.add(tensor.data()));
        return arrays.stream().mapToLong(array -> (long) Float.BYTES * array.length).sum();
    }
}
