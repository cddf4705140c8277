package org.vitrine.weights.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.weights.hub.Bench.WEIGHTS;
import static org.vitrine.weights.hub.FakeHub.LIST;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.WeightsException;

/** What a pull leaves, takes up and reuses. */
@Timeout(120)
class HubPullTest {
    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void makeBench() {
        bench = new Bench(folder.resolve("hub"));
    }

    private static Path model(String name) throws URISyntaxException {
        return Path.of(Checkpoint.class.getResource("/models/" + name + "/config.json").toURI()).getParent();
    }

    @Test
    void theCacheIsLaidOutAsPythonDoesIt() throws IOException {
        try (FakeHub hub = Bench.hub()) {
            Pulled pulled = bench.run(hub);
            bench.assertFetched(hub);
            Path link = bench.snapshot().resolve(WEIGHTS);
            assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("..", "..", "blobs",
                    FakeHub.etag(WEIGHTS, hub.files().get(WEIGHTS))));
            assertThat(bench.cache.resolve(".locks/models--org--tiny")).isDirectoryContaining("glob:**.lock");
            assertThat(pulled.snapshot()).isEqualTo(new Snapshot("org/tiny", FakeHub.COMMIT, bench.snapshot()));
            assertThat(pulled.files()).extracting(Pulled.PulledFile::name).containsExactly("config.json", "merges.txt",
                    WEIGHTS, "vocab.json");
            assertThat(pulled.fetched()).isEqualTo(pulled.size()).isEqualTo(200_000 + 22 + 2);
            assertThat(pulled.wasThere()).isFalse();
        }
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws IOException {
        try (FakeHub hub = Bench.hub()) {
            bench.run(hub);
            hub.seen().clear();
            Pulled again = bench.run(hub);
            assertThat(hub.seen()).extracting(FakeHub.Seen::request).containsExactly(LIST);
            assertThat(again.wasThere()).isTrue();
            assertThat(again.fetched()).isZero();
        }
    }

    @Test
    void aModelInSeveralFilesIsFetchedAndRead() throws IOException, URISyntaxException {
        try (FakeHub hub = FakeHub.of(model("gpt2-tiny-sharded"))) {
            Pulled pulled = bench.run(hub);
            bench.assertFetched(hub);
            try (Checkpoint checkpoint = Checkpoint.open(pulled.snapshot().files())) {
                assertThat(checkpoint.names()).hasSize(40);
                assertThat(checkpoint.source()).isEqualTo("org/tiny");
            }
        }
    }

    @Test
    void whatHasArrivedIsNotFetchedAgainByTheNextPull() throws IOException {
        try (FakeHub hub = Bench.hub()) {
            hub.next(Retries.MOST, "GET " + WEIGHTS, FakeHub.truncatedAfter(30_000));
            assertThat(bench.refusal(hub)).contains("what has arrived is kept");
            assertThat(bench.incomplete(hub, WEIGHTS)).hasSize(180_000);
            hub.seen().clear();
            bench.run(hub);
            assertThat(hub.seen())
                    .contains(new FakeHub.Seen("GET " + WEIGHTS, "bytes=180000-", "Bearer " + Bench.TOKEN));
            bench.assertFetched(hub);
        }
    }

    @Test
    void whatAnotherProgramHasLeftIsCheckedToo() throws IOException {
        try (FakeHub hub = Bench.hub()) {
            Files.createDirectories(bench.blobs());
            Files.write(bench.incomplete(hub, WEIGHTS), new byte[150_000]);
            Files.write(bench.incomplete(hub, "vocab.json"), new byte[99]);
            Files.write(bench.blob(hub, "config.json"), new byte[3]);
            bench.run(hub);
            bench.assertFetched(hub);
            assertThat(bench.said).anyMatch(text -> text.contains("fetching it anew"));
        }
    }

    @Test
    void aContentThatAnotherRevisionHasIsReused() throws IOException {
        try (FakeHub hub = Bench.hub()) {
            Files.createDirectories(bench.blobs());
            Files.write(bench.blob(hub, WEIGHTS), hub.files().get(WEIGHTS));
            Pulled pulled = bench.run(hub);
            bench.assertFetched(hub);
            assertThat(hub.count("GET " + WEIGHTS)).isZero();
            assertThat(pulled.fetched()).isLessThan(200_000);
        }
    }

    @Test
    void aLinkThatLeadsNowhereIsMended() throws IOException {
        try (FakeHub hub = Bench.hub()) {
            Files.createDirectories(bench.snapshot());
            Files.createSymbolicLink(bench.snapshot().resolve(WEIGHTS), Path.of("nowhere"));
            bench.run(hub);
            bench.assertFetched(hub);
        }
    }

    @Test
    void whereThereAreNoLinksTheFilesThemselvesLieInTheSnapshot() throws IOException {
        bench.disk = new Disk() {
            @Override
            public void link(Path link, Path target) throws IOException {
                throw new IOException("a required privilege is not held by the client");
            }
        };
        try (FakeHub hub = Bench.hub()) {
            bench.run(hub);
            assertThat(bench.snapshot().resolve(WEIGHTS)).isRegularFile().hasBinaryContent(hub.files().get(WEIGHTS));
            assertThat(Files.isSymbolicLink(bench.snapshot().resolve(WEIGHTS))).isFalse();
            assertThat(bench.blobs()).isEmptyDirectory();
            assertThat(bench.run(hub).wasThere()).isTrue();
        }
    }

