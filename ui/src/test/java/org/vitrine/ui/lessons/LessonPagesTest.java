package org.vitrine.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page of {@code docs/lessons} shows what its commands print and draw, and every figure on it is measured. With {@code
 * -Dlessons.write=true} what is measured is written into the pages first; {@code -Dlessons.page=head-subject} takes one page alone.
 */
class LessonPagesTest {
    static final Course COURSE = new Course(Path.of("../docs/lessons"));

    @TempDir
    private static Path folder;

    private static PageRuns runs;

    @BeforeAll
    static void start() {
        runs = new PageRuns(folder);
    }

    static List<Page> pages() {
        String only = System.getProperty("lessons.page", "");
        return COURSE.lessonPages().stream().filter(page -> only.isEmpty() || page.id().equals(only)).toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everythingOnThePageIsSo(Page page) {
        Page checked = page;
        if (Boolean.getBoolean("lessons.write")) {
            new PageWriter(runs).renew(page);
            checked = Page.read(COURSE.folder(), page.file());
        }
        assertThat(PageCheck.of(checked, runs)).isEmpty();
        assertThat(PageForm.of(checked)).isEmpty();
    }
}
