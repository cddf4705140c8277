package org.vitrine.ui.desktop.state;

import java.util.Objects;
import java.util.Optional;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.session.Texts;

/**
 * What is on show: a model, the texts that it read, and all that it computed.
 *
 * @param texts what was typed
 * @param reading what the model read, stack by stack
 * @param passage the same, as the line in which it predicts
 * @param trace all that it computed, or with {@code before}, all that it computed after an intervention
 * @param before all that it computed without the intervention, where the difference is on show; else empty
 */
public record Exhibit(Texts texts, Reading reading, Passage passage, Trace trace, Optional<Trace> before) {
    public Exhibit {
        Objects.requireNonNull(texts, "texts");
        Objects.requireNonNull(trace, "trace");
    }

    /** {@return the model that read the texts} */
    public LoadedModel model() {
        return reading.model();
    }

    /** The same texts with other numbers. */
    public Exhibit with(Trace other, Optional<Trace> compared) {
        return new Exhibit(texts, reading, passage, other, compared);
    }
}
