package org.vitrine.weights.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Environment variables, read as Hugging Face's programs read them. */
record HubVariables(Map<String, String> environment, Path home) {
    static final Set<String> NAMES = Set.of("HF_ENDPOINT", "HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "HF_TOKEN_PATH",
            "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_HOME", "XDG_CACHE_HOME", "HF_HUB_OFFLINE",
            "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_IMPLICIT_TOKEN", "HF_HUB_DOWNLOAD_TIMEOUT", "HTTPS_PROXY",
            "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy");
    private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");
    private static final int LONGEST_TOKEN = 4096;
    private static final int USUAL_PATIENCE = 10;
    private static final String PATIENCE = "HF_HUB_DOWNLOAD_TIMEOUT";

    /** A variable; empty where it is not set. */
    String text(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    boolean isOn(String name) {
        return TRUE.contains(text(name).toUpperCase(Locale.ROOT));
    }

    /** The folder of the cache. */
    Path cache() {
        return path("HF_HUB_CACHE").or(() -> path("HUGGINGFACE_HUB_CACHE")).orElseGet(() -> hugging().resolve("hub"));
    }

    private Path hugging() {
        return path("HF_HOME").orElseGet(
                () -> path("XDG_CACHE_HOME").orElseGet(() -> home.resolve(".cache")).resolve("huggingface"));
    }

    /** The path in a variable; none where it is not set or holds none. */
    private Optional<Path> path(String name) {
        String text = text(name);
        try {
            if (text.equals("~") || text.startsWith("~/") || text.startsWith("~\\")) {
                return Optional.of(home.resolve(text.substring(Math.min(2, text.length()))));
            }
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The token, from a variable or the file in which a login has left it; empty if there is none. */
    String token() {
        if (isOn("HF_HUB_DISABLE_IMPLICIT_TOKEN")) {
            return "";
        }
        for (String name : new String[]{"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"}) {
            if (!text(name).isEmpty()) {
                return text(name);
            }
        }
        Path file = path("HF_TOKEN_PATH").orElseGet(() -> hugging().resolve("token"));
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST_TOKEN), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return ""; // what may be read by all needs no token; else the hub will say that there is none
        }
    }

    /** How long the hub may be silent. */
    Duration patience() {
        String text = text(PATIENCE);
        if (text.isEmpty()) {
            return Duration.ofSeconds(USUAL_PATIENCE);
        }
        if (!text.matches("[0-9]{1,5}")) {
            throw new HubException(PATIENCE + ": expected a number of seconds, found " + HubNames.shown(text));
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    Proxies proxies() {
        return new Proxies(environment);
    }

    /** Nothing: the token is one of them. */
    @Override
    public String toString() {
        return "variables";
    }
}
