package org.vitrine.weights.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.weights.hub.Bench.WEIGHTS;
import static org.vitrine.weights.hub.FakeHub.LIST;
import static org.vitrine.weights.hub.FakeHub.header;
import static org.vitrine.weights.hub.FakeHub.redirect;
import static org.vitrine.weights.hub.FakeHub.status;
import static org.vitrine.weights.hub.FakeHub.truncatedAfter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a hub or the way to it can fail, and what becomes of a pull. */
@Timeout(120)
class PullMatrixTest {
    private static final String GET = "GET " + WEIGHTS;
    private static final String HEAD = "HEAD " + WEIGHTS;
    private static final int ALL = Retries.MOST;

    @TempDir
    private Path cache;

    /** Lets the hub do something wrong. */
    private interface Setting {
        void prepare(FakeHub hub, Bench bench);
    }

    /**
     * A row of the matrix.
     *
     * @param name what goes wrong
     * @param outcome "fetched" with the number of pauses, or what the refusal says
     */
    private record Case(String name, String outcome, Setting setting) {
        @Override
        public String toString() {
            return name + ": " + outcome;
        }
    }

    private static Case fetched(int pauses, String name, Setting setting) {
        return new Case(name, "fetched, pauses " + pauses, setting);
    }

    /** On a machine that has much to do, other requests may take too long, too. */
    private static Case stalling(String name, Setting setting) {
        return new Case(name, "fetched, pauses 1 or more", setting);
    }

    private static Case refused(String name, String message, Setting setting) {
        return new Case(name, "refused, " + message, setting);
    }

    private static Setting at(String request, FakeHub.Fault fault) {
        return (hub, _) -> hub.next(request, fault);
    }

    private static Setting always(String request, FakeHub.Fault fault) {
        return (hub, _) -> hub.next(ALL, request, fault);
    }

    private static FakeHub.Fault list(String json) {
        return FakeHub.body(json.getBytes(StandardCharsets.UTF_8));
    }

