package org.vitrine.tornado;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrine.transformer.ops.AcceleratorStatus.Device;
import uk.ac.manchester.tornado.api.TornadoBackend;
import uk.ac.manchester.tornado.api.TornadoRuntime;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.runtime.TornadoRuntimeProvider;

/** Asks TornadoVM for its devices; the default one, which computes, comes first. Whatever is wrong is thrown as it comes. */
final class TornadoDevices {
    private TornadoDevices() {
    }

    static List<Device> all() {
        TornadoRuntime runtime = TornadoRuntimeProvider.getTornadoRuntime();
        TornadoDevice first = runtime.getDefaultDevice();
        List<Device> devices = new ArrayList<>(List.of(describe(first)));
        for (int i = 0; i < runtime.getNumBackends(); i++) {
            TornadoBackend backend = runtime.getBackend(i);
            for (int j = 0; j < backend.getNumDevices(); j++) {
                if (backend.getDevice(j).getPhysicalDevice() != first.getPhysicalDevice()) {
                    devices.add(describe(backend.getDevice(j)));
                }
            }
        }
        return devices;
    }

    private static Device describe(TornadoDevice device) {
        String backend = device.getTornadoVMBackend().toString();
        return new Device(device.getPhysicalDevice().getDeviceName().strip(),
                backend + ", " + device.getPlatformName().strip(),
                device.getDeviceType().toString().replace("DEFAULT", "device").toUpperCase(Locale.ROOT),
                device.getMaxGlobalMemory(), device.getPhysicalDevice().getDeviceMaxComputeUnits());
    }
}
