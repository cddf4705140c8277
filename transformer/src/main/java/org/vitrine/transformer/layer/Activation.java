package org.vitrine.transformer.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;

/**
 * The function between the two matrices of an MLP, under the names that {@code config.json} files give it.
 *
 * <p>GPT-2 says {@code gelu_new} and means the approximation; BERT and BART say {@code gelu} and mean the exact function. They
 * differ by less than 5e-4 a number, which adds up over the layers. BERT's masked-word head uses the same function as its
 * layers.
 */
public enum Activation {
    /** x·Φ(x), exact, by the error function: BERT and BART. */
    GELU(Ops::gelu, "gelu"),
    /** x·Φ(x), approximated with a hyperbolic tangent: GPT-2. */
    GELU_TANH(Ops::geluTanh, "gelu_new", "gelu_pytorch_tanh"),
    /** max(0, x): the first Transformer. */
    RELU(Ops::relu, "relu"),
    /** x / (1 + exp(−x)). */
    SILU(Ops::silu, "silu", "swish"),
    /** The hyperbolic tangent. */
    TANH(Ops::tanh, "tanh");

    private final BiFunction<Ops, Tensor, Tensor> function;
    private final List<String> names;

    Activation(BiFunction<Ops, Tensor, Tensor> function, String... names) {
        this.function = function;
        this.names = List.of(names);
    }

    /** Applies it to every number. */
    public Tensor apply(Ops ops, Tensor x) {
        return function.apply(ops, x);
    }

    /** The activation that a configuration calls so. */
    public static Optional<Activation> find(String name) {
        return Arrays.stream(values()).filter(activation -> activation.names.contains(name)).findFirst();
    }

    /**
     * The activation that a configuration names.
     *
     * @param otherwise what it is called where the configuration does not say
     * @throws ModelException if it is none of these
     */
    public static Activation of(ConfigFile file, String key, String otherwise) {
        String name = file.text(key, otherwise);
        return find(name).orElseThrow(() -> new ModelException(
                file.where(key) + " is " + file.shown(key) + ", which is not supported; supported are " + known()));
    }

    /** All names that {@link #find} knows, for a message. */
    public static String known() {
        return Arrays.stream(values()).flatMap(activation -> activation.names.stream())
                .collect(Collectors.joining(", "));
    }

    /** Its first name in a {@code config.json}. */
    @Override
    public String toString() {
        return names.getFirst();
    }
}
