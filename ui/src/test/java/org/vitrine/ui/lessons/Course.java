package org.vitrine.ui.lessons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of lessons: a page on the course, and a folder for each unit with a page on the unit and its lessons. */
record Course(Path folder) {
    private static final String README = "README.md";
    private static final Pattern UNIT = Pattern.compile("\\d\\d-.*");
    private static final Pattern ROW = Pattern
            .compile("\\| *(\\d+) *\\| *\\[[^\\]]*\\]\\(([^)]*)\\) *\\| *(\\d+) *\\|.*");

    /** A row of the table of units. */
    record Row(int number, String target, int minutes) {
    }

    /**
     * A folder of lessons.
     *
     * @param readme on the unit
     * @param lessons in the order in which the page on the unit names them
     */
    record Unit(Page readme, List<Page> lessons) {
    }

    /** The page on the course. */
    Page readme() {
        return Page.read(folder, folder.resolve(README));
    }

    /** The rows of its table. */
    List<Row> rows() {
        return readme().lines().stream().map(ROW::matcher).filter(Matcher::matches)
                .map(row -> new Row(Integer.parseInt(row.group(1)), row.group(2), Integer.parseInt(row.group(3))))
                .toList();
    }

    /** All units, in the order of their numbers. */
    List<Unit> units() {
        return files(folder).filter(path -> UNIT.matcher(path.getFileName().toString()).matches())
                .map(path -> Page.read(folder, path.resolve(README)))
                .map(readme -> new Unit(readme, lessons(readme))).toList();
    }

    private List<Page> lessons(Page readme) {
        return PageLink.all(readme).stream().map(PageLink::target).filter(target -> target.matches("[^/]+\\.md"))
                .distinct().map(target -> readme.file().resolveSibling(target)).filter(Files::exists)
                .map(file -> Page.read(folder, file)).toList();
    }

    /** All pages of lessons that lie in the folders of units. */
    List<Page> lessonPages() {
        return files(folder).filter(path -> UNIT.matcher(path.getFileName().toString()).matches())
                .flatMap(Course::files)
                .filter(path -> path.toString().endsWith(".md") && !path.endsWith(README))
                .map(path -> Page.read(folder, path)).toList();
    }

    /** All pictures. */
    List<Path> pictures() {
        return files(folder.resolve("pictures")).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
