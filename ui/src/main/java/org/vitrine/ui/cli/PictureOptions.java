package org.vitrine.ui.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.vitrine.ui.answer.PicturedAnswer;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Pictures;
import org.vitrine.ui.drawing.Theme;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether a picture is written, where to, and how it looks. */
final class PictureOptions {
    private static final double SMALLEST = 0.5;
    private static final double LARGEST = 4;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--svg", order = 6, paramLabel = "FILE",
            description = "Also write a picture, as SVG; a file of that name is replaced.")
    private String svg;

    @Option(names = "--png", order = 7, paramLabel = "FILE", description = "Also write a picture, as PNG.")
    private String png;

    @Option(names = "--theme", order = 8, paramLabel = "NAME", converter = Choices.OfTheme.class,
            description = "Of pictures: light (default) or dark.")
    private ThemeChoice theme;

    @Option(names = "--font-scale", order = 9, paramLabel = "X",
            description = "Of pictures: enlarge everything so many times, as for lecture halls (0.5 to 4, default 1).")
    private Double scale;

    /** Refuses what makes no sense, before anything is read. */
    void check(boolean batch) {
        if (batch && (svg != null || png != null)) {
            throw usage(
                    (svg != null ? "--svg" : "--png") + " and --batch exclude each other: a picture is of one text");
        }
        if (svg == null && png == null && (theme != null || scale != null)) {
            throw usage(
                    (theme != null ? "--theme" : "--font-scale") + " is about pictures; add --svg FILE or --png FILE");
        }
        if (scale != null && !(scale >= SMALLEST && scale <= LARGEST)) {
            throw usage("--font-scale takes a number from 0.5 to 4, not " + scale);
        }
        path("--svg", svg);
        path("--png", png);
    }

    /** Writes the pictures that are wanted, and says so. */
    void write(PicturedAnswer answer, Console console) {
        Theme look = (theme == ThemeChoice.DARK ? Theme.DARK : Theme.LIGHT).scaled(scale == null ? 1 : scale);
        if (svg != null || png != null) {
            Picture picture = answer.picture(look);
            write(picture, path("--svg", svg), Pictures::writeSvg, console);
            write(picture, path("--png", png), Pictures::writePng, console);
        }
    }

    private static void write(Picture picture, Path file, BiConsumer<Picture, Path> writer, Console console) {
        if (file != null) {
            writer.accept(picture, file);
            console.note("wrote " + file + " (" + Math.round(picture.width()) + " × " + Math.round(picture.height())
                    + " points)");
        }
    }

    private Path path(String option, String file) {
        if (file != null && file.isBlank()) {
            throw usage(option + " takes the name of a file");
        }
        try {
            return file == null ? null : Path.of(file);
        } catch (InvalidPathException e) {
            throw usage(option + ": no file can be called '" + file + "'");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
