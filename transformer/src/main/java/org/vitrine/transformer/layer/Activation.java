package org.vitrine.transformer.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;

/** The function between the two matrices of an MLP, under the names that {@code config.json} files give it. */
public enum Activation {
    /** x·Φ(x), exact. */
    GELU("gelu") {
        @Override
        public Tensor apply(Ops ops, Tensor x) {
            return ops.gelu(x);
        }
    },
    /** x·Φ(x), approximated with a hyperbolic tangent. */
    GELU_TANH("gelu_new", "gelu_pytorch_tanh") {
        @Override
        public Tensor apply(Ops ops, Tensor x) {
            return ops.geluTanh(x);
        }
    },
    /** max(0, x). */
    RELU("relu") {
        @Override
        public Tensor apply(Ops ops, Tensor x) {
            return ops.relu(x);
        }
    },
    /** x / (1 + exp(−x)). */
    SILU("silu", "swish") {
        @Override
        public Tensor apply(Ops ops, Tensor x) {
            return ops.silu(x);
        }
    },
    /** The hyperbolic tangent. */
    TANH("tanh") {
        @Override
        public Tensor apply(Ops ops, Tensor x) {
            return ops.tanh(x);
        }
    };

    private final List<String> names;

    Activation(String... names) {
        this.names = List.of(names);
    }

    /** Applies it to every number. */
    public abstract Tensor apply(Ops ops, Tensor x);

    /** The activation that a configuration calls so. */
    public static Optional<Activation> find(String name) {
        return Arrays.stream(values()).filter(activation -> activation.names.contains(name)).findFirst();
    }

    /** All names that {@link #find} knows, for a message. */
    public static String known() {
        return Arrays.stream(values()).flatMap(activation -> activation.names.stream())
                .collect(Collectors.joining(", "));
    }
}
