package org.vitrine.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page says of JShell is checked as what it says of commands: output, figures, pictures. */
class SnippetPageTest extends DraftPages {
    private static final String PAGE = """
            # Without a head

            ## Command

            ```jshell
            vitrine> var keys = load("classroom-gpt2").run("The keys to the cabinet")
            keys ==>
            …
            vitrine> keys.withoutHead(3, 1).
                ...>     withoutHead(5, 3).rankingsWatch(" are", " is")
            $2 ==>
            …
            probability  14.40 %  26.53 %
            …
            vitrine> keys.withoutHead(6, 0)
            …
            ```

            ![Ranks of two verbs, layer by layer, without two heads](../pictures/two.svg)<!-- $2 -->

            ## What to look for

            **26.53 %**<!-- $2 /layers/6/ranks/1/probability --> for `is`.
            """;

    SnippetPageTest() {
        super("10-what-if");
    }

    private Page page(String text) throws IOException {
        return write("two.md", text);
    }

    private List<String> saidAbout(String text) throws IOException {
        return said(PageCheck.of(page(text), runs));
    }

    @Test
    void aPageThatIsRightIsPassed() throws IOException {
        new PageWriter(runs).renew(page(PAGE));
        assertThat(unit.resolve("two.md")).hasContent(PAGE);
        assertThat(course.resolve("pictures/two.svg")).content().contains("<title>classroom-gpt2: ranks at position 5");
        assertThat(saidAbout(PAGE)).isEmpty();
    }

    @Test
    void whatIsNotSoIsNamed() throws IOException {
        new PageWriter(runs).renew(page(PAGE));
        assertThat(saidAbout(PAGE.replace("probability  14.40 %", "probability  14.41 %"))).singleElement().asString()
                .contains("two.md:13").contains("14.41 %").contains("is not what");
        assertThat(saidAbout(PAGE.replace("**26.53 %**", "**26.54 %**"))).singleElement().asString()
                .contains("'26.54 %' is '26.53 %'");
        Files.writeString(course.resolve("pictures/two.svg"), "<svg/>");
        assertThat(saidAbout(PAGE)).singleElement().asString().contains("two.svg is not the picture");
    }

    @Test
    void aFigureOfWhatExplainsNothingIsRefusedWithWhatJShellSays() throws IOException {
        new PageWriter(runs).renew(page(PAGE));
        assertThat(saidAbout(PAGE.replace("<!-- $2 /", "<!-- $3 /"))).singleElement().asString()
                .contains("keys.withoutHead(6, 0)").contains("the layers are 0 to 5");
    }
}
