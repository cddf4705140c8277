package org.vitrine.ui.lessons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of Markdown, line by line.
 *
 * @param file where it lies
 * @param name as problems call it: the path below the course's folder
 */
record Page(Path file, String name, List<String> lines) {
    private static final Pattern PLACE = Pattern.compile("\\*Unit (\\d+) · (\\d+) minutes\\*");

    Page {
        lines = List.copyOf(lines);
    }

    /** Reads a page of the course in a folder. */
    static Page read(Path course, Path file) {
        try {
            return new Page(file, course.relativize(file).toString().replace('\\', '/'), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What names it: its file without the ending. */
    String id() {
        return file.getFileName().toString().replaceFirst("\\.md$", "");
    }

    /** What its first line calls it. */
    String title() {
        return lines.isEmpty() ? "" : lines.getFirst().replaceFirst("^# *", "");
    }

    /** Which unit its third line says it belongs to; −1 where it says none. */
    int unit() {
        return fromThirdLine(1);
    }

    /** How many minutes its third line gives it; −1 where it gives none. */
    int minutes() {
        return fromThirdLine(2);
    }

    private int fromThirdLine(int group) {
        Matcher place = PLACE.matcher(lines.size() < 3 ? "" : lines.get(2));
        return place.matches() ? Integer.parseInt(place.group(group)) : -1;
    }

    /** The blocks of one kind, such as {@code console}. */
    List<Fence> fences(String info) {
        return Fence.all(lines).stream().filter(fence -> fence.info().equals(info)).toList();
    }

    /** What all blocks ask, in order. */
    List<Shown> shown() {
        return Fence.all(lines).stream().flatMap(fence -> Shown.all(fence).stream()).toList();
    }

    /** The commands of all console blocks. */
    List<ShownCommand> commands() {
        return fences(ShownCommand.INFO).stream().flatMap(fence -> ShownCommand.all(fence).stream()).toList();
    }

    /** The Java of all blocks of JShell. */
    List<ShownSnippet> snippets() {
        return fences(ShownSnippet.INFO).stream().flatMap(fence -> ShownSnippet.all(fence).stream()).toList();
    }

    /** The parts under headings of the second level. */
    List<Section> sections() {
        List<String> prose = prose();
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < prose.size(); i++) {
            if (prose.get(i).startsWith("## ")) {
                int end = i + 1;
                while (end < prose.size() && !prose.get(end).startsWith("## ")) {
                    end++;
                }
                sections.add(new Section(prose.get(i).substring(3).strip(), i + 1, prose.subList(i + 1, end)));
                i = end - 1;
            }
        }
        return sections;
    }

    /** The lines, those of blocks empty. */
    private List<String> prose() {
        List<String> prose = new ArrayList<>(lines);
        for (Fence fence : Fence.all(lines)) {
            for (int i = fence.first() - 1; i <= Math.min(fence.end(), prose.size() - 1); i++) {
                prose.set(i, "");
            }
        }
        return prose;
    }

    /**
     * A part of a page.
     *
     * @param first the index of its first line, that below the heading
     * @param lines those of blocks are empty
     */
    record Section(String heading, int first, List<String> lines) {
        Section {
            lines = List.copyOf(lines);
        }
    }

    Problem problem(int index, String message) {
        return new Problem(name, index + 1, message);
    }

    @Override
    public String toString() {
        return name;
    }
}
