package org.vitrine.bench.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What other programs need for the same work, measured elsewhere and read from a file; see {@code bench/README.md}.
 *
 * @param machine which one, in their words
 * @param software their versions, in words
 * @param threads how many they had, 0 if there are no peers
 * @param results for each work, the peers' numbers
 */
public record Peers(String machine, String software, int threads, Map<String, List<Peer>> results) {
    /** No peers. */
    public static final Peers NONE = new Peers("", "", 0, Map.of());

    private static final String RATE = "-tokens-per-second";
    private static final String ITERATIONS = "-iterations";

    /** One peer's number. */
    public record Peer(String name, double value, Unit unit) {
        private static Peer of(String name, double value) {
            if (name.endsWith(RATE)) {
                return new Peer(name, value, Unit.TOKENS_PER_SECOND);
            }
            return new Peer(name, value, name.endsWith(ITERATIONS) ? Unit.ITERATIONS : Unit.MILLISECONDS);
        }
    }

    /** The peers of a work; none if nobody measured it. */
    public List<Peer> of(String work) {
        return results.getOrDefault(work, List.of());
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException if it cannot be read or is no such file; the message is for people
     */
    public static Peers read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("the peers' file " + file
                    + " is not there; give the JSON file that was written when the peers were timed");
        }
        try {
            return of(file, JsonMapper.shared().readTree(file));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "the peers' file " + file + " is no JSON: " + e.getOriginalMessage() + "; time the peers again", e);
        }
    }

    private static Peers of(Path file, JsonNode root) {
        JsonNode threads = root.path("threads");
        if (!threads.canConvertToInt() || threads.intValue() < 1) {
            throw wrong(file, "threads", "a number from 1", threads);
        }
        if (!root.path("results").isObject()) {
            throw wrong(file, "results", "an object with the name of a work for each key", root.path("results"));
        }
        Map<String, List<Peer>> results = new LinkedHashMap<>();
        root.path("results").forEachEntry((work, peers) -> results.put(work, peers(file, work, peers)));
        String software = "Python " + root.path("python").asString("?") + ", torch "
                + root.path("torch").asString("?");
        return new Peers(root.path("machine").asString("?"), software, threads.intValue(), results);
    }

    private static List<Peer> peers(Path file, String work, JsonNode peers) {
        if (!peers.isObject()) {
            throw wrong(file, "results." + work, "an object with the name of a peer for each key", peers);
        }
        return peers.properties().stream().map(each -> {
            double value = each.getValue().isNumber() ? each.getValue().doubleValue() : Double.NaN;
            if (!(value > 0) || Double.isInfinite(value)) {
                throw wrong(file, "results." + work + "." + each.getKey(), "a number above 0", each.getValue());
            }
            return Peer.of(each.getKey(), value);
        }).toList();
    }

    private static IllegalArgumentException wrong(Path file, String key, String expected, JsonNode found) {
        return new IllegalArgumentException("the peers' file " + file + ": " + key + " should be " + expected + ", but "
                + (found.isMissingNode() ? "is not there" : "is " + found) + "; time the peers again");
    }
}
