package org.vitrine.ui.cli;

import java.time.Duration;

/**
 * One line on standard error that says how far slow work is, written over again and again, and gone when the work is
 * done. Nothing where nobody sits before a terminal, or where the work is quickly done.
 */
final class Progress implements AutoCloseable {
    private static final String ERASE = "\r\u001b[K";

    private final Console console;
    private final Duration patience;
    private final long start = System.nanoTime();
    private boolean shown;

    /** Progress of work that people wait a second for before they wonder. */
    Progress(Console console) {
        this(console, Duration.ofSeconds(1));
    }

    Progress(Console console, Duration patience) {
        this.console = console;
        this.patience = patience;
    }

    /** How far the work is, in few words. */
    void say(String words) {
        if (console.watched() && System.nanoTime() - start >= patience.toNanos()) {
            console.say(ERASE + words);
            shown = true;
        }
    }

    /** Takes the line away, until there is more to say. */
    void clear() {
        if (shown) {
            console.say(ERASE);
            shown = false;
        }
    }

    /** Takes the line away. */
    @Override
    public void close() {
        clear();
    }
}
