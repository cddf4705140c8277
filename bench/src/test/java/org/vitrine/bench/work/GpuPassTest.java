package org.vitrine.bench.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bench.report.GpuMeasurement;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;

/** A pass is compared with the CPU's, and one of a device that fails is no measurement. */
class GpuPassTest {
    /** One sum, recorded as the logits. */
    private static final GpuPass SUM = new GpuPass("sum", (models, ops) -> recorder -> recorder.in(Stack.HEAD)
            .keep(Site.LOGITS, ops.add(Tensor.of(new float[]{1, 2}, 1, 2), Tensor.of(new float[]{3, 4}, 1, 2))));

    @TempDir
    private Path folder;

    /** A device that does what the CPU does, but for what is done to its sums and what its listener hears. */
    private record Stub(UnaryOperator<Tensor> sum, Consumer<AcceleratorListener> news) implements Accelerator {
        @Override
        public AcceleratorStatus status() {
            return new AcceleratorStatus("", List.of(), "", "");
        }

        @Override
        public Ops open(Ops cpu, Patience patience, AcceleratorListener listener) {
            news.accept(listener);
            return (Ops) Proxy.newProxyInstance(Ops.class.getClassLoader(), new Class<?>[]{Ops.class},
                    (proxy, method, arguments) -> {
                        Object result = method.invoke(cpu, arguments);
                        return method.getName().equals("add") ? sum.apply((Tensor) result) : result;
                    });
        }
    }

    private GpuMeasurement measure(UnaryOperator<Tensor> sum, Consumer<AcceleratorListener> news) throws IOException {
        Lab lab = Lab.of(1, Effort.QUICK, new Models(folder), folder);
        return SUM.measure(new Stub(sum, news), lab);
    }

    @Test
    void theSameNumbersDoNotDiffer() throws Exception {
        GpuMeasurement found = measure(x -> x, listener -> {});
        assertThat(found.difference()).isEqualTo(new GpuMeasurement.Difference(0, "head.logits", 0));
        assertThat(found.first().compiling()).isZero();
        assertThat(found.traced()).isPositive();
        assertThat(found.untraced()).isPositive();
        assertThat(found.vector()).isPositive();
    }

    @Test
    void theLargestDifferenceIsFound() throws Exception {
        GpuMeasurement found = measure(x -> Tensor.of(new float[]{4.25f, 6.5f}, x.shape()), listener -> {});
        assertThat(found.difference().largest()).isEqualTo(0.5);
        assertThat(found.difference().share()).isGreaterThan(1);
    }

    @Test
    void compilingIsPartOfTheFirstRun() throws Exception {
        GpuMeasurement found = measure(x -> x, listener -> {
            listener.compiling(0, 2);
            listener.compiling(1, 2);
            listener.compiling(2, 2);
        });
        assertThat(found.first().compiling()).isPositive().isLessThanOrEqualTo(found.first().seconds());
    }

    @Test
    void theTimeOfADeviceThatFailedIsNoMeasurement() {
        assertThatThrownBy(() -> measure(x -> x, listener -> listener.failed("too hot")))
                .hasMessage("the device failed: too hot");
    }
}
