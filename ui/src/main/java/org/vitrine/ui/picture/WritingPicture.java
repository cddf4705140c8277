package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.explain.CacheSize;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Theme;

/** One step of writing: the text so far, what could come next, and what the model remembers of the text. */
public final class WritingPicture {
    private static final double GAP = 22;
    private static final double ROOM = 900;

    private WritingPicture() {
    }

    /**
     * The text after a step.
     *
     * @param tokens all of them, this step's included
     * @param given how many were given; the model wrote the others
     * @param read how many were read in this step, before it chose
     * @param cache how much is remembered of a token
     */
    public record Text(List<String> tokens, int given, int read, CacheSize cache) {
        public Text {
            tokens = List.copyOf(tokens);
        }

        /** The tokens that were read before the last one was chosen. */
        private List<String> known() {
            return tokens.subList(0, tokens.size() - 1);
        }
    }

    /**
     * The picture.
     *
     * @param subject what it is about
     * @param choice what could come next
     * @param notes sentences at the foot
     */
    public static Picture of(Subject subject, Text text, Choice choice, List<String> notes, Theme theme) {
        Sketch body = new Sketch();
        part(body, "The text so far, the new token outlined", new TokenLines(theme, theme.length(ROOM)).of(text.tokens(),
                text.given(), text.tokens().size() - 1), theme);
        part(body, choice.title(), choice.sketch(theme), theme);
        CachePicture cache = new CachePicture(text.cache(), text.known(), text.read(), theme);
        part(body, "What the model remembers of each token: keys (K) and values (V); new ones outlined", cache.sketch(),
                theme);
        List<String> all = new ArrayList<>(choice.legend());
        all.add(cache.sentence());
        all.addAll(notes);
        Sheet sheet = new Sheet(body, theme);
        all.forEach(sheet::note);
        return sheet.picture(subject, "writing token " + (text.tokens().size() - 1));
    }

    private static void part(Sketch body, String title, Sketch part, Theme theme) {
        Sketch heading = new Sketch();
        heading.text(title, 0, theme.text().size(), theme.text());
        body.below(theme.length(GAP), heading);
        body.below(theme.length(GAP / 3), part);
    }

    /** What could come next, and what did. */
    public sealed interface Choice permits NextTokenTable, BeamTable {
        /** What it is, above it. */
        String title();

        /** What to know to read it. */
        List<String> legend();

        /** The table. */
        Sketch sketch(Theme theme);
    }
}
