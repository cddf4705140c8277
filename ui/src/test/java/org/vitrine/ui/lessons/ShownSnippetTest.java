package org.vitrine.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A block of JShell is read as its window shows it. */
class ShownSnippetTest {
    private static List<ShownSnippet> in(String block) {
        return ShownSnippet.all(new Fence(ShownSnippet.INFO, 10, block.lines().toList()));
    }

    @Test
    void eachPromptBeginsAPiece() {
        assertThat(in("""
                vitrine> var n = 2
                n ==>
                2
                vitrine> ;
                vitrine> n + 1
                """)).containsExactly(new ShownSnippet(10, "var n = 2", 11, List.of("n ==>", "2")),
                new ShownSnippet(13, ";", 14, List.of()), new ShownSnippet(14, "n + 1", 15, List.of()));
    }

    @Test
    void aPieceGoesOnBehindTheSecondPrompt() {
        assertThat(in("""
                vitrine> list.withoutHead(4, 1).
                    ...>     changes()
                $2 ==>
                """)).containsExactly(
                new ShownSnippet(10, "list.withoutHead(4, 1).\n    changes()", 12, List.of("$2 ==>")));
    }

    @Test
    void whatStandsBeforeTheFirstPromptBelongsToNone() {
        assertThat(in("Welcome\nvitrine> 1")).containsExactly(new ShownSnippet(11, "1", 12, List.of()));
        assertThat(in("Welcome")).isEmpty();
    }
}
