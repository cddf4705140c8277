package org.vitrine.weights.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.WeightsException;

/** A pull under test: its cache, everything that it says, and the pauses that it would have made. */
final class Bench {
    static final String TOKEN = "hf_SecretOfTheTests";
    static final String WEIGHTS = "model.safetensors";

    final Path cache;
    final List<String> said = Collections.synchronizedList(new ArrayList<>());
    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    Disk disk = Disk.REAL;
    Consumer<ModelFiles> check = _ -> {
    };
    Duration patience = Duration.ofSeconds(20);
    boolean offline;
    /** Variables that name proxies. */
    Map<String, String> proxies = Map.of();
    /** Looks at every step. */
    Consumer<PullListener.Step> watch = _ -> {
    };

    Bench(Path cache) {
        this.cache = cache;
    }

    /** A hub with a small model; its weights are noise of some pieces' length. */
    static FakeHub hub() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        return new FakeHub().put("config.json", "{\"model_type\": \"gpt2\"}").put("vocab.json", "{}")
                .put("merges.txt", "").put("README.md", "not needed").put(WEIGHTS, noise);
    }

    HubSettings settings(URI endpoint) {
        return new HubSettings(endpoint, TOKEN, cache, offline, new Network(patience, new Proxies(proxies)));
    }

    HubPull pull(FakeHub hub) {
        return new HubPull(settings(hub.address()), new PullListener() {
            @Override
            public void progress(Step progress) {
                said.add(progress.toString());
                watch.accept(progress);
                assertThat(progress.fileDone()).isBetween(0L, progress.fileSize());
                assertThat(progress.done()).isBetween(progress.fileDone(), progress.total());
            }

            @Override
            public void complete(String file, long bytes) {
                said.add(file + " is complete");
            }

            @Override
            public void note(String sentence) {
                said.add(sentence);
            }
        }, files -> check.accept(files), disk, pauses::add);
    }

    Pulled run(FakeHub hub) {
        return pull(hub).run(FakeHub.ID, "main");
    }

    /** The message with which a pull ends; one line, and without the token. */
    String refusal(FakeHub hub) {
        try {
            run(hub);
        } catch (HubException | WeightsException e) {
            said.add(e.getMessage());
            assertThat(e.getMessage()).doesNotContain("\n").doesNotContain("Exception").hasSizeLessThan(1000);
            return e.getMessage();
        }
        throw new AssertionError("the pull was not refused");
    }

    Path model() {
        return cache.resolve("models--org--tiny");
    }

    Path blobs() {
        return model().resolve("blobs");
    }

    Path snapshot() {
        return model().resolve("snapshots").resolve(FakeHub.COMMIT);
    }

    Path blob(FakeHub hub, String file) {
        return blobs().resolve(FakeHub.etag(file, hub.files().get(file)));
    }

    Path incomplete(FakeHub hub, String file) {
        Path blob = blob(hub, file);
        return blob.resolveSibling(blob.getFileName() + ".incomplete");
    }

    /** All paths of the cache, for a comparison. */
    List<String> listing() throws IOException {
        if (!Files.exists(cache)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(cache)) {
            return all.map(path -> cache.relativize(path).toString()).sorted().toList();
        }
    }

    /** What holds however a pull ends: files that are there are whole, no link leads nowhere, and nobody saw the token. */
    void assertSound(FakeHub hub) throws IOException {
        assertThat(said).noneMatch(text -> text.contains(TOKEN));
        if (!Files.exists(model())) {
            return;
        }
        try (Stream<Path> all = Files.walk(model())) {
            for (Path path : all.filter(each -> !Files.isDirectory(each)).toList()) {
                assertThat(path).exists();
                String name = path.getFileName().toString();
                if (path.startsWith(snapshot())) {
                    assertThat(path).as(name).hasBinaryContent(hub.files().get(name));
                }
            }
        }
    }

    /** What holds after a pull that went well. */
    void assertFetched(FakeHub hub) throws IOException {
        assertSound(hub);
        assertThat(snapshot().resolve("README.md")).doesNotExist();
        for (Map.Entry<String, byte[]> file : hub.files().entrySet()) {
            if (!file.getKey().equals("README.md")) {
                assertThat(snapshot().resolve(file.getKey())).hasBinaryContent(file.getValue());
                assertThat(blob(hub, file.getKey())).hasBinaryContent(file.getValue());
            }
        }
        assertThat(listing()).noneMatch(path -> path.endsWith(".incomplete"));
        assertThat(model().resolve("refs/main")).hasContent(FakeHub.COMMIT);
    }

    /** A disk with that much room. */
    static Disk diskOf(long bytes) {
        return new Disk() {
            @Override
            public long free(Path folder) {
                return bytes;
            }
        };
    }

    /** A disk that says it is free and takes no more than some bytes of each file. */
    static Disk fullAfter(long bytes) {
        return new Disk() {
            @Override
            public void write(FileChannel out, ByteBuffer buffer) throws IOException {
                if (out.position() + buffer.remaining() > bytes) {
                    throw new IOException("No space left on device");
                }
                Disk.super.write(out, buffer);
            }
        };
    }
}
