package org.vitrine.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.bench.report.Peers.Peer;

/** The file that tells what peers need. */
class PeersTest {
    @TempDir
    private Path folder;

    private Peers read(String json) throws IOException {
        return Peers.read(Files.writeString(folder.resolve("peers.json"), json));
    }

    @Test
    void unitsFollowFromTheNames() throws IOException {
        Peers peers = read("""
                {"machine": "x86_64", "python": "3.12", "torch": "2.9", "threads": 2, "results": {
                  "distilgpt2-decode": {"torch-tokens-per-second": 60.5},
                  "nmf-363x36864x8": {"sklearn": 9000.5, "sklearn-iterations": 500}}}
                """);
        assertThat(peers.threads()).isEqualTo(2);
        assertThat(peers.software()).isEqualTo("Python 3.12, torch 2.9");
        assertThat(peers.of("distilgpt2-decode"))
                .containsExactly(new Peer("torch-tokens-per-second", 60.5, Unit.TOKENS_PER_SECOND));
        assertThat(peers.of("nmf-363x36864x8")).containsExactly(new Peer("sklearn", 9000.5, Unit.MILLISECONDS),
                new Peer("sklearn-iterations", 500, Unit.ITERATIONS));
        assertThat(peers.of("bert-base-16")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                                           | threads should be a number from 1, but is not there
            {"threads": 0, "results": {}}                | threads should be a number from 1, but is 0
            {"threads": 2}                               | results should be an object
            {"threads": 2, "results": {"a": 3}}          | results.a should be an object with the name of a peer
            {"threads": 2, "results": {"a": {"b": "c"}}} | results.a.b should be a number above 0, but is "c"
            {"threads": 2, "results": {"a": {"b": 0}}}   | results.a.b should be a number above 0, but is 0
            {"threads": 2,                               | is no JSON
            """)
    void whatIsWrongIsSaid(String json, String words) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("peers.json").hasMessageContaining(words)
                .hasMessageEndingWith("time the peers again");
    }
}
