package org.vitrine.ui.lessons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Renews what can be measured on a page: the output of its commands, its figures, its pictures. The sentences around them are for
 * people to read again.
 */
final class PageWriter {
    private final PageRuns runs;

    PageWriter(PageRuns runs) {
        this.runs = runs;
    }

    /** Renews a page where it is wrong; what cannot be understood stays, for the check to name. */
    void renew(Page page) {
        List<String> lines = new ArrayList<>(page.lines());
        figures(page, lines);
        List<Shown> asked = page.shown();
        for (Shown each : asked.reversed()) {
            output(page, each, lines);
        }
        try {
            if (!lines.equals(page.lines())) {
                Files.write(page.file(), lines);
            }
            for (PageLink picture : PageLink.pictures(page)) {
                picture(page, picture, asked);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(List<String> lines, int from, int to, List<String> instead) {
        List<String> old = lines.subList(from, to);
        old.clear();
        old.addAll(instead);
    }

    /** Lines that were left out are there again where others among the shown ones have changed. */
    private void output(Page page, Shown command, List<String> lines) {
        try {
            List<String> printed = runs.printed(page, command);
            if (ShownOutput.firstWrong(command.output(), printed) >= 0) {
                put(lines, command.outputAt(), command.outputAt() + command.output().size(), printed);
            }
        } catch (IllegalArgumentException e) {
            return;
        }
    }

    private void figures(Page page, List<String> lines) {
        for (Page.Section section : page.sections()) {
            for (CheckedFigure figure : CheckedFigure.all(section)) {
                String line = lines.get(figure.line());
                for (String mark : List.of("**", "`")) {
                    String written = mark + figure.shown() + mark + "<!--";
                    int at = line.indexOf(written);
                    if (at >= 0) {
                        lines.set(figure.line(), line.substring(0, at) + mark + measured(page, figure) + mark + "<!--"
                                + line.substring(at + written.length()));
                    }
                }
            }
        }
    }

    private String measured(Page page, CheckedFigure figure) {
        try {
            if (new LessonFigures(page.id()).vouchesFor(figure)) {
                return figure.shown();
            }
            return FigureText.like(figure.shown(), PageCheck.values(page, figure, page.shown(), runs));
        } catch (IllegalArgumentException e) {
            return figure.shown();
        }
    }

    private void picture(Page page, PageLink picture, List<Shown> asked) throws IOException {
        Path file = page.file().resolveSibling(picture.target());
        try {
            Path made = runs.picture(page, PageCheck.maker(page, picture, asked));
            if (!Files.exists(file) || SvgComparison.difference(file, made).isPresent()) {
                Files.createDirectories(file.getParent());
                Files.copy(made, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IllegalArgumentException e) {
            return;
        }
    }
}
