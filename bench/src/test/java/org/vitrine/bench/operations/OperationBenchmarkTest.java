package org.vitrine.bench.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;

class OperationBenchmarkTest {
    private static final String BACKEND = "vector";

    @Test
    void everyOperationIsTimed() throws ReflectiveOperationException {
        Set<String> timed = new TreeSet<>();
        for (OperationBenchmark benchmark : small()) {
            for (Method method : benchmark.getClass().getDeclaredMethods()) {
                if (method.getReturnType() == Tensor.class) {
                    assertThat((Tensor) method.invoke(benchmark)).isNotNull();
                    timed.add(method.getName());
                }
            }
        }
        Set<String> operations = Arrays.stream(Ops.class.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()) && method.getReturnType() == Tensor.class)
                .map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(timed).isEqualTo(operations);
    }

    @Test
    void aBackEndThatIsNotThereIsNamed() {
        StreamBenchmark benchmark = new StreamBenchmark();
        benchmark.backend = "gpu";
        assertThatThrownBy(benchmark::chooseBackend).hasMessageContainingAll("gpu", "scalar", "vector");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "128", "128x768", "0x768x3072", "128x768xmany", "128x768x3072x1", "128x768x"})
    void whatIsNoShapeIsRefusedWithAnExample(String shape) {
        assertThatThrownBy(() -> Shapes.parse(shape, 3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("128x768x3072, not " + shape);
    }

    /** All benchmarks, prepared as JMH does. */
    private static List<OperationBenchmark> small() {
        LinearBenchmark linear = new LinearBenchmark();
        linear.shape = "2x3x5";
        AttentionBenchmark attention = new AttentionBenchmark();
        attention.shape = "2x3x4";
        StreamBenchmark stream = new StreamBenchmark();
        stream.shape = "2x3";
        ActivationBenchmark activation = new ActivationBenchmark();
        activation.shape = "2x3";
        List<OperationBenchmark> all = List.of(linear, attention, stream, activation);
        all.forEach(benchmark -> {
            benchmark.backend = BACKEND;
            benchmark.chooseBackend();
        });
        linear.makeTensors();
        attention.makeTensors();
        stream.makeTensors();
        activation.makeTensors();
        return all;
    }
}
