package org.vitrine.bench.report;

import java.util.List;
import org.vitrine.bench.probe.Machine;
import org.vitrine.transformer.ops.AcceleratorStatus;

/**
 * All that a run on a device has found.
 *
 * @param host where and with what it was measured
 * @param quick whether it was only to see that all works, so that its numbers mean nothing
 * @param peers what others need
 * @param measurements in the order in which they were made
 */
public record GpuRun(Host host, boolean quick, Peers peers, List<GpuMeasurement> measurements) {
    public GpuRun {
        measurements = List.copyOf(measurements);
    }

    /**
     * Where and with what.
     *
     * @param status of the device
     * @param startSeconds until the devices were found
     * @param machine around the device
     * @param threads of the vector back end
     * @param commit of this project; empty where nobody knows
     */
    public record Host(AcceleratorStatus status, double startSeconds, Machine machine, int threads, String commit) {
        /** The device that computes. */
        AcceleratorStatus.Device device() {
            return status.devices().getFirst();
        }
    }
}
