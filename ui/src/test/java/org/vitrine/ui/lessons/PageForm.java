package org.vitrine.ui.lessons;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrine.ui.tour.Lesson;
import org.vitrine.ui.tour.Lessons;

/** Whether a page has the form of a lesson. */
final class PageForm {
    private static final List<String> HEADINGS = List.of("Question", "Command", "Picture", "What to look for",
            "Exercise",
            "Answer");
    private static final int SHORTEST_DESCRIPTION = 30;

    private final Page page;
    private final List<Problem> problems = new ArrayList<>();

    private PageForm(Page page) {
        this.page = page;
    }

    /** What a page of a lesson lacks. */
    static List<Problem> of(Page page) {
        PageForm form = new PageForm(page);
        form.head();
        form.headings();
        form.pictures();
        form.answer();
        Lesson lesson = Lessons.all().get(page.id());
        if (lesson != null) {
            form.lesson(lesson);
        }
        form.problems.addAll(links(page));
        return form.problems;
    }

    /** Links that lead to no file. */
    static List<Problem> links(Page page) {
        return PageLink.all(page).stream()
                .filter(link -> !link.target().startsWith("https://") && !link.target().isEmpty()
                        && !Files.exists(page.file().resolveSibling(link.target())))
                .map(link -> page.problem(link.line(), "the link to " + link.target() + " leads nowhere")).toList();
    }

    private void head() {
        require(!page.lines().isEmpty() && page.lines().getFirst().startsWith("# "), 0, "expected '# ' and a title");
        require(page.minutes() > 0, 2, "expected '*Unit N · M minutes*' in the third line");
        String folder = page.file().getParent().getFileName().toString();
        require(folder.startsWith(String.format(Locale.ROOT, "%02d-", page.unit())), 2,
                "the page says unit " + page.unit() + " and lies in " + folder);
    }

    private void headings() {
        List<String> found = page.sections().stream().map(Page.Section::heading).toList();
        require(found.equals(HEADINGS), 0, "expected the headings " + HEADINGS + ", found " + found);
        for (Page.Section section : page.sections()) {
            if (PageCheck.MEASURED.contains(section.heading())) {
                require(!CheckedFigure.all(section).isEmpty(), section.first() - 1,
                        "'" + section.heading() + "' names no checked figure");
            }
            if (section.heading().equals("Command")) {
                int end = section.first() + section.lines().size();
                require(page.shown().stream().anyMatch(each -> each.line() > section.first() && each.line() < end),
                        section.first() - 1, "'Command' shows no command");
            }
        }
    }

    private void pictures() {
        List<PageLink> pictures = PageLink.pictures(page);
        require(!pictures.isEmpty(), 0, "the page shows no picture of ../pictures/");
        for (PageLink picture : pictures) {
            require(picture.text().length() >= SHORTEST_DESCRIPTION, picture.line(),
                    "the picture is described in too few words for who cannot see it: '" + picture.text() + "'");
        }
    }

    private void answer() {
        for (Page.Section section : page.sections()) {
            if (section.heading().equals("Answer")) {
                List<String> lines = section.lines().stream().filter(line -> !line.isBlank()).toList();
                require(lines.size() > 3 && lines.get(0).equals("<details>") && lines.get(1).startsWith("<summary>")
                        && lines.contains("</details>"), section.first() - 1,
                        "expected the answer between <details>, <summary>…</summary> and </details>");
            }
        }
    }

    private void lesson(Lesson lesson) {
        require(page.title().equals(lesson.title()), 0, "the program calls this lesson '" + lesson.title() + "'");
        List<ShownCommand> commands = page.commands();
        if (commands.isEmpty()) {
            return;
        }
        try {
            List<String> wanted = lesson.arguments();
            List<String> found = commands.getFirst().arguments();
            require(found.size() >= wanted.size() && found.subList(0, wanted.size()).equals(wanted),
                    commands.getFirst().line(),
                    "the lesson's command begins with " + wanted + ", the page's is " + found);
        } catch (IllegalArgumentException e) {
            require(false, commands.getFirst().line(), e.getMessage());
        }
    }

    private void require(boolean condition, int line, String message) {
        if (!condition) {
            problems.add(page.problem(line, message));
        }
    }
}
