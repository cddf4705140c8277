package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.tornado.kernel.Kernels;
import uk.ac.manchester.tornado.api.KernelContext;

/** The kernels when they run in Java. */
class EmulatedKernelsTest extends KernelsContract {
    @Override
    Machine make(int capacity, List<List<Kind>> programs) {
        return EmulatedMachine.maker(Integer.MAX_VALUE, new EmulatedMachine.Log()).make(capacity, programs);
    }

    @Test
    void everyItemCountsItself() {
        float[] counted = new float[EmulatedMachine.ITEMS];
        int[] places = {7, 7, 7};
        float[] factors = {7, 7};
        EmulatedMachine.oneByOne(context -> Kernels.count(context, counted, places, factors));
        assertThat(places).containsOnly(0);
        assertThat(factors).containsOnly(0);
        for (int i = 0; i < counted.length; i++) {
            assertThat(counted[i]).isEqualTo(i);
        }
    }

    /** What tells a device from a plain call: there, only the first item exists. */
    @Test
    void asPlainJavaOnlyTheFirstItemCountsItself() {
        float[] counted = {-1, -1, -1};
        Kernels.count(new KernelContext(), counted, new int[1], new float[1]);
        assertThat(counted).containsExactly(0, -1, -1);
    }
}
