package org.vitrine.bench.ladder;

import org.vitrine.transformer.tensor.Tensor;

/**
 * One way to multiply. All rungs make every output as {@link org.vitrine.transformer.ops.ScalarOps#linear} does: from zero,
 * one fused multiply-add for each input, in the order of the inputs. What changes is only which output's turn it is and where
 * the numbers wait, so the result has the same bits on every rung.
 */
interface Rung {
    /** A few words for the table. */
    String name();

    /** What is new against the rung below, in one sentence. */
    String change();

    /** x·W: [T, in] → [T, out]. */
    Tensor multiply(Tensor x, Matrix w);

    /** How many threads work on one product. */
    default int threads() {
        return 1;
    }
}
