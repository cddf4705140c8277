package org.vitrine.tornado;

import uk.ac.manchester.tornado.api.TaskGraph;

/** A library that multiplies matrices on a device. */
interface ProductLibrary {
    /** How many numbers an array has before the first that the library sees: it looks behind a longer header than a Java array's. */
    int shift();

    /**
     * Adds a product to a graph.
     *
     * @param parameters those of BLAS's sgemm, as {@link Staging#parameters} gives them
     * @throws IllegalStateException if TornadoVM does not take it
     */
    void add(TaskGraph graph, String task, Object[] parameters);
}
