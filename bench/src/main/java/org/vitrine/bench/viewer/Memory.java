package org.vitrine.bench.viewer;

import static org.vitrine.bench.viewer.Timing.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.bench.probe.Heap;

/** What this program takes of the machine's memory. */
final class Memory {
    private static final Path STATUS = Path.of("/proc/self/status");
    /** For the collector to notice that nothing is going on. */
    private static final long IDLE = 15000;

    private Memory() {
    }

    /** After some seconds in which nothing is done: first what is resident, for looking at the heap collects garbage. */
    static void rows(String when) throws IOException {
        Frames.sleep(IDLE);
        if (Files.exists(STATUS)) {
            row("viewer, " + when + ": resident, 15 s idle", kilobytes("VmRSS") / 1e6, "GB");
            row("viewer, " + when + ": most resident", kilobytes("VmHWM") / 1e6, "GB");
        }
        row("viewer, " + when + ": held on the heap", Heap.held() / 1e9, "GB");
    }

    private static double kilobytes(String name) throws IOException {
        return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
    }
}
