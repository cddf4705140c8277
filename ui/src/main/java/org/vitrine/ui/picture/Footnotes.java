package org.vitrine.ui.picture;

import java.util.List;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Theme;

/** Sentences at the foot of a picture that is whole without them: what was done before it was drawn. */
public final class Footnotes {
    private static final double GAP = 14.0 / 3;

    private Footnotes() {
    }

    /**
     * A picture with sentences below it; the picture itself where there are none.
     *
     * @param sentences without their full stops
     * @param theme that of the picture
     */
    public static Picture below(Picture picture, List<String> sentences, Theme theme) {
        if (sentences.isEmpty()) {
            return picture;
        }
        Sketch foot = new Sketch();
        for (String sentence : sentences) {
            foot.below(theme.length(GAP),
                    PassageSheet.words(sentence + ".", theme.small(), Sketch.room(picture, theme)));
        }
        return foot.under(picture, theme.length(GAP), theme);
    }
}
