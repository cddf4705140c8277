package org.vitrine.bench.report;

import java.util.List;
import org.vitrine.bench.probe.Machine;
import org.vitrine.bench.probe.Peak;
import org.vitrine.bench.report.Peers.Peer;
import org.vitrine.bench.report.Target.Verdict;

/**
 * All that a run has found.
 *
 * @param machine on which
 * @param threads that computed
 * @param quick whether it was only to see that all works, so that its numbers mean nothing
 * @param peak what the machine can do
 * @param peers what others need
 * @param measurements in the order in which they were made
 */
public record Run(Machine machine, int threads, boolean quick, Peak peak, Peers peers, List<Measurement> measurements) {
    public Run {
        measurements = List.copyOf(measurements);
    }

    /** A measurement beside what it is compared with. */
    record Row(Measurement measurement, Peak peak, List<Peer> peers) {
        /** How much of the processor's operations are used. */
        double peakPercent() {
            return measurement.gflops() / peak.gflops() * 100;
        }

        /** How much of the memory's bandwidth is used, as it was during this work where that is known. */
        double bandwidthPercent() {
            double most = measurement.figure(Measurement.MEMORY_BESIDE).orElse(peak.gigabytesPerSecond());
            return measurement.gigabytesPerSecond() / most * 100;
        }

        /** Ours with everything recorded by a peer's, NaN if there is none. */
        double tracedBy(String peer) {
            return by(measurement.traced(), peer);
        }

        /** Ours with nothing recorded by a peer's, NaN if there is none. */
        double untracedBy(String peer) {
            return by(measurement.untraced(), peer);
        }

        private double by(double ours, String name) {
            return peers.stream().filter(peer -> peer.name().equals(name) && peer.unit() == measurement.unit())
                    .mapToDouble(peer -> ours / peer.value()).findFirst().orElse(Double.NaN);
        }

        List<Verdict> verdicts() {
            return Targets.of(this);
        }
    }

    List<Row> rows() {
        return measurements.stream().map(each -> new Row(each, peak, peers.of(each.work()))).toList();
    }
}
