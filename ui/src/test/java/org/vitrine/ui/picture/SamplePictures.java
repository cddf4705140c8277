package org.vitrine.ui.picture;

import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;

/** Real pictures of made-up tokens and attention, for tests of those who show them. */
public final class SamplePictures {
    private SamplePictures() {
    }

    /** Many lines between two columns of odd tokens. */
    public static Picture headView(int heads, int tokens, Theme theme) {
        return HeadViewPicture.of(Samples.causal(0, heads, tokens), HeadViewPicture.Show.EVERYTHING, Samples.SUBJECT,
                theme);
    }

    /** A grid of cells with many lines each. */
    public static Picture modelView(int layers, int heads, int tokens, Theme theme) {
        return ModelViewPicture.of(
                IntStream.range(0, layers).mapToObj(layer -> Samples.causal(layer, heads, tokens)).toList(), 0,
                Samples.SUBJECT, theme);
    }

    /** A matrix with a hint for each row. */
    public static Picture matrix(int tokens, Theme theme) {
        return MatrixPicture.ofRollout(Samples.causal(0, 1, tokens), Samples.SUBJECT, theme);
    }

    /** One of each, in both themes, at several sizes. */
    public static List<Picture> all() {
        return List.of(headView(3, 40, Theme.LIGHT), headView(2, 15, Theme.DARK.scaled(1.7)),
                modelView(3, 4, 20, Theme.DARK), matrix(12, Theme.LIGHT.scaled(0.6)), matrix(40, Theme.DARK));
    }
}