    static List<Case> whatComesRightInTheEnd() {
        return List.of(fetched(0, "all is well", (_, _) -> {
        }),
                fetched(1, "the list is out of order once (503)", at(LIST, status(503))),
                fetched(1, "a description is out of order once (500)", at(HEAD, status(500))),
                fetched(1, "the weights are out of order once (502)", at(GET, status(502))),
                fetched(1, "asked too often once (429)", at(GET, status(429))),
                fetched(1, "too slow once (408)", at(GET, status(408))),
                fetched(1, "asked too often, with Retry-After in seconds", at(GET,
                        header(status(429), "Retry-After", "7"))),
                fetched(5, "out of order five times", (hub, _) -> hub.next(5, GET, status(503))),
                fetched(1, "the connection ends after half of the weights", at(GET, truncatedAfter(100_000))),
                fetched(3, "the connection ends three times", (hub, _) -> hub.next(3, GET, truncatedAfter(10))),
                fetched(1, "the connection ends at once", at(GET, truncatedAfter(0))),
                fetched(1, "the connection ends, and no ranges are supported", (hub, _) -> hub
                        .next(GET, truncatedAfter(100_000)).next(GET, FakeHub.body(hub.files().get(WEIGHTS)))),
                fetched(2, "the connection ends, and the range is beyond the end (416)", (hub, _) -> hub
                        .next(GET, truncatedAfter(100_000)).next(GET, status(416))),
                fetched(2, "the connection ends, and another range comes", (hub, _) -> hub.next(GET,
                        truncatedAfter(100_000)).next(GET, (exchange, content) -> {
                            exchange.getResponseHeaders().add("Content-Range", "bytes 5-199999/200000");
                            FakeHub.body(exchange, 206, content);
                        })),
                stalling("the weights stall", (hub, bench) -> {
                    bench.patience = Duration.ofSeconds(2);
                    hub.next(GET, hub.stallAfter(1000));
                }),
                stalling("the hub does not answer once", (hub, bench) -> {
                    bench.patience = Duration.ofSeconds(2);
                    hub.next(HEAD, hub.silence());
                }),
                fetched(0, "the sum is wrong once", at(GET, FakeHub.body(new byte[200_000]))),
                fetched(1, "the file is longer than said", at(GET, FakeHub.body(new byte[200_001]))),
                fetched(1, "the file is longer than said, without a length", at(GET, (exchange, _) -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(new byte[300_000]);
                })),
                fetched(1, "something compresses on the way", at(GET,
                        header(FakeHub.body(new byte[200_000]), "Content-Encoding", "gzip"))),
                fetched(0, "the model was renamed (relative redirect)", (hub, _) -> hub
                        .next(LIST, redirect("/api/models/new/name/revision/main"))
                        .next(HEAD, redirect("/new/name/" + WEIGHTS))));
    }

    static List<Case> whatCannotBe() {
        return List.of(
                refused("out of order all the time (503)", "given up after 6 tries", always(GET, status(503))),
                refused("asked too often for long", "asks to wait 16 minutes",
                        at(LIST, header(status(429), "Retry-After", "1000"))),
                refused("who is this (401)", "HF_TOKEN", at(LIST, status(401))),
                refused("not for you (403)", "licence", at(LIST, status(403))),
                refused("the licence is not accepted", "its licence must be accepted first",
                        at(LIST, header(status(403), "X-Error-Code", "GatedRepo"))),
                refused("the weights alone are closed (403)", "HF_TOKEN", at(HEAD, status(403))),
                refused("no such model (404)", "has no such model", at(LIST, status(404))),
                refused("no such revision", "no revision 'main'; ",
                        at(LIST, header(status(404), "X-Error-Code", "RevisionNotFound"))),
                refused("a listed file is missing", "has no such model", at(HEAD, status(404))),
                refused("not a hub's status", "status 418", at(LIST, status(418))),
                refused("the sum is wrong twice", "fetched twice",
                        (hub, _) -> hub.next(2, GET, FakeHub.body(new byte[200_000]))),
                refused("the connection always ends at once", "given up", always(GET, truncatedAfter(0))),
                refused("the list is no JSON", "is not valid JSON", at(LIST, list("<html>log in</html>"))),
                refused("the list is a list", "no JSON object", at(LIST, list("[]"))),
                refused("the list names no commit", "40 hexadecimal", at(LIST, list("{\"siblings\": []}"))),
                refused("the commit leads elsewhere", "\"../../../x\"",
                        at(LIST, list("{\"sha\": \"../../../x\", \"siblings\": []}"))),
                refused("the list has no end", "longer than",
                        at(LIST, FakeHub.body(new byte[RepoListing.LONGEST + 1]))),
                refused("the list is nested deeply", "not valid JSON",
                        at(LIST, list("{\"x\": " + "[".repeat(9999)))),
                refused("the ETag leads elsewhere", "\"../../x\"", at(HEAD, described("\"../../x\"", "9"))),
                refused("the ETag is a device", "\"nul\"", at(HEAD, described("nul", "9"))),
                refused("there is no ETag", "which content", at(HEAD, described("", "9"))),
                refused("there is no size", "how large", at(HEAD, described("abc", ""))),
                refused("the size is negative", "how large", at(HEAD, described("abc", "-5"))),
                refused("the size is beyond all disks", "at most",
                        at(HEAD, described("abc", "99999999999999999"))),
                refused("a text is as large as weights", "at most",
                        at("HEAD vocab.json", described("abc", "99999999"))),
                refused("another commit answers", "answers with", at(HEAD, header(described("abc", "9"),
                        "X-Repo-Commit", "f".repeat(40)))),
                refused("redirects in a ring", "more than 5 times",
                        (hub, _) -> hub.next(9, LIST, redirect("/api/models/x/y/revision/main"))),
                refused("a redirect to a file", "not followed", at(LIST, redirect("file:///etc/passwd"))),
                refused("a redirect without an address", "not followed", at(LIST, redirect(""))),
                refused("a redirect with a password", "not followed", at(LIST, redirect("http://me:pw@127.0.0.1/x"))),
                refused("no configuration", "no config.json", (hub, _) -> hub.remove("config.json")),
                refused("no weights", "neither model.safetensors", (hub, _) -> hub.remove(WEIGHTS)),
                refused("a pickle only", "save_pretrained",
                        (hub, _) -> hub.remove(WEIGHTS).put("pytorch_model.bin", "x")),
                refused("an index that leads elsewhere", "plain name", index("../../x.safetensors")),
                refused("an index with a drive", "plain name", index("C:x.safetensors")),
                refused("an index with a device", "plain name", index("aux.safetensors")),
                refused("an index of other files", "plain name", index("setup.py")),
                refused("an index with files that are not there", "does not have", index("x.safetensors")),
                refused("an index that is none", "weight_map",
                        (hub, _) -> hub.remove(WEIGHTS).put(RepoListing.INDEX, "{}")),
                refused("too little room", "0.1 MB are free", (_, bench) -> bench.disk = Bench.diskOf(100_000)),
                refused("the disk becomes full", "No space left", (_, bench) -> bench.disk = Bench.fullAfter(50_000)));
    }

    private static FakeHub.Fault described(String etag, String size) {
        return (exchange, _) -> {
            if (!etag.isEmpty()) {
                exchange.getResponseHeaders().add("ETag", etag);
            }
            if (!size.isEmpty()) {
                exchange.getResponseHeaders().add("X-Linked-Size", size);
            }
            exchange.sendResponseHeaders(200, -1);
        };
    }

    private static Setting index(String shard) {
        return (hub, _) -> hub.remove(WEIGHTS).put(RepoListing.INDEX,
                "{\"weight_map\": {\"a\": \"" + shard + "\"}}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatComesRightInTheEnd(Case row) throws IOException {
        Bench bench = new Bench(cache.resolve("hub"));
        try (FakeHub hub = Bench.hub()) {
            row.setting().prepare(hub, bench);
            Pulled pulled = bench.run(hub);
            bench.assertFetched(hub);
            assertThat(pulled.snapshot().missing()).isEmpty();
            String pauses = "fetched, pauses " + bench.pauses.size();
            assertThat(row.outcome()).isIn(pauses, bench.pauses.isEmpty() ? pauses : "fetched, pauses 1 or more");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatCannotBe(Case row) throws IOException {
        Bench bench = new Bench(cache.resolve("hub"));
        try (FakeHub hub = Bench.hub()) {
            row.setting().prepare(hub, bench);
            assertThat("refused, " + bench.refusal(hub)).contains("refused, ", row.outcome().substring(9));
            bench.assertSound(hub);
            assertThat(bench.snapshot().resolve(WEIGHTS)).doesNotExist();
            assertThat(bench.model().resolve("refs")).doesNotExist();
        }
        // Nothing was written anywhere else.
        assertThat(cache.toFile().list()).isSubsetOf("hub");
    }
}
