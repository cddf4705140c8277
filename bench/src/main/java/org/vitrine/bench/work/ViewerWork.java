package org.vitrine.bench.work;

import java.io.IOException;
import java.util.List;
import org.vitrine.bench.report.Measurement;
import org.vitrine.bench.viewer.ViewerProcess;

/** The window, which prints tables of its own. */
record ViewerWork(String name) implements Work {
    @Override
    public List<Measurement> measure(Lab lab) throws IOException {
        ViewerProcess.run(lab.models().place("viewer"), lab.launcher());
        return List.of();
    }
}
