package org.vitrine.ui.lessons;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Whether what a page shows and says is so: its commands' output, its figures, its pictures. */
final class PageCheck {
    /** Where every figure is measured. */
    static final Set<String> MEASURED = Set.of("What to look for", "Answer");

    private static final Pattern MAKER = Pattern.compile("\\)<!--\\s*\\$(\\d+)\\s*-->");

    private final Page page;
    private final PageRuns runs;
    private final LessonFigures lesson;
    private final List<Problem> problems = new ArrayList<>();

    private PageCheck(Page page, PageRuns runs) {
        this.page = page;
        this.runs = runs;
        lesson = new LessonFigures(page.id());
    }

    /** What is wrong with a page, in its order; nothing where all is right. */
    static List<Problem> of(Page page, PageRuns runs) {
        PageCheck check = new PageCheck(page, runs);
        List<Shown> asked = page.shown();
        asked.forEach(check::output);
        for (Page.Section section : page.sections()) {
            for (CheckedFigure figure : CheckedFigure.all(section)) {
                check.figure(figure, asked);
            }
            if (MEASURED.contains(section.heading())) {
                check.problems.addAll(CheckedFigure.unchecked(page, section));
            }
        }
        for (PageLink picture : PageLink.pictures(page)) {
            check.picture(picture, asked);
        }
        return check.problems;
    }

    private void output(Shown command) {
        try {
            List<String> printed = runs.printed(page, command);
            int wrong = ShownOutput.firstWrong(command.output(), printed);
            if (wrong >= 0) {
                String shown = wrong < command.output().size() ? command.output().get(wrong) : "";
                problem(command.outputAt() + wrong,
                        "'" + shown + "' is not what '" + command.typed() + "' prints there");
            }
        } catch (IllegalArgumentException e) {
            problem(command.line(), e.getMessage());
        }
    }

    private void figure(CheckedFigure figure, List<Shown> asked) {
        try {
            String now = shouldBe(figure, asked);
            if (!now.equals(figure.shown())) {
                problem(figure.line(), "'" + figure.shown() + "' is '" + now + "' by " + figure.source());
            }
        } catch (IllegalArgumentException e) {
            problem(figure.line(), "'" + figure.shown() + "': " + e.getMessage());
        }
    }

    /** The figure as it is measured, in the form that it has on the page. */
    private String shouldBe(CheckedFigure figure, List<Shown> asked) {
        if (lesson.vouchesFor(figure)) {
            return lesson.shouldBe(figure);
        }
        return FigureText.like(figure.shown(), values(page, figure, asked, runs));
    }

    /** What a figure's comment leads to. */
    static List<JsonNode> values(Page page, CheckedFigure figure, List<Shown> asked, PageRuns runs) {
        Shown source;
        if (figure.command() > 0) {
            source = numbered(figure.command(), asked);
        } else {
            source = asked.stream().filter(each -> each.line() < figure.line()).reduce((a, b) -> b)
                    .orElseThrow(() -> new IllegalArgumentException("no command stands above it"));
        }
        return Expression.evaluate(figure.source(), runs.document(page, source));
    }

    private static Shown numbered(int number, List<Shown> asked) {
        if (number < 1 || number > asked.size()) {
            throw new IllegalArgumentException("the page has no command $" + number);
        }
        return asked.get(number - 1);
    }

    private void picture(PageLink picture, List<Shown> asked) {
        Path file = page.file().resolveSibling(picture.target());
        try {
            Optional<String> difference = Files.exists(file)
                    ? SvgComparison.difference(file, runs.picture(page, maker(page, picture, asked)))
                    : Optional.of("it is not there");
            difference.ifPresent(what -> problem(picture.line(),
                    picture.target() + " is not the picture that its command makes: " + what));
        } catch (IllegalArgumentException e) {
            problem(picture.line(), picture.target() + ": " + e.getMessage());
        }
    }

    /**
     * What makes a picture: what the comment behind it says, such as {@code <!-- $2 -->}, else the command that says {@code --svg}
     * with its name, else the first on the page.
     */
    static Shown maker(Page page, PageLink picture, List<Shown> asked) {
        Matcher comment = MAKER.matcher(page.lines().get(picture.line()));
        if (comment.find()) {
            return numbered(Integer.parseInt(comment.group(1)), asked);
        }
        String name = Path.of(picture.target()).getFileName().toString();
        return asked.stream()
                .filter(each -> each instanceof ShownCommand command
                        && CommandRuns.pictureName(command.arguments()).filter(name::equals).isPresent())
                .findFirst().or(() -> asked.stream().findFirst())
                .orElseThrow(() -> new IllegalArgumentException("no command makes it"));
    }

    private void problem(int line, String message) {
        problems.add(page.problem(line, message));
    }
}
