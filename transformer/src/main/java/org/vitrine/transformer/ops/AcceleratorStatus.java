package org.vitrine.transformer.ops;

import java.util.List;

/**
 * What an accelerator has found on this machine.
 *
 * @param driver what drives the devices, with its version; empty if it was not found
 * @param devices the first is the one that computes; empty if there is none
 * @param message in one sentence what there is, or why there is nothing
 * @param hint what to do to have a device; empty if there is one
 */
public record AcceleratorStatus(String driver, List<Device> devices, String message, String hint) {
    public AcceleratorStatus {
        devices = List.copyOf(devices);
    }

    /** Whether there is a device to compute on. */
    public boolean available() {
        return !devices.isEmpty();
    }

    /**
     * A device.
     *
     * @param name as its maker calls it
     * @param platform through what it is reached, such as OpenCL and whose
     * @param type such as GPU or CPU
     * @param memory in bytes
     * @param units how many groups of work it does at once
     */
    public record Device(String name, String platform, String type, long memory, int units) {
    }
}
