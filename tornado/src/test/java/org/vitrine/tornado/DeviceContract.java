package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.OpsContract;
import org.vitrine.transformer.tensor.Tensor;

/** A device keeps the contract of the operations within 2e-4 + 2e-4·|x|. */
abstract class DeviceContract extends OpsContract {
    private static final double TOLERANCE = 2e-4;
    /** A sum in another order differs by its terms' rounding, however small it is itself; what is large in a result tells of these. */
    private static final double ROUNDING = 1e-6;

    /** The device's operations. */
    abstract Ops ops();

    @Override
    protected Stream<Ops> backends() {
        return Stream.of(ops());
    }

    @Override
    protected void same(Tensor found, Tensor expected) {
        near(found, expected, TOLERANCE);
    }

    @Override
    protected void near(Tensor found, Tensor expected, double tolerance) {
        assertThat(found.shape()).isEqualTo(expected.shape());
        assertThat(found.data()).hasSameSizeAs(expected.data());
        double terms = ROUNDING * largest(expected);
        for (int i = 0; i < expected.size(); i++) {
            float value = expected.data()[i];
            float is = found.data()[i];
            boolean close = Float.compare(is, value) == 0
                    || Math.abs(is - value) <= TOLERANCE + TOLERANCE * Math.abs(value) + terms;
            assertThat(close).as("number %d, expected %s, found %s", i, value, is).isTrue();
        }
    }

    private static double largest(Tensor x) {
        double largest = 0;
        for (float number : x.data()) {
            if (Float.isFinite(number)) {
                largest = Math.max(largest, Math.abs(number));
            }
        }
        return Math.min(largest, 1e4); // beyond lie numbers that stand for too large ones
    }
}
