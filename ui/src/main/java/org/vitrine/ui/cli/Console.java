package org.vitrine.ui.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vitrine.ui.answer.Page;
import org.vitrine.ui.session.ModelCache;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.weights.hub.HubSettings;

/**
 * Standard input, output and error, and what is known of them. Unlike {@code System.out} it notices when writing fails:
 * a reader that has gone ends the command quietly, a full disk does not.
 */
final class Console implements Page.Paper {
    private static final String STDOUT_TERMINAL = "vitrine.stdout.terminal";
    private static final String STDERR_TERMINAL = "vitrine.stderr.terminal";
    private static final String DISPLAY = "DISPLAY";
    private static final int NARROWEST = 20;
    private static final int USUAL = 80;

    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;
    private final Charset charset;
    private final Map<String, String> settings;
    /** Whether the last line of data is unfinished; what is written over and again would take it away. */
    private volatile boolean midLine;

    /**
     * A console.
     *
     * @param charset of text for people; JSON is always UTF-8
     * @param settings what is known of the terminal: the system properties {@code vitrine.columns} and {@code
     *     vitrine.stdout.terminal}, the environment variables NO_COLOR, TERM, COLUMNS, DISPLAY and VITRINE_DEBUG, and
     *     those of {@link HubSettings#VARIABLES}
     */
    Console(InputStream in, OutputStream out, OutputStream err, Charset charset, Map<String, String> settings) {
        this.in = in;
        this.out = new BufferedOutputStream(out);
        this.err = err;
        this.charset = charset;
        this.settings = Map.copyOf(settings);
    }

    /** The console of this program. */
    static Console system() {
        Map<String, String> settings = new HashMap<>(System.getenv());
        Set<String> known = new HashSet<>(HubSettings.VARIABLES);
        known.addAll(Set.of("NO_COLOR", "TERM", "COLUMNS", "VITRINE_DEBUG", DISPLAY));
        settings.keySet().retainAll(known);
        if (!System.getProperty("os.name").equals("Linux")) {
            settings.put(DISPLAY, "the system's own");
        }
        for (String property : new String[]{"vitrine.columns", STDOUT_TERMINAL, STDERR_TERMINAL}) {
            if (System.getProperty(property) != null) {
                settings.put(property, System.getProperty(property));
            }
        }
        Charset charset = Charset.forName(System.getProperty("stdout.encoding", "UTF-8"), StandardCharsets.UTF_8);
        return new Console(System.in, new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err), charset, settings);
    }

    InputStream in() {
        return in;
    }

    /** Writes data for people. */
    @Override
    public void print(String text) {
        midLine = text.isEmpty() ? midLine : !text.endsWith("\n");
        write(text.getBytes(charset));
    }

    /** Writes a line of data for people. */
    void line(String text) {
        print(text + System.lineSeparator());
    }

    /** Writes a JSON document and a line break. */
    void document(String json) {
        write(json.getBytes(StandardCharsets.UTF_8));
        write(new byte[]{'\n'});
        flush();
    }

    /** Makes sure that everything has arrived. */
    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /** Says something that is no data, in one line on standard error. */
    void note(String message) {
        say("vitrine: " + Chip.line(message) + System.lineSeparator());
    }

    /** Writes to standard error as it is. */
    void say(String text) {
        try {
            err.write(text.getBytes(charset));
            err.flush();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /** Whether the stack trace of a failure is wanted. */
    boolean debug() {
        return !settings.getOrDefault("VITRINE_DEBUG", "0").matches("0?");
    }

    /** Where Hugging Face's hub and its cache are. */
    HubSettings hub() {
        return HubSettings.of(settings, HubSettings.userHome());
    }

    /** The models that were fetched before. */
    ModelCache cache() {
        return ModelCache.of(settings, HubSettings.userHome());
    }

    /** Whether there is a screen to open a window on, as far as can be told without trying. */
    boolean display() {
        return !settings.getOrDefault(DISPLAY, "").isEmpty();
    }

    /** Whether somebody sits before standard error, who may like to see how slow work goes on, and there is a free line. */
    boolean watched() {
        return !midLine && settings.getOrDefault(STDERR_TERMINAL, "").equals("true")
                && !settings.getOrDefault("TERM", "").equals("dumb");
    }

    /** What standard output can show. */
    Terminal terminal(ColourChoice choice) {
        boolean colour = switch (choice) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> isTerminal() && settings.getOrDefault("NO_COLOR", "").isEmpty()
                    && !settings.getOrDefault("TERM", "").equals("dumb");
        };
        return new Terminal(columns(), colour, charset.newEncoder().canEncode("█▏·…◀−◌"));
    }

    /** How wide standard output is; 80 where nobody knows. */
    int columns() {
        String columns = settings.getOrDefault("vitrine.columns", settings.getOrDefault("COLUMNS", ""));
        return columns.matches("[0-9]{1,4}") ? Math.max(NARROWEST, Integer.parseInt(columns)) : USUAL;
    }

    private boolean isTerminal() {
        String said = settings.get(STDOUT_TERMINAL);
        if (said != null) {
            return said.toLowerCase(Locale.ROOT).equals("true");
        }
        // The launcher gives the width only where standard output is a terminal.
        return settings.containsKey("vitrine.columns") || System.console() != null && System.console().isTerminal();
    }
}
