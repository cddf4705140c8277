package org.vitrine.weights.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.weights.hub.Bench.WEIGHTS;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom a pull asks, whom it follows, and who sees the token. */
@Timeout(120)
class HubTrustTest {
    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void makeBench() {
        bench = new Bench(folder.resolve("hub"));
    }

    @Test
    void theTokenGoesToTheHubAlone() throws IOException {
        try (FakeHub hub = Bench.hub(); FakeHub other = Bench.hub()) {
            hub.next("HEAD " + WEIGHTS, FakeHub.elsewhere(other.address(), WEIGHTS));
            hub.next("GET " + WEIGHTS, FakeHub.elsewhere(other.address(), WEIGHTS));
            bench.run(hub);
            bench.assertFetched(hub);
            assertThat(hub.seen()).allMatch(seen -> ("Bearer " + Bench.TOKEN).equals(seen.authorization()));
            assertThat(other.seen()).containsExactly(new FakeHub.Seen("GET " + WEIGHTS, null, null));
        }
    }

    @Test
    void aBrokenTransferFromElsewhereGoesOnThroughTheHub() throws IOException {
        try (FakeHub hub = Bench.hub(); FakeHub other = Bench.hub()) {
            hub.next("HEAD " + WEIGHTS, FakeHub.elsewhere(other.address(), WEIGHTS));
            hub.next(2, "GET " + WEIGHTS, FakeHub.elsewhere(other.address(), WEIGHTS));
            other.next("GET " + WEIGHTS, FakeHub.truncatedAfter(5));
            bench.run(hub);
            bench.assertFetched(hub);
            assertThat(other.seen()).extracting(FakeHub.Seen::range).containsExactly(null, "bytes=5-");
        }
    }

    @Test
    void aMirrorMaySendOnToAnotherHub() throws IOException {
        try (FakeHub hub = Bench.hub(); FakeHub other = Bench.hub()) {
            for (String request : List.of("HEAD vocab.json", "GET vocab.json")) {
                hub.next(request, FakeHub.redirect(other.address() + "/org/tiny/resolve/x/vocab.json"));
            }
            bench.run(hub);
            bench.assertFetched(hub);
            assertThat(other.seen()).containsExactly(new FakeHub.Seen("HEAD vocab.json", null, null),
                    new FakeHub.Seen("GET vocab.json", null, null));
        }
    }

    @Test
    void offlineNothingIsAsked() throws IOException {
        try (FakeHub hub = Bench.hub()) {
            bench.offline = true;
            assertThat(bench.refusal(hub)).contains("HF_HUB_OFFLINE", "org/tiny");
            bench.offline = false;
            bench.run(hub);
            hub.seen().clear();
            bench.offline = true;
            hub.put(WEIGHTS, WEIGHTS);
            Pulled pulled = bench.run(hub);
            assertThat(pulled.wasThere()).isTrue();
            assertThat(pulled.files()).extracting(Pulled.PulledFile::name).contains("config.json", WEIGHTS);
            assertThat(hub.seen()).isEmpty();
        }
    }

    @Test
    void aHubThatIsNotThereIsSaidAtOnce() throws IOException {
        FakeHub gone = Bench.hub();
        gone.close();
        assertThat(bench.refusal(gone)).contains("cannot be reached",
                gone.address().toString().replaceFirst(":\\d+$", ""));
        assertThat(bench.pauses).isEmpty();
    }

    @Test
    void oddNamesOfModelsAndRevisionsAreRefusedBeforeAnythingIsAsked() throws IOException {
        try (FakeHub hub = Bench.hub()) {
            for (String id : List.of("", "a/b/c", "../x", "a/..", "/a", "a b", "a--b", "con", "a\n", "x".repeat(97))) {
                assertThatThrownBy(() -> bench.pull(hub).run(id, "main")).as(id).isInstanceOf(HubException.class)
                        .hasMessageContaining("expected the id of a model");
            }
            for (String revision : List.of("", "..", "a/../b", "/", "a\\b", "a?b", "nul", "a/".repeat(20) + "a")) {
                assertThatThrownBy(() -> bench.pull(hub).run("a", revision)).as(revision)
                        .isInstanceOf(HubException.class).hasMessageContaining("expected a branch");
            }
            assertThat(hub.seen()).isEmpty();
            assertThat(bench.listing()).isEmpty();
        }
    }

    @Test
    void nobodyIsLedFromHttpsToHttp() {
        URI hub = URI.create("https://huggingface.co/a/b");
        assertThat(HubHttp.target(hub, "/c")).isEqualTo(URI.create("https://huggingface.co/c"));
        assertThat(HubHttp.target(hub, "https://cdn.example/c?d=e")).hasHost("cdn.example");
        assertThat(HubHttp.target(URI.create("http://localhost/a"), "http://cdn.example/c")).hasHost("cdn.example");
        for (String wrong : List.of("http://huggingface.co/c", "http://localhost/c", "ftp://cdn.example/c", "//", "",
                "https://me@cdn.example/c", "javascript:x", "https:///c", "a b")) {
            assertThatThrownBy(() -> HubHttp.target(hub, wrong)).as(wrong).isInstanceOf(HubException.class)
                    .hasMessageContaining("redirects to");
        }
    }

    @Test
    void theTokenIsForTheHubThroughAConnectionThatNobodyReads() {
        HubSettings https = bench.settings(URI.create("https://huggingface.co"));
        assertThat(https.isTrusted(URI.create("https://huggingface.co/a"))).isTrue();
        assertThat(https.isTrusted(URI.create("HTTPS://HuggingFace.co:443/a"))).isTrue();
        for (String other : List.of("http://huggingface.co/a", "https://huggingface.co.evil.org/a",
                "https://cdn.huggingface.co/a", "https://huggingface.co:444/a", "https://evil.org/huggingface.co")) {
            assertThat(https.isTrusted(URI.create(other))).as(other).isFalse();
        }
        // A mirror without encryption may be used, but is not shown the token.
        HubSettings mirror = bench.settings(URI.create("http://mirror.example/hf"));
        assertThat(mirror.isTrusted(URI.create("http://mirror.example/hf/a"))).isFalse();
        assertThat(bench.settings(URI.create("http://localhost:8080")).isTrusted(URI.create("http://localhost:8080/a")))
                .isTrue();
    }
}
