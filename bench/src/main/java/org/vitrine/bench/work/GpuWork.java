package org.vitrine.bench.work;

import java.io.IOException;
import org.vitrine.bench.report.GpuMeasurement;
import org.vitrine.transformer.ops.Accelerator;

/** Something that is timed on a device, and on the CPU beside it. */
interface GpuWork {
    /** What it is called; peers use the same name. */
    String name();

    /**
     * Opens the device and times it there.
     *
     * @param lab what computes on the CPU, and the models
     * @throws IllegalStateException if the device fails; the message says why
     */
    GpuMeasurement measure(Accelerator accelerator, Lab lab) throws IOException;
}
