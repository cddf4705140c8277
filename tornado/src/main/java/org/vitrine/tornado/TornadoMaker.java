package org.vitrine.tornado;

import java.util.List;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.exceptions.TornadoInternalError;
import uk.ac.manchester.tornado.api.runtime.TornadoRuntimeProvider;

/** Builds machines on TornadoVM's default device. */
final class TornadoMaker implements Machine.Maker {
    /** So many groups for each unit of the device, so that some compute while others wait for memory. */
    private static final int GROUPS_A_UNIT = 8;
    /** Beside an array's numbers the device keeps its header. */
    private static final int HEADER = 64;

    private final TornadoDevice device = TornadoRuntimeProvider.getTornadoRuntime().getDefaultDevice();
    private final int groups = device.getPhysicalDevice().getDeviceMaxComputeUnits() * GROUPS_A_UNIT;
    private boolean records;

    TornadoMaker() {
        this.records = CudaGraphs.mayExist(device.getTornadoVMBackend().toString());
    }

    /** Tries to record programs whatever the back end is: for tests. */
    TornadoMaker(boolean records) {
        this.records = records;
    }

    /** Whether programs are recorded, as far as is known. */
    boolean records() {
        return records;
    }

    @Override
    public Machine make(int capacity, List<List<Kernel>> programs) {
        if (records) {
            try {
                return new TornadoMachine(capacity, groups, programs, true);
            } catch (RuntimeException | TornadoInternalError e) {
                records = false; // promised, but not kept: without, all the same works
            }
        }
        return new TornadoMachine(capacity, groups, programs, false);
    }

    /** TornadoVM wants an array on the host for every one on the device: that, too, must find room. */
    @Override
    public int mostCapacity() {
        long bytes = Math.min(device.getMaxAllocMemory(), Runtime.getRuntime().maxMemory() / 2);
        return (int) Math.min(bytes / Float.BYTES - HEADER, Integer.MAX_VALUE - HEADER);
    }
}
