package org.vitrine.weights.hub;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a hub, or whoever answers in its place, says: read without a network. */
public final class HubAnswers {
    private static final String ID = "org/tiny";
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final Path FOLDER = Path.of("cache").toAbsolutePath();

    private static final int FIRST_REFUSAL = 400;

    private HubAnswers() {
    }

    /**
     * Reads a list of files, and chooses from it.
     *
     * @param parts what an index of shards asks for
     */
    public static void list(byte[] json, List<String> parts) {
        RepoListing listing = RepoListing.parse(json, ID);
        listing.files().forEach(HubAnswers::requireBelow);
        requireBelow(listing.commit());
        listing.requireReadable(ID);
        listing.small().forEach(HubAnswers::requireBelow);
        listing.require(parts, ID).forEach(HubAnswers::requireBelow);
    }

    /** Reads what is said of a file. */
    public static void describe(int status, Map<String, List<String>> headers) {
        URI address = URI.create("https://hub.example/org/tiny/resolve/main/model.safetensors");
        Answer answer = answer(status, headers);
        if (answer.start() < -1) {
            throw new AssertionError("a body begins at " + answer.start());
        }
        answer.isPlain();
        RemoteFile file = RemoteFile.of("model.safetensors", address, COMMIT, answer);
        requireBelow(file.blob().text());
        if (file.size() < 0) {
            throw new AssertionError("a file of " + file.size() + " bytes");
        }
    }

    /** Puts a refusal into words, if it is one. */
    public static void refuse(int status, Map<String, List<String>> headers, HubSettings settings) {
        if (status < FIRST_REFUSAL) {
            return;
        }
        PassingException refusal = new Refusal(settings, ID, "main").of(answer(status, headers));
        if (refusal.pause().filter(pause -> pause.isNegative()).isPresent()) {
            throw new AssertionError("a pause of " + refusal.pause());
        }
        throw new HubException(refusal.getMessage());
    }

    /** Follows a redirect; whoever is sent on from a connection that nobody reads stays on such a one. */
    public static void redirect(String location, HubSettings settings) {
        URI from = URI.create("https://hub.example/a/b");
        URI target = HubHttp.target(from, location);
        if (!target.getScheme().equalsIgnoreCase("https") || target.getHost().isEmpty()) {
            throw new AssertionError("from " + from + " to " + target);
        }
        settings.isTrusted(target);
        settings.network().proxies().proxy(target);
    }

    private static Answer answer(int status, Map<String, List<String>> headers) {
        return new Answer(status, HttpHeaders.of(headers, (_, _) -> true), null);
    }

    /** A name that becomes a part of a path must not lead anywhere else. */
    private static void requireBelow(String name) {
        Path path = FOLDER.resolve(name);
        if (!path.normalize().equals(path) || !FOLDER.equals(path.getParent())) {
            throw new AssertionError(name + " is no plain name");
        }
    }
}
