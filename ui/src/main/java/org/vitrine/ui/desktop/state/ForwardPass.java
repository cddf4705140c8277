package org.vitrine.ui.desktop.state;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.ModelInput;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.session.Texts;

/** Runs a model with everything recorded, all numbers here; can be cancelled between any two tensors. */
public final class ForwardPass {
    private ForwardPass() {
    }

    /** A model reads what was typed. */
    public static Exhibit run(LoadedModel model, Texts texts, Progress progress) {
        ModelInput input = model.inputToShow(texts.text(), texts.pair());
        Recording recording = Recording.everything();
        model.forward(input, cancellable(model, recording, progress));
        return new Exhibit(texts, Reading.of(model, input), model.passage(input), fetched(model, recording, progress),
                Optional.empty());
    }

    /** The same input once more, through a recorder that may give back other tensors than it gets. */
    public static Trace rerun(Exhibit exhibit, UnaryOperator<Recorder> intervening,
            Progress progress) {
        Recording recording = Recording.everything();
        exhibit.model().forward(exhibit.reading().input(),
                intervening.apply(cancellable(exhibit.model(), recording, progress)));
        return fetched(exhibit.model(), recording, progress);
    }

    /** With all numbers here: a device may not even have begun to compute them. */
    private static Trace fetched(LoadedModel model, Recording recording, Progress progress) {
        progress.at(1);
        Trace trace = recording.trace();
        model.fetch(trace);
        return trace;
    }

    /** A recorder that says, tensor by tensor, how far the pass has come. */
    private static Recorder cancellable(LoadedModel model, Recorder inner, Progress progress) {
        return (name, tensor) -> {
            progress.at(share(model, name));
            return inner.keep(name, tensor);
        };
    }

    private static double share(LoadedModel model, TensorName name) {
        boolean second = model.family() == Family.BART && name.stack() != Stack.ENCODER;
        double own = name.layer() != TensorName.NO_LAYER
                ? (name.layer() + 1.0) / (model.layers() + 1)
                : name.part() == Part.EMBED ? 0 : 1;
        return model.family() != Family.BART ? own : second ? (1 + own) / 2 : own / 2;
    }
}
