package org.vitrine.ui.lessons;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.ui.cli.Run;
import tools.jackson.databind.JsonNode;

/** Whether what a page shows and says is so: its commands' output, its figures, its pictures. */
final class PageCheck {
    /** Where every figure is measured. */
    static final Set<String> MEASURED = Set.of("What to look for", "Answer");

    private final Page page;
    private final CommandRuns runs;
    private final LessonFigures lesson;
    private final List<Problem> problems = new ArrayList<>();

    private PageCheck(Page page, CommandRuns runs) {
        this.page = page;
        this.runs = runs;
        lesson = new LessonFigures(page.id());
    }

    /** What is wrong with a page, in its order; nothing where all is right. */
    static List<Problem> of(Page page, CommandRuns runs) {
        PageCheck check = new PageCheck(page, runs);
        List<ShownCommand> commands = page.commands();
        commands.forEach(check::output);
        for (Page.Section section : page.sections()) {
            for (CheckedFigure figure : CheckedFigure.all(section)) {
                check.figure(figure, commands);
            }
            if (MEASURED.contains(section.heading())) {
                check.problems.addAll(CheckedFigure.unchecked(page, section));
            }
        }
        for (PageLink picture : PageLink.pictures(page)) {
            check.picture(picture, commands);
        }
        return check.problems;
    }

    private void output(ShownCommand command) {
        try {
            Run run = runs.printed(command.arguments());
            if (run.code() != 0) {
                problem(command.line(), "the command fails: " + run.err().strip());
                return;
            }
            List<String> printed = ShownOutput.lines(run.out());
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

    private void figure(CheckedFigure figure, List<ShownCommand> commands) {
        try {
            String now = shouldBe(figure, commands);
            if (!now.equals(figure.shown())) {
                problem(figure.line(), "'" + figure.shown() + "' is '" + now + "' by " + figure.source());
            }
        } catch (IllegalArgumentException e) {
            problem(figure.line(), "'" + figure.shown() + "': " + e.getMessage());
        }
    }

    /** The figure as it is measured, in the form that it has on the page. */
    private String shouldBe(CheckedFigure figure, List<ShownCommand> commands) {
        if (lesson.vouchesFor(figure)) {
            return lesson.shouldBe(figure);
        }
        return FigureText.like(figure.shown(), values(page, figure, commands, runs));
    }

    /** What a figure's comment leads to. */
    static List<JsonNode> values(Page page, CheckedFigure figure, List<ShownCommand> commands, CommandRuns runs) {
        ShownCommand command;
        if (figure.command() > 0) {
            if (figure.command() > commands.size()) {
                throw new IllegalArgumentException("the page has no command $" + figure.command());
            }
            command = commands.get(figure.command() - 1);
        } else {
            command = commands.stream().filter(each -> each.line() < figure.line()).reduce((a, b) -> b)
                    .orElseThrow(() -> new IllegalArgumentException("no command stands above it"));
        }
        return Expression.evaluate(figure.source(), runs.document(command.arguments()));
    }

    private void picture(PageLink picture, List<ShownCommand> commands) {
        Path file = page.file().resolveSibling(picture.target());
        try {
            Optional<String> difference = Files.exists(file)
                    ? SvgComparison.difference(file, runs.picture(maker(picture, commands)))
                    : Optional.of("it is not there");
            difference.ifPresent(what -> problem(picture.line(),
                    picture.target() + " is not the picture that its command makes: " + what));
        } catch (IllegalArgumentException e) {
            problem(picture.line(), picture.target() + ": " + e.getMessage());
        }
    }

    /** The command that says {@code --svg} with the picture's name, else the page's first. */
    static List<String> maker(PageLink picture, List<ShownCommand> commands) {
        String name = Path.of(picture.target()).getFileName().toString();
        return commands.stream().map(ShownCommand::arguments)
                .filter(arguments -> CommandRuns.pictureName(arguments).filter(name::equals).isPresent()).findFirst()
                .or(() -> commands.stream().map(ShownCommand::arguments).findFirst())
                .orElseThrow(() -> new IllegalArgumentException("no command makes it"));
    }

    private void problem(int line, String message) {
        problems.add(page.problem(line, message));
    }
}
