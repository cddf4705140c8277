package org.vitrine.explain.arithmetic;

import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.transformer.trace.TensorName;

/** A number that goes into another one. */
public sealed interface Input {
    /** The number itself. */
    double value();

    /**
     * A number that the model computed and the trace kept: it has an equation of its own.
     *
     * @param index a place on each axis of the tensor, outermost first
     */
    record Recorded(TensorName name, List<Integer> index, float number) implements Input {
        public Recorded {
            index = List.copyOf(index);
        }

        @Override
        public double value() {
            return number;
        }

        @Override
        public String toString() {
            return name + places(index);
        }
    }

    /**
     * A number that was learnt: here the way back ends.
     *
     * @param name of the matrix, table or row, in the words of the paper: {@code decoder.0.attn.Wq}, {@code token table}
     * @param index a place on each of its axes, outermost first
     */
    record Learned(String name, List<Integer> index, float number) implements Input {
        public Learned {
            index = List.copyOf(index);
        }

        @Override
        public double value() {
            return number;
        }

        @Override
        public String toString() {
            return name + places(index);
        }
    }

    /**
     * A number that the architecture or the configuration fixes.
     *
     * @param name its symbol: {@code 1/√e}, {@code ε}
     */
    record Constant(String name, double value) implements Input {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String places(List<Integer> index) {
        return index.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
