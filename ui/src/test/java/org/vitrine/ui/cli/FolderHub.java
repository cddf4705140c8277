package org.vitrine.ui.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A hub on this machine whose every model is what lies in one folder. */
final class FolderHub implements AutoCloseable {
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private final HttpServer server;
    private final Path folder;
    private final AtomicInteger contents = new AtomicInteger();

    FolderHub(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** The variables of somebody who uses this hub, and a cache. */
    Map<String, String> settings(Path cache) {
        return Map.of("HF_ENDPOINT", "http://127.0.0.1:" + server.getAddress().getPort(), "HF_HUB_CACHE",
                cache.toString(), "HF_TOKEN", "hf_SecretOfTheTests");
    }

    /** How many files were sent. */
    int contents() {
        return contents.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean listing = path.startsWith("/api/models/");
            Path file = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
            byte[] content = listing ? listing() : Files.readAllBytes(file);
            exchange.getResponseHeaders().add("ETag", "\"of-" + file.getFileName() + '"');
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().add("Content-Length", Integer.toString(content.length));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            if (!listing) {
                contents.incrementAndGet();
            }
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private byte[] listing() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return ("{\"sha\": \"" + COMMIT + "\", \"siblings\": ["
                    + files.map(file -> "{\"rfilename\": \"" + file.getFileName() + "\"}")
                            .collect(Collectors.joining(", "))
                    + "]}").getBytes(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
