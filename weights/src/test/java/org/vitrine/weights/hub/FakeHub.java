package org.vitrine.weights.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A hub with one model, on this machine; what goes wrong is said beforehand. */
final class FakeHub implements AutoCloseable {
    static final String ID = "org/tiny";
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    static final String LIST = "LIST";

    /** What was asked. */
    record Seen(String request, String range, String authorization) {
    }

    /** Answers a request in its own way. */
    @FunctionalInterface
    interface Fault {
        void answer(HttpExchange exchange, byte[] content) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    private final Map<String, Deque<Fault>> faults = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    FakeHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A hub that has the files of a folder. */
    static FakeHub of(Path folder) throws IOException {
        FakeHub hub = new FakeHub();
        try (var all = Files.list(folder)) {
            for (Path file : all.toList()) {
                hub.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return hub;
    }

    FakeHub put(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    FakeHub put(String name, String content) {
        return put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    FakeHub remove(String name) {
        files.remove(name);
        return this;
    }

    Map<String, byte[]> files() {
        return files;
    }

    /** The next request of that kind, such as {@code GET config.json} or {@link #LIST}, is answered so. */
    FakeHub next(String request, Fault fault) {
        faults.computeIfAbsent(request, _ -> new ArrayDeque<>()).add(fault);
        return this;
    }

    /** As many of that kind are. */
    FakeHub next(int times, String request, Fault fault) {
        for (int i = 0; i < times; i++) {
            next(request, fault);
        }
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Seen> seen() {
        return seen;
    }

    /** How often that was asked. */
    long count(String request) {
        return seen.stream().filter(each -> each.request().equals(request)).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        boolean listing = path.startsWith("/api/models/");
        String name = path.substring(path.lastIndexOf('/') + 1);
        String request = listing ? LIST : exchange.getRequestMethod() + " " + name;
        seen.add(new Seen(request, exchange.getRequestHeaders().getFirst("Range"),
                exchange.getRequestHeaders().getFirst("Authorization")));
        byte[] content = listing ? listing() : files.getOrDefault(name, new byte[0]);
        Deque<Fault> waiting = faults.getOrDefault(request, new ArrayDeque<>());
        Fault fault;
        synchronized (waiting) {
            fault = waiting.poll();
        }
        try {
            if (fault != null) {
                fault.answer(exchange, content);
            } else if (!listing && !files.containsKey(name)) {
                status(404).answer(exchange, content);
            } else {
                send(exchange, listing ? "" : etag(name, content), content);
            }
        } finally {
            exchange.close();
        }
    }

    private byte[] listing() {
        return ("{\"id\": \"" + ID + "\", \"sha\": \"" + COMMIT + "\", \"siblings\": [" + files.keySet().stream()
                .map(name -> "{\"rfilename\": \"" + name + "\"}").collect(Collectors.joining(", ")) + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    static String etag(String name, byte[] content) {
        return name.endsWith(".safetensors") ? sum("SHA-256", content) : gitSum(content);
    }

    static String gitSum(byte[] content) {
        byte[] head = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return sum("SHA-1", all);
    }

    private static String sum(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a hub that is in order answers. */
    static void send(HttpExchange exchange, String etag, byte[] content) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (!etag.isEmpty()) {
            exchange.getResponseHeaders().add("ETag", '"' + etag + '"');
            exchange.getResponseHeaders().add("X-Repo-Commit", COMMIT);
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        if (range != null) {
            exchange.getResponseHeaders().add("Content-Range",
                    "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        body(exchange, range == null ? 200 : 206, Arrays.copyOfRange(content, from, content.length));
    }

    static void body(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
    }

    static Fault status(int status) {
        return (exchange, _) -> exchange.sendResponseHeaders(status, -1);
    }

    static Fault header(Fault fault, String name, String value) {
        return (exchange, content) -> {
            exchange.getResponseHeaders().add(name, value);
            fault.answer(exchange, content);
        };
    }

    static Fault redirect(String location) {
        return header(status(307), "Location", location);
    }

    /** As where large files lie elsewhere: the hub describes them, another host has the bytes. */
    static Fault elsewhere(URI host, String name) {
        return (exchange, content) -> {
            exchange.getResponseHeaders().add("X-Linked-Etag", '"' + etag(name, content) + '"');
            exchange.getResponseHeaders().add("X-Linked-Size", Integer.toString(content.length));
            redirect(host + "/" + name + "?signature=secret").answer(exchange, content);
        };
    }

    static Fault body(byte[] other) {
        return (exchange, _) -> body(exchange, 200, other);
    }

    /** The connection ends after some bytes of what was asked for. */
    static Fault truncatedAfter(int bytes) {
        return (exchange, content) -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
            if (range != null) {
                exchange.getResponseHeaders().add("Content-Range",
                        "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            }
            exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
            exchange.getResponseBody().write(content, from, bytes);
            exchange.getResponseBody().flush();
        };
    }

    /** Some bytes, then nothing any more until this hub ends. */
    Fault stallAfter(int bytes) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, bytes);
            exchange.getResponseBody().flush();
            awaitEnd();
        };
    }

    /** Not even an answer. */
    Fault silence() {
        return (_, _) -> awaitEnd();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
