package org.vitrine.ui.desktop.saved;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vitrine.ui.session.FileException;
import org.vitrine.weights.WholeFile;

/**
 * A file in which a session is kept.
 *
 * @param path where it is; neither it nor its folder need be there
 */
public record SessionFile(Path path) {
    private static final int LONGEST = 1 << 20;

    /**
     * What was found.
     *
     * @param session as it was left, or a new one
     * @param problem what was wrong with the file, in a sentence; empty if nothing was
     */
    public record Found(SavedSession session, String problem) {
    }

    /** The file of this machine's user. */
    public static SessionFile ofUser() {
        return new SessionFile(folder(System.getenv(), System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", "."))).resolve("session.json"));
    }

    /** The folder in which programs of that operating system keep what they remember of their users. */
    static Path folder(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve(Path.of("Library", "Application Support", "Vitrine"));
        }
        boolean windows = name.startsWith("windows");
        Path usual = windows ? home.resolve(Path.of("AppData", "Roaming")) : home.resolve(".config");
        String said = environment.getOrDefault(windows ? "APPDATA" : "XDG_CONFIG_HOME", "");
        return absolute(said).orElse(usual).resolve(windows ? "Vitrine" : "vitrine");
    }

    /** As the XDG specification asks, a path that is not absolute counts for nothing. */
    private static Optional<Path> absolute(String said) {
        try {
            return said.isBlank() ? Optional.empty() : Optional.of(Path.of(said)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The session in the file; a new one if there is no file, or it makes no sense. */
    public Found load() {
        if (!Files.exists(path)) {
            return new Found(SavedSession.FIRST, "");
        }
        try {
            return read();
        } catch (IOException | IllegalArgumentException e) {
            return new Found(SavedSession.FIRST, path + " holds no session that can be opened: " + reason(e));
        }
    }

    /**
     * The session in a file that somebody asks for.
     *
     * @throws FileException if it cannot be read or holds no session
     */
    public Found open() {
        try {
            return read();
        } catch (IOException | IllegalArgumentException e) {
            throw new FileException(path + " holds no session that can be opened: " + reason(e), e);
        }
    }

    private static String reason(Exception e) {
        return e instanceof IOException ? "it cannot be read" : e.getMessage();
    }

    private Found read() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("it is not a file");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(LONGEST + 1);
        }
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException("it is longer than " + LONGEST + " bytes");
        }
        Map<String, Object> object = JsonTree.object(bytes);
        if (!Double.valueOf(SessionJson.VERSION).equals(object.get("vitrine_session"))) {
            throw new IllegalArgumentException("it does not say that it is a session of this version of Vitrine");
        }
        SessionReader reader = new SessionReader();
        SavedSession session = reader.read(object);
        List<String> senseless = reader.senseless();
        return new Found(session, senseless.isEmpty() ? ""
                : path + " has values that make no sense and were passed over: "
                        + String.join(", ", senseless.stream().distinct().limit(5).toList()));
    }

    /**
     * Keeps a session, whole or not at all.
     *
     * @throws FileException if the file cannot be written
     */
    public void save(SavedSession session) {
        try {
            if (path.toAbsolutePath().getParent() != null) {
                Files.createDirectories(path.toAbsolutePath().getParent());
            }
            WholeFile.write(path, SessionJson.write(session).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new FileException(path + ": the session cannot be saved: " + e.getMessage(), e);
        }
    }
}
