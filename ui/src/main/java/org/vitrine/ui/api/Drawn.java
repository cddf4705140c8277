package org.vitrine.ui.api;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.vitrine.ui.answer.PicturedAnswer;
import org.vitrine.ui.answer.Question;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Pictures;
import org.vitrine.ui.drawing.SvgSurface;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Footnotes;

/**
 * An explanation that can be drawn: the picture that the command writes with {@code --svg} or {@code --png}, and below it what
 * was done to the run, if anything was.
 */
public abstract sealed class Drawn extends Explanation
        permits Predictions, Rankings, RankingsWatch, Activations, AttentionView, Changes, TensorView {
    private final Run run;
    private final Supplier<Found> search;

    /** @param search computes an answer that is a {@link PicturedAnswer} */
    Drawn(Run run, Supplier<Found> search) {
        this.run = run;
        this.search = search;
    }

    Drawn(Run run, Question<? extends PicturedAnswer> question) {
        this(run, () -> run.ask(question));
    }

    /** What it is about. */
    final Run run() {
        return run;
    }

    @Override
    final Found find() {
        return search.get();
    }

    private Picture picture(Theme theme) {
        return Footnotes.below(((PicturedAnswer) found().answer()).picture(theme), run.sentences(), theme);
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
