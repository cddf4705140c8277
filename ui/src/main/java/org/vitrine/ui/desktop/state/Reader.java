package org.vitrine.ui.desktop.state;

import java.util.Optional;
import java.util.function.Supplier;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.Accelerator.Patience;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.ModelLookup;
import org.vitrine.ui.session.Texts;
import org.vitrine.weights.ModelFiles;

/** Reads texts in the background, and keeps the model that was read last: most texts are read by the same one. */
final class Reader {
    private final Supplier<Optional<Accelerator>> accelerator;
    private final Supplier<DeviceWatch> watches;
    private volatile Loaded loaded;

    /** A model that was read, and who hears of its device. */
    private record Loaded(String name, Backend backend, LoadedModel model, DeviceWatch watch) {
    }

    /** What came of a run, and by which model. */
    record Made(Loaded loaded, Exhibit exhibit, Pass pass) {
        /** Hears of the device that was to compute it; empty if none was. */
        Optional<DeviceWatch> watch() {
            return loaded.backend == Backend.GPU ? Optional.of(loaded.watch) : Optional.empty();
        }
    }

    /**
     * No model yet.
     *
     * @param accelerator gives what the GPU back end computes with
     * @param watches makes a watch for each device
     */
    Reader(Supplier<Optional<Accelerator>> accelerator, Supplier<DeviceWatch> watches) {
        this.accelerator = accelerator;
        this.watches = watches;
    }

    /** Reads the model, if it is another than the last one, and lets it read the texts. */
    Made read(Pass.Question question, int threads, Progress progress) {
        return pass(load(question.model(), question.backend(), threads), question, progress);
    }

    /** The same once more, by the same model. */
    static Made again(Made before, Progress progress) {
        return pass(before.loaded, before.pass.question(), progress);
    }

    /** A second text is for those who read two: what another model was given may stay where it was typed. */
    private static Made pass(Loaded loaded, Pass.Question question, Progress progress) {
        progress.at(0);
        Texts typed = question.texts();
        Texts texts = loaded.model.family() == Family.GPT2 ? new Texts(typed.text(), "") : typed;
        DeviceWatch.State before = loaded.watch.state();
        long start = System.nanoTime();
        Exhibit made = ForwardPass.run(loaded.model, texts, progress);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        boolean onDevice = loaded.watch.answered(before, made.trace());
        return new Made(loaded, made, new Pass(question, milliseconds, onDevice));
    }

    private Loaded load(String name, Backend backend, int threads) {
        Loaded last = loaded;
        if (last == null || !last.name.equals(name) || last.backend != backend) {
            ModelFiles files = ModelLookup.find(name);
            DeviceWatch watch = watches.get();
            Ops ops = backend.ops(threads, accelerator, Patience.ANSWER_MEANWHILE, watch);
            loaded = null; // two large models at once may be too much
            last = new Loaded(name, backend, LoadedModel.load(files, ops), watch);
            loaded = last;
        }
        return last;
    }
}
