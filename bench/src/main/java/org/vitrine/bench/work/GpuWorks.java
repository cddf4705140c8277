package org.vitrine.bench.work;

import java.io.IOException;
import java.util.List;
import org.vitrine.bench.report.GpuMeasurement;
import org.vitrine.transformer.ops.Accelerator;

/** All work that is timed on a device, that of one model side by side. */
public final class GpuWorks {
    private static final List<GpuWork> ALL = List.of(GpuPass.bert(128), GpuPass.bert(512), GpuPass.gpt2(128),
            GpuPass.gpt2(512), GpuPass.gpt2(1024), new GpuDecoding("distilgpt2-decode"));

    private GpuWorks() {
    }

    /** What it is called, in the order in which it is done. */
    public static List<String> names() {
        return ALL.stream().map(GpuWork::name).toList();
    }

    /**
     * Names in the order in which the work is done, each once.
     *
     * @throws IllegalArgumentException if there is no work of a name; the message is for people
     */
    public static List<String> ordered(List<String> wanted) {
        return Works.ordered(wanted, names());
    }

    /**
     * Does the work of that name.
     *
     * @throws IllegalStateException if the device fails; the message says why
     */
    public static GpuMeasurement measure(String name, Accelerator accelerator, Lab lab) throws IOException {
        GpuWork work = ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        // What the work before has left on the device is given back when nobody can use it any more, which only the collector finds.
        System.gc();
        return work.measure(accelerator, lab);
    }
}
