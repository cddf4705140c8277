package org.vitrine.bench.report;

import java.util.OptionalDouble;
import org.vitrine.bench.report.Peers.Peer;

/**
 * What was measured of one work on a device, and of the same on the CPU in turns with it.
 *
 * @param work its name
 * @param unit of the next three
 * @param traced with every intermediate tensor on the host; NaN for a rate
 * @param untraced with the result alone on the host
 * @param vector the vector back end's; with every tensor recorded, where that is there for the device
 * @param first how it went the first time
 * @param difference from the vector back end's numbers
 */
public record GpuMeasurement(String work, Unit unit, double traced, double untraced, double vector, First first,
        Difference difference) {
    /** PyTorch on the same device, with hidden states and attentions copied to the host. */
    static final String PEER = "torch-eager-everything-on-host";
    /** The most of the peer's time that ours is to be. */
    static final double LIMIT = 1.5;

    /**
     * The work done for the first time.
     *
     * @param seconds from opening the device to the result, without reading the model
     * @param compiling seconds of them in which kernels were compiled and memory was taken
     */
    public record First(double seconds, double compiling) {
    }

    /**
     * The largest difference.
     *
     * @param largest of all numbers of all tensors, without sign
     * @param tensor which has it
     * @param share the largest part of the tolerance that any difference takes; more than 1 is too much
     */
    public record Difference(double largest, String tensor, double share) {
    }

    /** The number to compare: with everything on the host where that was measured. */
    double ours() {
        return Double.isNaN(traced) ? untraced : traced;
    }

    /** Ours by the CPU's. */
    double byVector() {
        return ours() / vector;
    }

    /** Ours by a peer's; NaN if they cannot be compared. */
    double by(Peer peer) {
        return peer.unit() == unit ? ours() / peer.value() : Double.NaN;
    }

    /** Ours by the time of the peer that there is a target for; empty if it was not measured. */
    OptionalDouble byTarget(Peers peers) {
        return peers.of(work).stream().filter(peer -> peer.name().equals(PEER) && peer.unit() == unit)
                .mapToDouble(this::by).findFirst();
    }
}
