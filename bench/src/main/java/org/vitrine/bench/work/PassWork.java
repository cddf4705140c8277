package org.vitrine.bench.work;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.vitrine.bench.report.Measurement;
import org.vitrine.bench.report.Unit;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;

/** One forward pass, with everything recorded and with nothing, in turns. */
record PassWork(String name, Preparation preparation) implements Work {
    /** Loads what the pass needs. */
    @FunctionalInterface
    interface Preparation {
        Pass prepare(Lab lab) throws IOException;
    }

    /**
     * A pass that is ready to go.
     *
     * @param flops of its matrix products
     */
    record Pass(Consumer<Recorder> forward, long flops) {
    }

    /** BERT without heads but the pooler, all tokens in the first segment. */
    static PassWork bert(int tokens) {
        return new PassWork("bert-base-" + tokens, lab -> {
            Bert model = lab.models().bert(lab.ops());
            int[] ids = Lab.ids(tokens, model.config().vocabulary());
            int[] segments = new int[tokens];
            return new Pass(recorder -> model.forward(ids, segments, recorder), Flops.bert(model.config(), tokens));
        });
    }

    /** GPT-2 reads a text at once. */
    static PassWork gpt2(int tokens) {
        return new PassWork("distilgpt2-prefill-" + tokens, lab -> {
            Gpt2 model = lab.models().gpt2(Models.Size.DISTILGPT2, lab.ops());
            int[] ids = Lab.ids(tokens, model.config().vocabulary());
            return new Pass(recorder -> model.forward(ids, recorder), Flops.gpt2(model.config(), tokens));
        });
    }

    /** BART's encoder. */
    static PassWork bart(int tokens) {
        return new PassWork("bart-large-encode-" + tokens, lab -> {
            Bart model = lab.models().bart(lab.ops());
            int[] ids = Lab.ids(tokens, model.config().vocabulary());
            return new Pass(recorder -> model.encode(ids, recorder), Flops.bartEncoder(model.config(), tokens));
        });
    }

    @Override
    public List<Measurement> measure(Lab lab) throws IOException {
        Pass pass = preparation.prepare(lab);
        double[] medians = Timing.medians(lab.effort(), () -> pass.forward().accept(Recording.everything()),
                () -> pass.forward().accept(Recorder.off()));
        return List.of(Measurement.of(name, Unit.MILLISECONDS).withTraced(medians[0]).withUntraced(medians[1])
                .withFlops(pass.flops()));
    }
}
