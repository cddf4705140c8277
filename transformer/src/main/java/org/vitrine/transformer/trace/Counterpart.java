package org.vitrine.transformer.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What others call an intermediate: where it is in Hugging Face's transformers, whose numbers ours are, and the hook at which
 * TransformerLens shows it. Both name places in a program, so what one of them never holds in a variable of its own has no name
 * there.
 *
 * <pre>
 *   Counterpart.of(Architecture.GPT2, TensorName.parse("decoder.3.attn.heads"))
 *       transformer.h.3.attn.c_proj input, the heads side by side; TransformerLens: blocks.3.attn.hook_z
 * </pre>
 *
 * <p>The page {@code docs/parity.md} shows all of them. The modules are those of {@code GPT2LMHeadModel}, {@code
 * BertForPreTraining} and {@code BartForConditionalGeneration}, the hooks those of {@code HookedTransformer}, {@code
 * HookedEncoder} and, for BART, {@code TransformerBridge}.
 *
 * @param module the module of Hugging Face's model at whose border it is, or inside which it comes to be
 * @param border which border that is
 * @param how what it is of the tensor there, or what must be done to that; empty if it is that tensor
 * @param hook TransformerLens' name, if it has one
 * @param caution what to know before numbers are compared, or that a name there means something else; empty if there is nothing
 */
public record Counterpart(String module, Border border, String how, Optional<String> hook, String caution) {
    /** Where at a module a tensor is. */
    public enum Border {
        /** What the module is given: a forward pre-hook sees it. */
        INPUT,
        /** What the module gives back: a forward hook sees it. */
        OUTPUT,
        /** A local variable, which no hook of a module sees. */
        INSIDE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What others call this intermediate of this kind of model.
     *
     * @throws IllegalArgumentException if such a model makes no intermediate of this name
     */
    public static Counterpart of(Architecture architecture, TensorName name) {
        return CounterpartTable.of(architecture).find(name, Integer.toString(name.layer())).orElseThrow(() -> {
            String made = names(architecture).stream().map(TensorName::toString).collect(Collectors.joining(", "));
            return new IllegalArgumentException(architecture.title() + " makes no " + name + "; it makes " + made);
        });
    }

    /** Every intermediate that this kind of model makes, in the order of computation; of the layers the first, for all of them. */
    public static List<TensorName> names(Architecture architecture) {
        return CounterpartTable.of(architecture).names();
    }

    /** Where it is in Hugging Face's model, in words. */
    public String huggingFace() {
        String place = border == Border.INSIDE ? "inside " + module : module + " " + border;
        return how.isEmpty() ? place : place + ", " + how;
    }

    @Override
    public String toString() {
        return huggingFace() + "; TransformerLens: " + hook.orElse("–")
                + (caution.isEmpty() ? "" : " (" + caution + ")");
    }
}
