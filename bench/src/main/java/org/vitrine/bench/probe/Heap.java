package org.vitrine.bench.probe;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** What lies on this program's heap, in bytes. */
public final class Heap {
    private Heap() {
    }

    /** What the collector cannot free. */
    public static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Forgets the most there was so far. */
    public static void resetMost() {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The most there was since the last reset, garbage included: the sum of what each of the heap's parts held at most. */
    public static long most() {
        return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
