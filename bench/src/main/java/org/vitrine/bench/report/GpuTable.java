package org.vitrine.bench.report;

import static org.vitrine.bench.report.Columns.number;
import static org.vitrine.bench.report.Columns.ratio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.vitrine.bench.report.Peers.Peer;
import org.vitrine.transformer.ops.AcceleratorStatus.Device;

/** A run on a device as text for people. */
public final class GpuTable {
    private static final List<String> TITLES = List.of("work", "unit", "traced", "untraced", "vector", "traced/vector",
            "first, s", "compiling, s", "largest difference", "in", "of tolerance");
    private static final List<String> PEER_TITLES = List.of("peer", "peer's", "ours/peer", "target");
    /** Columns of words, which begin at the left. */
    private static final List<Integer> WORDS = List.of(0, 1, 9, 11, 14);

    private GpuTable() {
    }

    /** The device, the machine around it and what ran, in a few lines. */
    public static String head(GpuRun.Host host) {
        Device device = host.device();
        String driver = host.status().driver();
        return String.format(Locale.ROOT, """
                %s (%s), %s, %.1f GB of memory, %d compute units
                %s, ready in %.1f s
                %s
                %d %s%s
                """, device.name(), device.type(), device.platform(), device.memory() / 1e9, device.units(),
                driver.isEmpty() ? "a driver that does not say its version" : driver, host.startSeconds(),
                host.machine(), host.threads(), host.threads() == 1 ? "thread" : "threads",
                host.commit().isEmpty() ? "" : ", commit " + host.commit());
    }

    /** The table, then how many targets were met where there are any. */
    public static String of(GpuRun run) {
        boolean compared = run.measurements().stream().anyMatch(each -> !run.peers().of(each.work()).isEmpty());
        List<List<String>> lines = new ArrayList<>();
        lines.add(compared ? joined(TITLES, PEER_TITLES) : TITLES);
        run.measurements().forEach(each -> lines.addAll(compared ? lines(each, run.peers()) : List.of(own(each))));
        StringBuilder text = new StringBuilder(Columns.aligned(lines, WORDS));
        List<Double> judged = run.measurements().stream().map(each -> each.byTarget(run.peers()))
                .filter(OptionalDouble::isPresent).map(OptionalDouble::getAsDouble).toList();
        if (!judged.isEmpty()) {
            text.append("\nThe peers: " + run.peers().machine() + ", " + run.peers().software() + "\n");
            text.append(judged.stream().filter(reached -> reached <= GpuMeasurement.LIMIT).count() + " of "
                    + judged.size() + " targets met\n");
        }
        if (run.quick()) {
            text.append("A quick run, only to see that all works: its times mean nothing.\n");
        }
        return text.toString();
    }

    /** One line for each peer, at least one. */
    private static List<List<String>> lines(GpuMeasurement measurement, Peers all) {
        List<Peer> peers = all.of(measurement.work());
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(1, peers.size()); i++) {
            List<String> own = i == 0 ? own(measurement) : Collections.nCopies(TITLES.size(), "");
            lines.add(joined(own, i < peers.size() ? peer(measurement, peers.get(i)) : List.of("", "", "", "")));
        }
        return lines;
    }

    private static List<String> own(GpuMeasurement of) {
        return List.of(of.work(), of.unit().symbol(), number(of.traced()), number(of.untraced()), number(of.vector()),
                ratio(of.byVector()), number(of.first().seconds()), number(of.first().compiling()),
                String.format(Locale.ROOT, "%.1e", of.difference().largest()), of.difference().tensor(),
                String.format(Locale.ROOT, "%.0f %%", Math.ceil(100 * of.difference().share())));
    }

    private static List<String> peer(GpuMeasurement measurement, Peer peer) {
        double reached = measurement.by(peer);
        String target = !peer.name().equals(GpuMeasurement.PEER) || Double.isNaN(reached)
                ? ""
                : reached <= GpuMeasurement.LIMIT ? "met" : "at most " + ratio(GpuMeasurement.LIMIT);
        return List.of(peer.name(), number(peer.value()), ratio(reached), target);
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
