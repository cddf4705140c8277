package org.vitrine.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordsTest {
    @Test
    void quotesHoldWordsTogether() {
        assertThat(ShellWords.split("./vitrine predictions \" The cat\" --watch ' is'"))
                .containsExactly("./vitrine", "predictions", " The cat", "--watch", " is");
        assertThat(ShellWords.split("  a\"b c\"'d e'f  \"\" ''")).containsExactly("ab cd ef", "", "");
    }

    @Test
    void aBackslashProtects() {
        assertThat(ShellWords.split("\"a \\$3.5 \\\"b\\\" \\\\ \\n\" a\\ b '\\'"))
                .containsExactly("a $3.5 \"b\" \\ \\n", "a b", "\\");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', value = {"a | b,'|'", "\"a $3\",'$'", "a $HOME,'$'", "[MASK],'['", "\"`x`\",'`'",
        "\"open,not closed", "'open,not closed", "end\\,not closed", "a > b,'>'"})
    void whatAShellWouldReplaceIsRefused(String line, String said) {
        assertThatThrownBy(() -> ShellWords.split(line)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }
}
