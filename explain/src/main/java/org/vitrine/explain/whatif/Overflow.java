package org.vitrine.explain.whatif;

import java.util.Optional;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/** What becomes of a pass in which numbers were scaled too much: NaN and ∞, of which nothing can be said. */
public final class Overflow {
    private Overflow() {
    }

    /** The first tensor that holds NaN or ∞; −∞ is a masked score. */
    public static Optional<TensorName> first(Trace trace) {
        return trace.names().stream().filter(name -> overflows(trace.get(name))).findFirst();
    }

    private static boolean overflows(Tensor tensor) {
        for (float number : tensor.data()) {
            if (Float.isNaN(number) || number == Float.POSITIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }
}
