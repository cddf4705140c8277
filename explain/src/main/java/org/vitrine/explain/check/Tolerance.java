package org.vitrine.explain.check;

import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.TensorName;

/**
 * How far a number may be from the expected one, x: a + a·|x|.
 *
 * @param numbers a, for all tensors but the logits
 * @param logits a, for the logits, which gather the differences of the whole model
 */
public record Tolerance(double numbers, double logits) {
    /** For what a CPU computes in another order, or with other approximations, than the definition. */
    public static final Tolerance CPU = new Tolerance(2e-5, 1e-4);
    /** For what a CPU computes, beside numbers of another implementation, which adds in an order of its own. */
    public static final Tolerance GOLDEN = new Tolerance(2e-5, 5e-5);
    /** For a device whose compiler chooses how it adds and divides. */
    public static final Tolerance DEVICE = new Tolerance(2e-4, 2e-4);

    /** The a of this tensor. */
    public double of(TensorName name) {
        return name.site() == Site.LOGITS ? logits : numbers;
    }
}
