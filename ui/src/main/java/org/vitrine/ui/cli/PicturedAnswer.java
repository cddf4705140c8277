package org.vitrine.ui.cli;

import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;

/** An answer that can be drawn, too. */
public interface PicturedAnswer extends Answer {
    /** The same, as a picture. */
    Picture picture(Theme theme);
}
