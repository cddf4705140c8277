package org.vitrine.ui.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/**
 * What the program holds at a moment at which nothing runs.
 *
 * @param heap bytes after a full collection
 * @param buffers direct and mapped ones
 * @param bufferBytes their size
 * @param threads of the operating system
 * @param files open ones; 0 where the system does not say
 */
record Held(long heap, long buffers, long bufferBytes, int threads, long files) {
    private static final long HEAP_SLACK = 2L << 20;
    private static final int SLACK = 4;

    static Held now() {
        long heap = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) { // references that are cleared by one collection free more in the next
            System.gc();
            heap = Math.min(heap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        var pools = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class);
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
        return new Held(heap, pools.stream().mapToLong(BufferPoolMXBean::getCount).sum(),
                pools.stream().mapToLong(BufferPoolMXBean::getMemoryUsed).sum(),
                ManagementFactory.getThreadMXBean().getThreadCount(), files);
    }

    /** Fails where more is held than before, but for what the compiler and the collector may do meanwhile. */
    void requireNoMoreThan(Held before) {
        assertThat(heap).as("bytes on the heap").isLessThan(before.heap + HEAP_SLACK);
        assertThat(buffers).as("direct and mapped buffers").isLessThanOrEqualTo(before.buffers + SLACK);
        assertThat(bufferBytes).as("their bytes").isLessThan(before.bufferBytes + HEAP_SLACK);
        assertThat(threads).as("threads").isLessThanOrEqualTo(before.threads + SLACK);
        assertThat(files).as("open files").isLessThanOrEqualTo(before.files + SLACK);
    }
}
