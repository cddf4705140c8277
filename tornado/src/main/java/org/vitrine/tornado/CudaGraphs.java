package org.vitrine.tornado;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;

/**
 * CUDA graphs: what a program launched when it first ran is launched again as a whole, which spares the host its part. Looked up by
 * name, for older TornadoVMs, and the API that this is compiled against, do not have them.
 */
final class CudaGraphs {
    private static final Optional<Method> SWITCH = Arrays.stream(TornadoExecutionPlan.class.getMethods())
            .filter(method -> method.getName().equals("withCUDAGraph") && method.getParameterCount() == 0).findFirst();
    /** TornadoVM's back ends for NVIDIA's devices. */
    private static final Set<String> BACKENDS = Set.of("CUDA", "PTX");

    private CudaGraphs() {
    }

    /** Whether it is worth trying with such a back end. */
    static boolean mayExist(String backend) {
        return SWITCH.isPresent() && BACKENDS.contains(backend);
    }

    /**
     * The graph that was chosen in the plan is recorded when it next runs, and launched as recorded from then on.
     *
     * @throws IllegalStateException if this TornadoVM has no such graphs
     */
    static void record(TornadoExecutionPlan plan) {
        try {
            SWITCH.orElseThrow(() -> new IllegalStateException("this TornadoVM has no CUDA graphs")).invoke(plan);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("CUDA graphs: " + Failure.words(e), e);
        }
    }
}
