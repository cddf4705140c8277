package org.vitrine.ui.lessons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A course in the making, of one unit: for tests that write its pages. What the pages' commands print is shared by all tests. */
abstract class DraftPages {
    @TempDir
    private static Path shared;

    static PageRuns runs;

    private final String unitName;

    @TempDir
    Path course;
    Path unit;

    /** @param unitName the name of the unit's folder */
    DraftPages(String unitName) {
        this.unitName = unitName;
    }

    @BeforeAll
    static void start() {
        runs = new PageRuns(shared);
    }

    @BeforeEach
    void makeFolders() throws IOException {
        unit = Files.createDirectories(course.resolve(unitName));
        Files.createDirectories(course.resolve("pictures"));
    }

    /** Writes a page of the unit. */
    final Page write(String file, String text) throws IOException {
        return Page.read(course, Files.writeString(unit.resolve(file), text));
    }

    /** What is wrong with a page, each with its file and line. */
    static List<String> said(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }
}