    @Test
    void aFullDiskLeavesNoHalfFileAndIsSaid() throws IOException {
        bench.disk = Bench.fullAfter(50_000);
        try (FakeHub hub = Bench.hub()) {
            assertThat(bench.refusal(hub)).contains(WEIGHTS, "0.2 MB", bench.blobs().toString(), "HF_HUB_CACHE",
                    "nothing of this file is kept");
            assertThat(bench.listing()).noneMatch(path -> path.endsWith(".incomplete"));
            assertThat(bench.snapshot().resolve(WEIGHTS)).doesNotExist();
            bench.disk = Disk.REAL;
            bench.run(hub);
            bench.assertFetched(hub);
        }
    }

    @Test
    void tooLittleRoomIsSaidBeforeAnythingLargeIsFetched() throws IOException {
        bench.disk = Bench.diskOf(140_000);
        try (FakeHub hub = Bench.hub()) {
            assertThat(bench.refusal(hub)).contains("it needs 0.2 MB in " + bench.model(), "0.1 MB are free");
            assertThat(hub.count("GET " + WEIGHTS)).isZero();
            Files.write(bench.incomplete(hub, WEIGHTS), Arrays.copyOf(hub.files().get(WEIGHTS), 100_000));
            bench.run(hub); // the rest of it has room
            bench.assertFetched(hub);
        }
    }

    @Test
    void aModelThatIsOfNoUseIsRefusedBeforeItsWeightsAreFetched() throws IOException {
        bench.check = files -> {
            assertThat(files.name()).isEqualTo("org/tiny");
            throw new WeightsException(new String(files.read("config.json")));
        };
        try (FakeHub hub = Bench.hub()) {
            assertThat(bench.refusal(hub)).contains("gpt2");
            assertThat(hub.seen()).extracting(FakeHub.Seen::request).containsExactly(LIST, "HEAD config.json",
                    "GET config.json");
        }
    }

    @Test
    void aBranchWithASlashAndACommitAreRevisions() throws IOException {
        try (FakeHub hub = Bench.hub()) {
            bench.pull(hub).run(FakeHub.ID, "refs/pr/1");
            assertThat(bench.model().resolve("refs/refs/pr/1")).hasContent(FakeHub.COMMIT);
            bench.pull(hub).run(FakeHub.ID, FakeHub.COMMIT);
            assertThat(bench.model().resolve("refs").resolve(FakeHub.COMMIT)).doesNotExist();
            HubCache cache = new HubCache(bench.cache);
            assertThat(cache.snapshot(FakeHub.ID, "refs/pr/1")).isEqualTo(cache.snapshot(FakeHub.ID, FakeHub.COMMIT))
                    .isPresent();
        }
    }

    @Test
    void severalPullsOfOneModelFetchItOnce() throws IOException, InterruptedException, ExecutionException {
        try (FakeHub hub = Bench.hub(); ExecutorService threads = Executors.newFixedThreadPool(4)) {
            CountDownLatch waits = new CountDownLatch(1);
            // The first one is kept busy until another one waits for it.
            hub.next("GET " + WEIGHTS, (exchange, content) -> {
                try {
                    assertThat(waits.await(60, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                FakeHub.body(exchange, 200, content);
            });
            List<Future<Pulled>> pulls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                HubPull pull = new HubPull(bench.settings(hub.address()), PullListener.silent(), _ -> {
                }, Disk.REAL, time -> {
                    waits.countDown();
                    Thread.sleep(1);
                });
                pulls.add(threads.submit(() -> pull.run(FakeHub.ID, "main")));
            }
            for (Future<Pulled> pull : pulls) {
                assertThat(pull.get().snapshot().missing()).isEmpty();
            }
            for (String file : List.of("config.json", "vocab.json", WEIGHTS)) {
                assertThat(hub.count("GET " + file)).as(file).isEqualTo(1);
            }
            bench.assertFetched(hub);
        }
    }

    @Test
    void anInterruptBreaksAPullOffAndTheNextOneGoesOn() throws IOException, InterruptedException {
        try (FakeHub hub = Bench.hub()) {
            hub.next("GET " + WEIGHTS, hub.stallAfter(70_000));
            bench.patience = Duration.ofMinutes(10);
            CountDownLatch arrived = new CountDownLatch(1);
            bench.watch = progress -> {
                if (progress.fileDone() == 70_000) {
                    arrived.countDown();
                }
            };
            AtomicReference<String> end = new AtomicReference<>("");
            Thread pulling = Thread.ofPlatform().start(() -> end.set(bench.refusal(hub)));
            assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
            pulling.interrupt();
            pulling.join();
            assertThat(end.get()).contains("was broken off", "goes on");
            assertThat(bench.incomplete(hub, WEIGHTS)).hasSize(70_000);
            bench.run(hub);
            assertThat(hub.seen()).extracting(FakeHub.Seen::range).contains("bytes=70000-");
            bench.assertFetched(hub);
        }
    }

    @Test
    void retryAfterIsHonoured() throws IOException {
        try (FakeHub hub = Bench.hub()) {
            hub.next(LIST, FakeHub.header(FakeHub.status(429), "Retry-After", "7"));
            hub.next(3, "GET " + WEIGHTS, FakeHub.status(503));
            bench.run(hub);
            assertThat(bench.pauses).hasSize(4);
            assertThat(bench.pauses.get(0)).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
            assertThat(bench.pauses.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
            assertThat(bench.pauses.get(3)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5));
        }
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(bench.cache, "a file");
        try (FakeHub hub = Bench.hub()) {
            assertThat(bench.refusal(hub)).contains(bench.cache.toString(), "HF_HUB_CACHE");
        }
    }
}
