package org.vitrine.ui.answer;

import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;

/** An answer that can be drawn, too. */
public interface PicturedAnswer extends Answer {
    /** The same, as a picture. */
    Picture picture(Theme theme);
}
