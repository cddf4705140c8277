package org.vitrine.ui.desktop;

import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import org.vitrine.ui.desktop.saved.FileChoice;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;

/** One of the window's views, in a tab of its own. It follows the session's exhibit and selection by itself. */
public interface View {
    /** A word that names it in files, for example {@code head-view}. */
    String id();

    /** What its tab says. */
    String title();

    /** Its part of the window; the same each time. */
    Node node();

    /** Whether anybody sees it: only then need it be up to date. */
    void shown(boolean visible);

    /** What it shows now, whole and with a title, to be saved; empty before anything is on show. */
    Optional<Picture> picture(Theme theme);

    /** The numbers behind it, as a JSON document like that of the command line; empty before anything is on show. */
    Optional<String> document();

    /** How its controls stand, to be found so again. */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** Sets its controls; what is missing or makes no sense is left as it is. */
    default void restore(Map<String, String> settings) {
    }

    /** Says who is to be asked for files; a view that writes none of its own need not know. */
    default void ask(FileChoice files) {
    }
}
