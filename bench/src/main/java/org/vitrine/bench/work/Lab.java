package org.vitrine.bench.work;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.VectorOps;

/**
 * What all work needs.
 *
 * @param ops compute on the threads
 * @param threads how many
 * @param effort how often things are done
 * @param models checkpoints of real sizes
 * @param home the folder of the project, in which the launcher lies
 */
public record Lab(Ops ops, int threads, Effort effort, Models models, Path home) {
    /** On so many threads. */
    public static Lab of(int threads, Effort effort, Models models, Path home) {
        return new Lab(new VectorOps(threads), threads, effort, models, home);
    }

    /** The launcher. */
    Path launcher() {
        return home.resolve("vitrine");
    }

    /** Random tokens; the same each time. */
    static int[] ids(int count, int vocabulary) {
        return new SplittableRandom(1).ints(count, 0, vocabulary).toArray();
    }
}
