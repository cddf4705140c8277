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
    private static final double NARROWEST = 420;
    /** So wide that table and cache stand side by side. */
    private static final double WIDEST = 1220;

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
        part(body, "The text so far, the new token outlined",
                new TokenLines(theme, theme.length(ROOM)).of(text.tokens(),
                        text.given(), text.tokens().size() - 1),
                theme);
        Sketch next = new Sketch();
        part(next, choice.title(), choice.sketch(theme), theme);
        words(next, choice.legend(), theme);
        CachePicture cache = new CachePicture(text.cache(), text.known(), text.read(), theme);
        Sketch remembered = new Sketch();
        part(remembered, "What the model remembers of each token: keys (K), values (V); new ones outlined",
                cache.sketch(), theme);
        List<String> said = new ArrayList<>(List.of(cache.sentence()));
        said.addAll(notes);
        words(remembered, said, theme);
        if (next.right() + theme.length(2 * GAP) + remembered.right() <= theme.length(WIDEST)) {
            Sketch both = new Sketch();
            both.below(0, next);
            both.beside(theme.length(2 * GAP), 0, remembered);
            body.below(theme.length(GAP), both);
        } else {
            body.below(theme.length(GAP), next);
            body.below(theme.length(GAP), remembered);
        }
        return new Sheet(body, theme).picture(subject, "writing token " + (text.tokens().size() - 1));
    }

    private static void part(Sketch body, String title, Sketch part, Theme theme) {
        Sketch heading = new Sketch();
        heading.text(title, 0, theme.text().size(), theme.text());
        body.below(theme.length(GAP), heading);
        body.below(theme.length(GAP / 3), part);
    }

    /** Sentences below a part, about as wide as it. */
    private static void words(Sketch part, List<String> sentences, Theme theme) {
        double room = Math.max(theme.length(NARROWEST), part.right());
        double gap = theme.length(GAP / 2);
        for (String sentence : sentences) {
            part.below(gap, PassageSheet.words(sentence, theme.small(), room));
            gap = theme.length(GAP / 5);
        }
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
