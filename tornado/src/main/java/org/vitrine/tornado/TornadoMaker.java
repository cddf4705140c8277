package org.vitrine.tornado;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.ac.manchester.tornado.api.common.TornadoDevice;
import uk.ac.manchester.tornado.api.runtime.TornadoRuntimeProvider;

/** Builds machines on TornadoVM's default device. */
final class TornadoMaker implements Machine.Maker {
    /** So many groups for each unit of the device, so that some compute while others wait for memory. */
    private static final int GROUPS_A_UNIT = 8;
    /** Beside an array's numbers the device keeps its header. */
    private static final int HEADER = 64;
    /**
     * A weight is staged, read and written once more, for every product: worth it where many rows are multiplied with it. An estimate;
     * to be measured on NVIDIA's devices.
     */
    private static final int LIBRARY_ROWS = 64;

    private final TornadoDevice device = TornadoRuntimeProvider.getTornadoRuntime().getDefaultDevice();
    private final int groups = device.getPhysicalDevice().getDeviceMaxComputeUnits() * GROUPS_A_UNIT;
    /** What TornadoVM promises beside kernels, until a machine finds out that it does not keep it. */
    private volatile Extras extras;

    /**
     * What a machine may use beside kernels.
     *
     * @param records whether programs are recorded
     * @param library what computes large products
     */
    private record Extras(boolean records, Optional<ProductLibrary> library) {
        /** This, and then with less and less, down to nothing; the library goes before the recording. */
        List<Extras> andLess() {
            List<Extras> all = new ArrayList<>();
            for (boolean recording : records ? new boolean[]{true, false} : new boolean[]{false}) {
                library.ifPresent(_ -> all.add(new Extras(recording, library)));
                all.add(new Extras(recording, Optional.empty()));
            }
            return all;
        }
    }

    TornadoMaker() {
        String backend = device.getTornadoVMBackend().toString();
        extras = new Extras(CudaGraphs.mayExist(backend), CuBlas.on(backend));
    }

    /** Tries to record programs whatever the back end is: for tests. */
    TornadoMaker(boolean records) {
        this(records, Optional.empty());
    }

    /** Tries to record programs, and to use the library, whatever the back end is: for tests. */
    TornadoMaker(boolean records, Optional<ProductLibrary> library) {
        extras = new Extras(records, library);
    }

    /** Whether programs are recorded, as far as is known. */
    boolean records() {
        return extras.records();
    }

    /** Where there is a library, as far as is known. */
    @Override
    public int leastLibraryRows() {
        return extras.library().isPresent() ? LIBRARY_ROWS : Integer.MAX_VALUE;
    }

    @Override
    public Machine make(int capacity, List<List<Kind>> programs) {
        boolean multiplies = programs.stream().flatMap(List::stream).anyMatch(LibraryProduct.class::isInstance);
        Optional<ProductLibrary> promised = extras.library();
        List<Extras> attempts = new Extras(extras.records(), multiplies ? promised : Optional.empty()).andLess();
        for (Extras attempt : attempts.subList(0, attempts.size() - 1)) {
            try {
                Machine machine = machine(capacity, programs, attempt);
                extras = multiplies ? attempt : new Extras(attempt.records(), promised);
                return machine;
            } catch (RuntimeException | Error e) {
                // Promised, but not kept: with less, all the same works.
            }
        }
        extras = new Extras(false, multiplies ? Optional.empty() : promised);
        return machine(capacity, programs, attempts.getLast());
    }

    private Machine machine(int capacity, List<List<Kind>> programs, Extras attempt) {
        return new TornadoMachine(capacity, groups, programs, attempt.records(), attempt.library());
    }

    /** TornadoVM wants an array on the host for every one on the device: that, too, must find room. */
    @Override
    public int mostCapacity() {
        long bytes = Math.min(device.getMaxAllocMemory(), Runtime.getRuntime().maxMemory() / 2);
        return (int) Math.min(bytes / Float.BYTES - HEADER, Integer.MAX_VALUE - HEADER);
    }
}
