package org.vitrine.bench.report;

import static org.vitrine.bench.report.Columns.aligned;
import static org.vitrine.bench.report.Columns.number;
import static org.vitrine.bench.report.Columns.percent;
import static org.vitrine.bench.report.Columns.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrine.bench.report.Peers.Peer;
import org.vitrine.bench.report.Target.Verdict;

/** A run as a table for people. */
public final class RunTable {
    private static final List<String> TITLES = List.of("work", "unit", "traced", "untraced", "recording", "GFLOP/s",
            "of FMA peak", "of bandwidth", "peer", "peer's", "traced/peer", "untraced/peer", "target", "reached");
    /** Columns of words, which begin at the left. */
    private static final List<Integer> WORDS = List.of(0, 1, 8, 12);
    private static final List<Integer> FIGURE_WORDS = List.of(0, 1, 3);

    private RunTable() {
    }

    /** The table, then the figures that have no column, then how many targets were met. */
    public static String of(Run run) {
        List<List<String>> lines = new ArrayList<>(List.of(TITLES));
        run.rows().forEach(row -> lines.addAll(lines(row)));
        StringBuilder text = new StringBuilder(aligned(lines, WORDS));
        List<List<String>> figures = run.measurements().stream().flatMap(each -> each.figures().stream()
                .map(figure -> List.of(each.work(), figure.name(), number(figure.value()), figure.unit()))).toList();
        if (!figures.isEmpty()) {
            text.append("\nFurther figures\n").append(aligned(figures, FIGURE_WORDS));
        }
        List<Verdict> verdicts = run.rows().stream().flatMap(row -> row.verdicts().stream()).toList();
        long met = verdicts.stream().filter(Verdict::met).count();
        text.append(
                String.format(Locale.ROOT, "%nMachine at most: %.1f GFLOP/s (fused multiply-adds), %.1f GB/s read%n",
                        run.peak().gflops(), run.peak().gigabytesPerSecond()));
        text.append(met + " of " + verdicts.size() + " targets met\n");
        if (run.quick()) {
            text.append("A quick run, only to see that all works: its numbers mean nothing.\n");
        }
        return text.toString();
    }

    /** One line for the measurement, the first peer and the first missed target; more where there are more of those. */
    private static List<List<String>> lines(Run.Row row) {
        List<Verdict> missed = row.verdicts().stream().filter(verdict -> !verdict.met()).toList();
        List<List<String>> lines = new ArrayList<>();
        int count = Math.max(1, Math.max(row.peers().size(), missed.size()));
        for (int i = 0; i < count; i++) {
            List<String> line = new ArrayList<>(i == 0 ? own(row) : List.of("", "", "", "", "", "", "", ""));
            line.addAll(i < row.peers().size() ? peer(row, row.peers().get(i)) : List.of("", "", "", ""));
            line.addAll(i < missed.size()
                    ? List.of(missed.get(i).target().toString(), Target.number(missed.get(i).reached()))
                    : List.of(i == 0 && !row.verdicts().isEmpty() && missed.isEmpty() ? "met" : "", ""));
            lines.add(line);
        }
        return lines;
    }

    private static List<String> own(Run.Row row) {
        Measurement ours = row.measurement();
        return List.of(ours.work(), ours.unit().symbol(), number(ours.traced()), number(ours.untraced()),
                percent(ours.recordingPercent()), number(ours.gflops()), percent(row.peakPercent()),
                percent(row.bandwidthPercent()));
    }

    private static List<String> peer(Run.Row row, Peer peer) {
        return List.of(peer.name(), number(peer.value()), ratio(row.tracedBy(peer.name())),
                ratio(row.untracedBy(peer.name())));
    }
}
