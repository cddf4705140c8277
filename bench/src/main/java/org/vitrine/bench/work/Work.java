package org.vitrine.bench.work;

import java.io.IOException;
import java.util.List;
import org.vitrine.bench.report.Measurement;

/** Something that is timed. */
interface Work {
    /** What it is called; peers use the same name. */
    String name();

    /** Times it; gives one measurement, several or none. */
    List<Measurement> measure(Lab lab) throws IOException;
}
