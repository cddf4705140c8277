package org.vitrine.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.ui.tour.Lessons;

/** The pages of {@code docs/lessons} are one course: six hours in ten units, every lesson once, each page leading to the next. */
class CourseTest {
    private static final int UNITS = 10;
    private static final int MINUTES = 360;
    /** Pictures are looked at on the web and cloned by everybody. */
    private static final long LARGEST_PICTURE = 250_000;

    private static final Course COURSE = LessonPagesTest.COURSE;

    @Test
    void tenUnitsTakeSixHours() {
        List<Course.Unit> units = COURSE.units();
        assertThat(units).extracting(unit -> unit.readme().unit())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, UNITS).boxed().toList());
        assertThat(units).allSatisfy(unit -> assertThat(unit.lessons().stream().mapToInt(Page::minutes).sum())
                .as("minutes of the pages of %s", unit.readme()).isEqualTo(unit.readme().minutes()));
        assertThat(units.stream().mapToInt(unit -> unit.readme().minutes()).sum()).isEqualTo(MINUTES);
        assertThat(COURSE.rows()).containsExactlyElementsOf(units.stream().map(Course.Unit::readme)
                .map(readme -> new Course.Row(readme.unit(), readme.name(), readme.minutes())).toList());
    }

    @Test
    void everyLessonOfTheProgramHasOnePage() {
        assertThat(COURSE.lessonPages().stream().map(Page::id)).doesNotHaveDuplicates()
                .containsAll(Lessons.all().keySet());
    }

    @Test
    void everyPageIsNamedByItsUnitAndLeadsToTheNext() {
        List<Page> order = new ArrayList<>();
        for (Course.Unit unit : COURSE.units()) {
            order.add(unit.readme());
            order.addAll(unit.lessons());
        }
        assertThat(order).filteredOn(page -> !page.file().endsWith("README.md"))
                .containsExactlyInAnyOrderElementsOf(COURSE.lessonPages());
        order.add(COURSE.readme());
        for (int i = 0; i + 1 < order.size(); i++) {
            Page page = order.get(i);
            if (!page.file().endsWith("README.md")) {
                PageLink last = PageLink.all(page).getLast();
                assertThat(page.file().resolveSibling(last.target()).normalize()).as("the last link of %s", page)
                        .isEqualTo(order.get(i + 1).file().normalize());
            }
        }
    }

    @Test
    void theStoriesLinksLeadSomewhere() {
        assertThat(PageForm.links(COURSE.readme())).isEmpty();
        assertThat(COURSE.units()).flatExtracting(unit -> PageForm.links(unit.readme())).isEmpty();
    }

    @Test
    void everyPictureIsShownAndNoneIsLarge() throws IOException {
        Set<Path> shown = COURSE.lessonPages().stream()
                .flatMap(page -> PageLink.pictures(page).stream()
                        .map(picture -> page.file().resolveSibling(picture.target()).normalize()))
                .collect(Collectors.toSet());
        for (Path picture : COURSE.pictures()) {
            assertThat(shown).contains(picture.normalize());
            assertThat(Files.size(picture)).as(picture.toString()).isLessThan(LARGEST_PICTURE);
        }
    }
}
