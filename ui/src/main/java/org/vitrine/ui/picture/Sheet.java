package org.vitrine.ui.picture;

import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.KeyLegend;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.ScaleLegend;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.TextWidth;

/**
 * What pictures of attention and neurons have around their numbers: a title and the text on top, the legends and the notes at
 * the foot.
 */
final class Sheet {
    private static final double NARROWEST = 560;
    private static final double GAP = 14;
    /** About how many lines of a text are shown below the title; its tokens are in the body. */
    private static final double MOST_LINES = 1.8;

    private final Theme theme;
    private final Sketch body;
    private final Sketch foot = new Sketch();

    Sheet(Sketch body, Theme theme) {
        this.theme = theme;
        this.body = body;
    }

    /** The room for words above and below the body. */
    private double room() {
        return Math.max(theme.length(NARROWEST), body.right());
    }

    /** Says what single colours mean. */
    Sheet legend(KeyLegend legend) {
        Sketch part = new Sketch();
        legend.paint(part, new Box(0, 0, room(), legend.height(room(), theme)), theme);
        foot.below(theme.length(GAP / 2), part);
        return this;
    }

    /** Says what a scale means. */
    Sheet legend(ScaleLegend legend) {
        Sketch part = new Sketch();
        legend.paint(part, 0, 0, theme);
        foot.below(theme.length(GAP / 2), part);
        return this;
    }

    /** Says something else. */
    Sheet note(String sentence) {
        foot.below(theme.length(GAP / 3), PassageSheet.words(sentence, theme.small(), room()));
        return this;
    }

    /** The whole picture, from top to bottom. */
    Picture picture(Subject subject, String shown) {
        Sketch sheet = new Sketch();
        if (subject.told()) {
            heading(sheet, subject, shown);
        }
        sheet.below(theme.length(GAP), body);
        sheet.below(theme.length(GAP), foot);
        return sheet.picture(subject.title(shown), theme);
    }

    private void heading(Sketch sheet, Subject subject, String shown) {
        sheet.below(0, PassageSheet.words(Chip.line(subject.model() + ": " + shown), theme.title(), room()));
        String text = TextWidth.cut(Chip.line(subject.text()), (int) (MOST_LINES * room() / theme.text().width("x")));
        sheet.below(theme.length(GAP / 3), PassageSheet.words(text, theme.text(), room()));
    }
}
