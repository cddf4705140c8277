package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {
    private static final String TINY = Run.TINY.toString();

    @TempDir
    private Path folder;

    @Test
    void eachLineIsAnsweredAsTheTextAloneWouldBe() {
        String lines = "{\"text\": \"The cat\"}\n\n{\"text\": \"The dog\", \"note\": 1}\r\n{\"text\": \"\\ud800\"}";
        for (String[] command : new String[][]{{"predictions"}, {"rankings"}, {"tokenize"},
            {"rankings-watch", "--watch-id", "3"}, {"generate", "--sample", "--seed", "7"}}) {
            Run batch = run(lines, command, "--batch", "-");
            assertThat(batch.code()).as(batch.err()).isZero();
            List<String> documents = batch.out().lines().toList();
            assertThat(documents).hasSize(3);
            assertThat(documents.get(0)).isEqualTo(run("", command, "The cat", "--json").out().strip());
            assertThat(documents.get(1)).isEqualTo(run("", command, "The dog", "--json").out().strip());
            assertThat(Run.parse(documents.get(2)).get("text").stringValue()).isEqualTo("\ud800");
        }
    }

    @Test
    void aLineMayHoldAPair() {
        Run batch = Run.with(Map.of(), "{\"text\": \"The [MASK] sat.\", \"text_pair\": \"It slept.\"}", "predictions",
                "-m", "classroom-bert", "--batch", "-");
        assertThat(batch.out()).isEqualTo(Run.of("predictions", "The [MASK] sat.", "It slept.", "--json").out());
    }

    @Test
    void anOptionThatDoesNotFitOneOfTheTextsIsReportedWithItsLine() {
        Run batch = Run.with(Map.of(), "{\"text\": \"The small cat sat.\"}\n{\"text\": \"No.\"}", "predictions", "-m",
                "classroom-bert", "--position", "5", "--batch", "-");
        assertThat(batch.code()).isEqualTo(1);
        assertThat(batch.out().lines()).hasSize(1);
        assertThat(batch.complaint()).contains("line 2: --position takes the place of a token of the text, 0 to 3");
    }

    @Test
    void aCommandThatTakesOneTextRefusesAPair() {
        Run batch = Run.with(Map.of(), "{\"text\": \"The cat\", \"text_pair\": \"The dog\"}", "generate", "-m", TINY,
                "--batch", "-");
        assertThat(batch.code()).isEqualTo(1);
        assertThat(batch.complaint()).contains("line 1: generate takes one text");
    }

    @Test
    void aFileIsReadLikeStandardInput() throws IOException {
        Path file = Files.writeString(folder.resolve("texts.jsonl"), "{\"text\": \"The cat\"}\n");
        assertThat(Run.of("predictions", "-m", TINY, "--batch", file.toString()).out())
                .isEqualTo(Run.of("predictions", "The cat", "-m", TINY, "--json").out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{\"text\": \"b\"|line 2: is not valid JSON",
        "[]|line 2: expected a JSON object", "{}|line 2: expected a JSON object", "{\"text\": 5}|line 2: expected",
        "{\"text\": \"a\"} x|line 2: is not valid JSON", "{\"text\": \"a\", \"text\": \"b\"}|line 2: is not valid JSON",
        "{\"text\": \"a\", \"text_pair\": \"b\"}|line 2: src/test/resources/models/gpt2-tiny is GPT-2, which reads one",
        "{\"text\": \"a\", \"text_pair\": 5}|line 2: expected a string as \"text_pair\"",
        "{\"text\": \"\"}|line 2: there is no token to read: the text is empty"})
    void aBadLineIsNamedAndNothingIsHalfWritten(String line, String message) {
        Run run = Run.with(Map.of(), "{\"text\": \"a\"}\n" + line + "\n{\"text\": \"c\"}\n", "predictions", "-m", TINY,
                "--batch", "-");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaint()).contains("standard input, " + message).doesNotContain("Exception");
        assertThat(run.out().lines()).hasSize(1);
        assertThat(Run.parse(run.out()).get("text").stringValue()).isEqualTo("a");
    }

    @Test
    @Timeout(60)
    void aLineThatNeverEndsIsRefused() {
        Run run = Run.with(Map.of(), "x".repeat(5_000_000), "tokenize", "-m", TINY, "--batch", "-");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaint()).contains("line 1: is longer than");
        Run deep = Run.with(Map.of(), "[".repeat(500_000), "tokenize", "-m", TINY, "--batch", "-");
        assertThat(deep.complaint()).contains("line 1: is not valid JSON");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        assertThat(Run.of("tokenize", "--batch", folder.resolve("none").toString()).complaint())
                .contains("no such file");
        assertThat(Run.of("tokenize", "--batch", folder.toString()).complaint()).contains("is a folder");
        Path latin = Files.write(folder.resolve("latin1"), new byte[]{'{', (byte) 0xe9, '}'});
        assertThat(Run.of("tokenize", "--batch", latin.toString()).complaint()).contains("expected UTF-8");
    }

    private static Run run(String in, String[] command, String... more) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(List.of(more));
        args.addAll(List.of("-m", TINY));
        return Run.with(Map.of(), in, args.toArray(String[]::new));
    }
}
