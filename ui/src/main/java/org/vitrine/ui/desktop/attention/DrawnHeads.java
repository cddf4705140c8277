package org.vitrine.ui.desktop.attention;

import java.util.Optional;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.HeadViewBoard;
import org.vitrine.ui.picture.Subject;

/**
 * A head view as a window shows it, in one theme.
 *
 * @param board if lines are drawn
 */
record DrawnHeads(HeadViewContent content, Theme theme, Optional<HeadViewBoard> board, Picture picture) {
    static DrawnHeads of(HeadViewContent content, Theme theme) {
        Optional<HeadViewBoard> board = content.board(theme);
        return new DrawnHeads(content, theme, board,
                board.map(HeadViewBoard::picture).orElseGet(() -> content.matrix(Subject.SAID, theme)));
    }

    /** The same in a theme: this one, if it is its own. */
    DrawnHeads in(Theme asked) {
        return asked.equals(theme) ? this : of(content, asked);
    }
}
