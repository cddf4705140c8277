package org.vitrine.transformer.gpt2;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.transformer.checkpoint.Inventory;
import org.vitrine.transformer.checkpoint.LeftOut;
import org.vitrine.transformer.checkpoint.TensorPlan;
import org.vitrine.weights.Checkpoint;

/** What checkpoints call GPT-2's tensors, and where the model uses them. */
final class Gpt2Names {
    private static final String PREFIX = "transformer.";
    private static final String HEAD = "lm_head.weight";
    private static final Map<String, List<String>> LAYER = TensorPlan.table("""
            ln_1         attn.norm
            attn.c_attn  attn.q attn.k attn.v
            attn.c_proj  attn.out
            ln_2         mlp.norm
            mlp.c_fc     mlp.pre
            mlp.c_proj   mlp.out
            """);
    /** Causal masks that old checkpoints carry along as buffers: h.0.attn.bias, h.0.attn.masked_bias. */
    private static final Pattern MASK = Pattern.compile("h\\.\\d+\\.attn\\.(masked_)?bias");
    /** Heads of fine-tuned variants, which a language model does not use. */
    private static final Map<Pattern, String> HEADS = Map.of(Pattern.compile("score\\..*"),
            "sequence classification head", Pattern.compile("classifier\\..*"), "token classification head",
            Pattern.compile("(summary|multiple_choice_head)\\..*"), "multiple choice head",
            Pattern.compile("qa_outputs\\..*"), "question answering head");

    private Gpt2Names() {
    }

    /** What stands before the names of the model's body: {@code transformer.} or nothing. */
    static String prefix(Checkpoint checkpoint) {
        return checkpoint.has(PREFIX + "wte.weight") ? PREFIX : "";
    }

    static Inventory inventory(Checkpoint checkpoint, Gpt2Config config) {
        String prefix = prefix(checkpoint);
        TensorPlan plan = new TensorPlan();
        if (config.tied()) {
            plan.add(prefix + "wte.weight", "decoder.embed.tokens", "head.logits");
        } else {
            plan.add(prefix + "wte.weight", "decoder.embed.tokens");
        }
        plan.add(prefix + "wpe.weight", "decoder.embed.positions");
        for (int i = 0; i < config.layers(); i++) {
            plan.addPairs(prefix + "h." + i + ".", "decoder." + i + ".", LAYER);
        }
        plan.addPair(prefix + "ln_f", "decoder.final.norm");
        if (!config.tied()) {
            plan.add(HEAD, "head.logits");
        }
        return plan.inventory(checkpoint, name -> leftOut(name, prefix));
    }

    private static Optional<LeftOut> leftOut(String name, String prefix) {
        String own = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        if (MASK.matcher(own).matches()) {
            return Optional.of(LeftOut.MASK);
        }
        if (name.equals(HEAD)) {
            return Optional.of(LeftOut.TABLE);
        }
        return HEADS.entrySet().stream().filter(head -> head.getKey().matcher(own).matches()).findFirst()
                .map(head -> LeftOut.head(head.getValue()));
    }
}
