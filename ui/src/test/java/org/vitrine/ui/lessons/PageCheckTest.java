package org.vitrine.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page that is right is passed, and each thing that can be wrong with it is named with page and line. */
class PageCheckTest extends DraftPages {
    private static final String PAGE = """
            # A fact, recalled

            *Unit 5 · 7 minutes*

            ## Question

            What is the capital of France? GPT-2 has 12 layers, ours fewer.

            ## Command

            ```console
            $ ./vitrine predictions "The capital of France is" -m classroom-gpt2 --position 5 --topk 10
            classroom-gpt2: the token at position 5, as each layer would have it
            …
            ```

            ## Picture

            ![The layers' best candidates: Paris comes last](../pictures/page.svg)

            ## What to look for

            1. `·Paris`<!-- /layers/-1/candidates/0/token --> has **97.8 %**<!-- /layers/-1/candidates/0/probability -->,
               of **7**<!-- count(/layers/*) --> rows; at `layer 5`. [GPT-2](page.md) says so.
            2. On top **from layer 5 on**<!-- finding: on top -->, **98 %**<!-- lesson -->.

            ## Exercise

            And Italy?

            ## Answer

            <details>
            <summary>Show the answer</summary>

            ```console
            $ ./vitrine predictions "The capital of Italy is" --layer 5 --topk 1
            …
            ```

            **Rome**<!-- /layers/0/candidates/0/token -->, not **Paris**<!-- $1 /layers/{layer=5}/candidates/0/token -->.

            </details>
            """;

    PageCheckTest() {
        super("05-lens");
    }

    private Page page(String text) throws IOException {
        Files.writeString(unit.resolve("page.md"), text);
        return write("capital-of-france.md", text);
    }

    private Page rightPage() throws IOException {
        new PageWriter(runs).renew(page(PAGE));
        return Page.read(course, unit.resolve("capital-of-france.md"));
    }

    @Test
    void aPageThatIsRightIsPassed() throws IOException {
        Page page = rightPage();
        assertThat(PageCheck.of(page, runs)).isEmpty();
        assertThat(PageForm.of(page)).isEmpty();
        assertThat(String.join("\n", page.lines()) + "\n").isEqualTo(PAGE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "97.8 %|97.9 %|23|'97.9 %' is '97.8 %' by /layers/-1/candidates/0/probability",
        "`·Paris`|`·Rome`|23|'·Rome' is '·Paris'",
        "**7**<!-- count(/layers/*) -->|7|24|the figure '7' is not checked",
        "of **7**|of 6 **7**|24|the figure '6' is not checked",
        "`layer 5`|layer 5|24|the figure '5' is not checked",
        "count(/layers/*)|count(/layer/*)|24|the step 'layer' of /layer/* leads nowhere",
        "from layer 5 on**|from layer 4 on**|25|'from layer 4 on' is 'from layer 5 on'",
        "finding: on top|finding: on bottom|25|no finding is called 'on bottom'",
        "**98 %**<!-- lesson|**97 %**<!-- lesson|25|the lesson's sentences do not say it",
        "**98 %**<!-- lesson|**8 %**<!-- lesson|25|the lesson's sentences do not say it",
        "**Rome**|**Milan**|41|'Milan' is 'Rome'", "$1 /layers|$3 /layers|41|the page has no command $3",
        "position 5, as each|position 6, as each|13|is not what", "…\\n```\\n\\n## P|```\\n\\n## P|13|is not what",
        "--topk 10|--topk|12|the command fails",
        "$ ./vitrine predictions|$ vitrine predictions|12|expected '$ ./vitrine",
        "France is\"|France is|12|which is not closed",
        "pictures/page.svg|pictures/other.svg|19|it is not there"})
    void whatIsWrongIsNamedWithItsLine(String was, String is, int line, String said) throws IOException {
        rightPage();
        String wrong = PAGE.replace(was.replace("\\n", "\n"), is.replace("\\n", "\n"));
        assertThat(wrong).isNotEqualTo(PAGE);
        assertThat(said(PageCheck.of(page(wrong), runs))).anySatisfy(problem -> assertThat(problem)
                .startsWith("05-lens/capital-of-france.md:" + line + ": ").contains(said));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "# A fact, recalled|# Facts|1|calls this lesson 'A fact, recalled'",
        "Unit 5|Unit 6|3|lies in 05-lens", "7 minutes|seven minutes|3|third line", "## Exercise|## Task|1|headings",
        "The layers' best candidates: Paris comes last|Paris|19|too few words", "</details>|~~|31|</details>",
        "(page.md)|(other.md)|24|leads nowhere", "--position 5|--position 4|12|the lesson's command begins with"})
    void aFormThatIsWrongIsNamedWithItsLine(String was, String is, int line, String said) throws IOException {
        rightPage();
        String wrong = PAGE.replace(was, is);
        assertThat(wrong).isNotEqualTo(PAGE);
        assertThat(said(PageForm.of(page(wrong)))).anySatisfy(problem -> assertThat(problem)
                .startsWith("05-lens/capital-of-france.md:" + line + ": ").contains(said));
    }

    @Test
    void aStalePictureIsNamed() throws IOException {
        Page page = rightPage();
        Path picture = course.resolve("pictures/page.svg");
        Files.writeString(picture, Files.readString(picture).replace(">Paris<", ">Lyon<"));
        assertThat(said(PageCheck.of(page, runs))).singleElement().asString()
                .startsWith("05-lens/capital-of-france.md:19: ").contains("'Lyon' is now 'Paris'");
    }

    @Test
    void whatIsStaleIsRenewed() throws IOException {
        Page stale = page(PAGE.replace("97.8 %", "0.0 %").replace("**Rome**", "**Milan**")
                .replace("classroom-gpt2: the token at position 5, as each layer would have it\n…\n", ""));
        Files.writeString(course.resolve("pictures/page.svg"), "<svg/>");
        assertThat(PageCheck.of(stale, runs)).hasSize(4);
        new PageWriter(runs).renew(stale);
        Page renewed = Page.read(course, stale.file());
        assertThat(PageCheck.of(renewed, runs)).isEmpty();
        assertThat(renewed.lines()).anyMatch(line -> line.contains("**97.8 %**"))
                .anyMatch(line -> line.startsWith("layer 5 "));
    }
}
