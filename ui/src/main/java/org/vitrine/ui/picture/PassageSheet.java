package org.vitrine.ui.picture;

import java.util.List;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Wrap;

/** What every picture of a prediction has around its numbers: a title, the tokens, and notes at the foot. */
record PassageSheet(Context context, Theme theme) {
    private static final double NARROWEST = 600;
    private static final double GAP = 14;
    private static final double LINE = 1.4;

    /** A place that is to be predicted, −1 for none, and what the picture says about it. */
    record Heading(String title, int position) {
    }

    /** The room for lines of text above and below a body. */
    double room(Sketch body) {
        return Math.max(theme.length(NARROWEST), body.right());
    }

    /** The whole picture, from top to bottom. */
    Picture picture(Heading heading, Sketch body, List<String> notes) {
        Sketch sheet = new Sketch();
        if (context.told()) {
            sheet.below(0, heading(heading, room(body)));
        }
        whole(sheet, body, notes);
        return sheet.picture(context.title(heading.title()), theme);
    }

    /** A body and its notes without a ground, to be laid over a picture that has no heading and a body of the same size. */
    Picture overlay(Sketch body, List<String> notes) {
        Sketch sheet = new Sketch();
        whole(sheet, body, notes);
        return sheet.overlay("", theme);
    }

    private void whole(Sketch sheet, Sketch body, List<String> notes) {
        sheet.below(theme.length(1.5 * GAP), body);
        double gap = theme.length(1.5 * GAP);
        for (String note : notes) {
            sheet.below(gap, words(note, theme.small(), room(body)));
            gap = theme.length(GAP / 3);
        }
    }

    /** The title, and the tokens. */
    private Sketch heading(Heading heading, double room) {
        Sketch sheet = new Sketch();
        sheet.below(0, words(context.model() + ": " + heading.title(), theme.title(), room));
        TokenLines lines = new TokenLines(theme, room);
        if (!context.source().isEmpty()) {
            sheet.below(theme.length(GAP), words("The encoder reads:", theme.small(), room));
            sheet.below(theme.length(GAP / 3), lines.of(context.source(), context.source().size(), -1));
            sheet.below(theme.length(GAP), words("The decoder, so far:", theme.small(), room));
        }
        sheet.below(theme.length(context.source().isEmpty() ? GAP : GAP / 3),
                lines.of(context.tokens(), context.typed(), heading.position()));
        return sheet;
    }

    /** A sentence in as many lines as it needs. */
    static Sketch words(String sentence, TextStyle style, double room) {
        Sketch words = new Sketch();
        int columns = (int) Math.max(1, room / (TextStyle.COLUMN * style.size()));
        double y = 0;
        for (String line : Wrap.words(sentence, columns)) {
            words.text(line, 0, y + style.size(), style);
            y += LINE * style.size();
        }
        return words;
    }
}
