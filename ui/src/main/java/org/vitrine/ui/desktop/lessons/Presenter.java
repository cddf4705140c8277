package org.vitrine.ui.desktop.lessons;

import java.util.Map;

/** Where a lesson is shown. */
@FunctionalInterface
public interface Presenter {
    /**
     * Brings a view to the front.
     *
     * @param view its id
     * @param settings how its controls are to stand
     */
    void show(String view, Map<String, String> settings);
}
