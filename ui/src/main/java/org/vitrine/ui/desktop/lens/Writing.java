package org.vitrine.ui.desktop.lens;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.answer.Stops;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.session.Passage;

/** What a model writes on greedily after the line of an exhibit, and what it computes of the longer line. */
record Writing(Exhibit exhibit, int count, Progress progress) {
    /**
     * The line, written on.
     *
     * @param notes is told if the model stopped before it wrote all tokens
     */
    Passage passage(List<String> notes) {
        Passage given = exhibit.passage();
        if (count == 0) {
            return given;
        }
        AtomicInteger done = new AtomicInteger();
        progress.at(0);
        Generation generation = given.generate(count, TokenChooser.greedy(), given.model().end(),
                id -> progress.at((double) done.incrementAndGet() / count));
        if (generation.written().size() < count) {
            notes.add("The model wrote " + generation.written().size() + " of " + count + " tokens: "
                    + Stops.reason(generation.stop(), given.model().context()) + ".");
        }
        return given.with(generation);
    }

    /** The streams of a line; nothing is computed again where it is the exhibit's. */
    Trace trace(Passage passage) {
        if (passage.size() == exhibit.passage().size()) {
            return exhibit.trace();
        }
        Recording recording = Recording.only(name -> name.site() == Site.RESID);
        exhibit.model().forward(passage.input(), (name, tensor) -> {
            progress.at(0);
            return recording.keep(name, tensor);
        });
        return recording.trace();
    }
}
