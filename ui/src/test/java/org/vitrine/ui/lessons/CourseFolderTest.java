package org.vitrine.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a folder of lessons is read. */
class CourseFolderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        write("README.md", "# Course", "", "| Unit | Subject | Minutes |", "|------|---|---|",
                "| 1 | [One](01-one/README.md) | 12 |", "| 2 | [Two](02-two/README.md) | 5 |", "|  | together | 17 |");
        write("02-two/README.md", "# Two", "", "*Unit 2 · 5 minutes*", "", "[c](c.md), and back: [b](../01-one/b.md)");
        write("02-two/c.md", "# C", "", "*Unit 2 · 5 minutes*");
        write("01-one/README.md", "# One", "", "*Unit 1 · 12 minutes*", "", "| [b](b.md) | 4 |", "| [a](a.md) | 8 |",
                "again [b](b.md), and [none](none.md)");
        write("01-one/a.md", "# A", "", "*Unit 1 · 8 minutes*");
        write("01-one/b.md", "# B", "", "*Unit 1 · 4 minutes*");
        write("01-one/forgotten.md", "# F", "", "Unit 1");
    }

    private void write(String file, String... lines) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, List.of(lines));
    }

    @Test
    void theUnitsAreReadInOrderAndTheirPagesAsTheyAreNamed() {
        Course course = new Course(folder);
        assertThat(course.rows()).containsExactly(new Course.Row(1, "01-one/README.md", 12),
                new Course.Row(2, "02-two/README.md", 5));
        assertThat(course.units()).extracting(unit -> unit.readme().minutes()).containsExactly(12, 5);
        assertThat(course.units().getFirst().lessons()).extracting(Page::id, Page::minutes)
                .containsExactly(tuple("b", 4),
                        tuple("a", 8));
        assertThat(course.units().getLast().lessons()).extracting(Page::title).containsExactly("C");
    }

    @Test
    void aPageThatNoUnitNamesIsFoundAllTheSame() {
        assertThat(new Course(folder).lessonPages()).extracting(Page::name).containsExactly("01-one/a.md",
                "01-one/b.md",
                "01-one/forgotten.md", "02-two/c.md");
        assertThat(new Course(folder).lessonPages().get(2).minutes()).isEqualTo(-1);
    }

    @Test
    void aLinkThatLeadsNowhereIsNamed() {
        Page one = new Course(folder).units().getFirst().readme();
        assertThat(PageForm.links(one)).singleElement()
                .hasToString("01-one/README.md:7: the link to none.md leads nowhere");
    }
}
