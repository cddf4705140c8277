package org.vitrine.ui.desktop.saved;

import java.util.List;
import java.util.Map;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Pass.Question;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.ModelLookup;
import org.vitrine.ui.session.Texts;

/**
 * Where a session was left.
 *
 * @param question what was typed and chosen to be read
 * @param selection what was chosen in it
 * @param tab the id of the open view; empty for the first
 * @param views how the controls of each view stand, by its id
 * @param look how the window looked
 * @param size how large it was
 * @param recent the folders of models that were read last, the last one first
 */
public record SavedSession(Question question, SavedSelection selection, String tab,
        Map<String, Map<String, String>> views, Look look, Size size, List<String> recent) {
    /** Of a session that nobody has used yet: what everybody sees first. */
    public static final SavedSession FIRST = new SavedSession(
            new Question(ModelLookup.DEFAULT, Backend.VECTOR, new Texts(" Heathrow airport is in the city of", "")),
            SavedSelection.NONE, "", Map.of(), new Look(false, 1), Size.USUAL, List.of());

    public SavedSession {
        views = Map.copyOf(views);
        recent = List.copyOf(recent);
    }

    /** The size of a window, in points. */
    public record Size(double width, double height, boolean maximized) {
        /** Of a window that nobody has changed. */
        public static final Size USUAL = new Size(1280, 800, false);
        /** The shortest side. */
        public static final double SMALLEST = 320;
        /** The longest side. */
        public static final double LARGEST = 16_384;

        public Size {
            if (!(width >= SMALLEST && width <= LARGEST && height >= SMALLEST && height <= LARGEST)) {
                throw new IllegalArgumentException("no window is " + width + " × " + height + " points large");
            }
        }
    }

    /** The same with something else to read, in which nothing was chosen yet. */
    public SavedSession with(Question other) {
        return other.equals(question) ? this
                : new SavedSession(other, SavedSelection.NONE, tab, views, look, size, recent);
    }

    /** The same in a window of another size. */
    public SavedSession with(Size other) {
        return new SavedSession(question, selection, tab, views, look, other, recent);
    }
}
