package org.vitrine.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links within the project lead somewhere: to a file or folder that is there, and to a heading that is in it. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*)$");

    private static Stream<Path> pages() {
        List<Path> pages = new ArrayList<>(List.of(Sources.ROOT.resolve("README.md")));
        for (String folder : List.of("docs", "bench")) {
            pages.addAll(Sources.markdown(Sources.ROOT.resolve(folder)));
        }
        return pages.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkOfAPageLeadsSomewhere(Path page) {
        assertThat(broken(page, Sources.read(page))).as(Sources.shown(page)).isEmpty();
    }

    @Test
    void thePagesThatPeopleReadAreAmongThem() {
        assertThat(pages()).map(Sources::shown).contains("README.md", "docs/DESIGN.md", "docs/parity.md",
                "bench/LADDER.md");
    }

    @Test
    void aLinkThatLeadsNowhereIsFound() {
        String text = """
                # A page
                ## Two words, and `code`
                [there](DESIGN.md) [a folder](schema) [here](#two-words-and-code) [the web](https://example.org/none)
                [gone](none.md) [no such heading](DESIGN.md#none) [nor here](#three)
                `[in code](is-no-link)`
                """;
        assertThat(broken(Sources.ROOT.resolve("docs/page.md"), text)).containsExactly("none.md", "DESIGN.md#none",
                "#three");
    }

    private static List<String> broken(Path page, String text) {
        List<String> broken = new ArrayList<>();
        Matcher links = LINK
                .matcher(CODE.matcher(text).replaceAll(match -> match.group().contains("](") ? "" : "code"));
        while (links.find()) {
            String link = links.group(1);
            if (!link.matches("[a-z]+:.*") && !leadsSomewhere(page, text, link)) {
                broken.add(link);
            }
        }
        return broken;
    }

    private static boolean leadsSomewhere(Path page, String text, String link) {
        String[] fileAndHeading = link.split("#", 2);
        String file = URLDecoder.decode(fileAndHeading[0], StandardCharsets.UTF_8);
        Path target = file.isEmpty() ? page : page.resolveSibling(file);
        if (!file.isEmpty() && !Files.exists(target)) {
            return false;
        }
        return fileAndHeading.length == 1 || headings(file.isEmpty() ? text : Sources.read(target))
                .contains(fileAndHeading[1]);
    }

    /** The names that pages on the web give to headings: lower case, without punctuation, hyphens for spaces. */
    private static List<String> headings(String text) {
        return HEADING.matcher(text).results().map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-')).toList();
    }
}
