package org.vitrine.ui.desktop.lens;

import org.vitrine.explain.Lens;
import org.vitrine.ui.answer.Page;
import org.vitrine.ui.desktop.state.Exhibit;

/** What a view says above its picture. */
final class LensWords {
    private LensWords() {
    }

    /** Where the model predicts, and what the lens does. */
    static String of(Exhibit exhibit, Place place, Lens lens) {
        return place.sentence() + " " + of(exhibit, lens);
    }

    /** What the lens does. */
    static String of(Exhibit exhibit, Lens lens) {
        return Page.sentence(lens, exhibit.passage());
    }
}
