package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.ui.answer.StepLines;
import tools.jackson.databind.JsonNode;

class OddTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n\t\r", "\u0000\u0007\u001b[31mred\u001b[0m", "\u202eright to left", "e\u0301\u0302",
        "日本語",
        "👩‍👩‍👧", "<|endoftext|>", "   ", "\ud800", "a\udc00b", "\u2028\u2029", "\"\\"})
    void everyTextIsShownWithoutDisturbingTheTerminalAndKeptInJson(String text) {
        for (String command : new String[]{"predictions", "tokenize", "rankings", "generate", "activations",
            "neurons"}) {
            Run run = Run.of(command, text);
            assertThat(run.code()).as(command + ": " + run.err()).isZero();
            assertThat(run.out().chars()).noneMatch(
                    c -> Character.isISOControl(c) && c != '\n' && c != '\t' || c == 0x202e || c == 0x2028);
            JsonNode document = Run.of(command, text, "--json").json();
            assertThat(document.get("text").stringValue()).isEqualTo(text);
        }
    }

    @Test
    void colourIsUsedOnTerminalsOnly() {
        String[] args = {"rankings", "The keys to the cabinet", "--generate", "2"};
        Map<String, String> terminal = Map.of("vitrine.stdout.terminal", "true");
        assertThat(Run.of(args).out()).doesNotContain("\u001b");
        assertThat(Run.with(terminal, "", args).out()).contains("\u001b[", "each colour from that rank on");
        assertThat(Run.with(Map.of("vitrine.stdout.terminal", "true", "NO_COLOR", "1"), "", args).out())
                .doesNotContain("\u001b");
        assertThat(Run.with(Map.of("vitrine.stdout.terminal", "true", "TERM", "dumb"), "", args).out())
                .doesNotContain("\u001b");
        assertThat(Run.with(terminal, "", "rankings", "The keys", "--color", "never").out()).doesNotContain("\u001b");
        assertThat(Run.of("rankings", "The keys", "--color", "always").out()).contains("\u001b[");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120, 200})
    void noLineIsWiderThanTheTerminal(int columns) {
        String text = "When Mary and John went to the store, John gave a drink to";
        Map<String, String> terminal = Map.of("vitrine.columns", Integer.toString(columns));
        for (String[] args : new String[][]{{"predictions", text}, {"predictions", text, "--topk", "12"},
            {"predictions", text, "--layer", "5"}, {"rankings", text, "--generate", "12"},
            {"rankings-watch", text, "--watch", " Mary", "--watch", " John", "--generate", "9"}, {"tokenize", text},
            {"activations", text, "--components", "12"}, {"neurons", text},
            {"neurons", text, "--layer", "0", "--neuron", "9"}}) {
            Run run = Run.with(terminal, "", args);
            assertThat(run.code()).isZero();
            assertThat(run.out().lines()).allMatch(line -> line.length() <= columns);
        }
    }

    /** Each merge is a line as long as its word: shown in full, this word would take gigabytes. */
    @Test
    void aVeryLongWordIsNotShownMergeByMergeButItsMergesAreInTheDocument() {
        String word = "ab".repeat(50_000);
        for (String steps : List.of("--color=never", "--steps")) {
            Run shown = Run.of("tokenize", word, steps);
            assertThat(shown.code()).isZero();
            assertThat(shown.out().length()).isLessThan(80 * word.length());
            assertThat(shown.out()).containsPattern("a word of 100000 signs, too long to show its \\d+ merges; --json");
        }
        JsonNode merged = Run.of("tokenize", word, "--json").json().get("steps").get("merges").get(0);
        assertThat(merged.get("merges").size()).isEqualTo(word.length() - merged.get("pieces").size());
        assertThat(Run.of("tokenize", "a".repeat(StepLines.LONGEST_SHOWN)).out()).doesNotContain("too long to show");
    }
}
