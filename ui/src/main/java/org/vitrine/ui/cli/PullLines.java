package org.vitrine.ui.cli;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.weights.hub.PullListener;

/**
 * Says on standard error how a pull goes on: before a terminal one line with speed and time left, written over and again;
 * else a line for each file that is complete.
 */
final class PullLines implements PullListener, AutoCloseable {
    private static final long SECOND = 1_000_000_000;
    private static final long BETWEEN = SECOND / 10;
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private final Console console;
    private final LongSupplier clock;
    private final Progress line;
    private long lastSaid;
    /** Speed is that of one file, from when its first bytes came; what was there before tells nothing of it. */
    private String file = "";
    private long start;
    private long before;

    PullLines(Console console) {
        this(console, System::nanoTime, Duration.ofSeconds(1));
    }

    /**
     * @param clock nanoseconds from anywhere on
     * @param patience how long people wait before they wonder
     */
    PullLines(Console console, LongSupplier clock, Duration patience) {
        this.console = console;
        this.clock = clock;
        this.line = new Progress(console, patience);
    }

    @Override
    public void progress(Step now) {
        long time = clock.getAsLong();
        boolean first = !now.file().equals(file) || now.done() < before;
        if (first) {
            file = now.file();
            start = time;
            before = now.done();
        }
        if (first || time - lastSaid >= BETWEEN) {
            lastSaid = time;
            String words = words(now, time);
            String whole = file + ": " + words;
            // A line that is broken in two could not be written over.
            line.say(whole.length() < console.columns() ? whole : words);
        }
    }

    private String words(Step now, long time) {
        long percent = now.total() == 0 ? 100 : (long) (100.0 * now.done() / now.total());
        String words = Figure.bytes(now.done()) + " of " + Figure.bytes(now.total()) + ", " + percent + " %";
        double seconds = (time - start) / (double) SECOND;
        double speed = (now.done() - before) / seconds;
        if (seconds < 1 || speed < 1) {
            return words;
        }
        return words + ", " + Figure.bytes((long) speed) + "/s, " + left((long) ((now.total() - now.done()) / speed));
    }

    private static String left(long seconds) {
        if (seconds < MINUTE) {
            return seconds + " s left";
        }
        return seconds < HOUR
                ? seconds / MINUTE + " min " + seconds % MINUTE + " s left"
                : seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min left";
    }

    @Override
    public void complete(String file, long bytes) {
        if (!console.watched()) {
            console.note(file + ": " + Figure.bytes(bytes));
        }
    }

    @Override
    public void note(String sentence) {
        line.clear();
        console.note(sentence);
    }

    @Override
    public void close() {
        line.close();
    }
}
