package org.vitrine.ui.api;

import java.nio.file.Path;
import org.vitrine.ui.answer.PicturedAnswer;
import org.vitrine.ui.answer.Question;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Pictures;
import org.vitrine.ui.drawing.SvgSurface;
import org.vitrine.ui.drawing.Theme;

/** An explanation that can be drawn: the picture that the command writes with {@code --svg} or {@code --png}. */
public abstract sealed class Drawn extends Explanation
        permits Predictions, Rankings, RankingsWatch, Activations, AttentionView, Changes {
    private final Run run;
    private final Question<? extends PicturedAnswer> question;

    Drawn(Run run, Question<? extends PicturedAnswer> question) {
        this.run = run;
        this.question = question;
    }

    /** What it is about. */
    final Run run() {
        return run;
    }

    @Override
    final Found find() {
        return run.ask(question);
    }

    private Picture picture(Theme theme) {
        return ((PicturedAnswer) found().answer()).picture(theme);
    }

    /** The picture as an SVG document, which a browser or a notebook shows; pointing at it tells the numbers. */
    public final String svg() {
        return svg(Theme.LIGHT);
    }

    /** The same in another look: {@code Theme.DARK}, or {@code Theme.LIGHT.scaled(2)} for a lecture hall. */
    public final String svg(Theme theme) {
        return SvgSurface.document(picture(theme));
    }

    /**
     * Writes the picture as SVG; a file of that name is replaced.
     *
     * @return the file
     * @throws org.vitrine.ui.drawing.PictureException if it cannot be written; says why
     */
    public final Path svg(Path file) {
        return svg(file, Theme.LIGHT);
    }

    /** The same in another look. */
    public final Path svg(Path file, Theme theme) {
        Pictures.writeSvg(picture(theme), file);
        return file;
    }

    /**
     * Writes the picture as PNG, two pixels a point; a file of that name is replaced.
     *
     * @return the file
     * @throws org.vitrine.ui.drawing.PictureException if it cannot be written, or is too large; says why
     */
    public final Path png(Path file) {
        return png(file, Theme.LIGHT);
    }

    /** The same in another look. */
    public final Path png(Path file, Theme theme) {
        Pictures.writePng(picture(theme), file);
        return file;
    }
}
