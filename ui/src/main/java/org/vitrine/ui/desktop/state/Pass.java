package org.vitrine.ui.desktop.state;

import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.Texts;

/**
 * The run that made what is on show.
 *
 * @param question what was asked for
 * @param milliseconds how long the model computed, without the time to load it
 * @param onDevice whether a device computed, and not the CPU
 */
public record Pass(Question question, double milliseconds, boolean onDevice) {
    /**
     * What is to be read, and how.
     *
     * @param model a name or a folder, as it was typed
     * @param texts as they were typed; a family that reads one text has read the first only
     */
    public record Question(String model, Backend backend, Texts texts) {
    }
}
