package org.vitrine.transformer.bart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.transformer.checkpoint.Inventory;
import org.vitrine.transformer.checkpoint.LeftOut;
import org.vitrine.transformer.checkpoint.TensorPlan;
import org.vitrine.weights.Checkpoint;

/** What checkpoints call BART's tensors, and where the model uses them; see {@link TokenTables} for the token tables. */
final class BartNames {
    static final String HEAD_BIAS = "final_logits_bias";
    private static final String PREFIX = "model.";
    private static final Map<String, List<String>> ATTN = TensorPlan.table("""
            self_attn.q_proj      attn.q
            self_attn.k_proj      attn.k
            self_attn.v_proj      attn.v
            self_attn.out_proj    attn.out
            self_attn_layer_norm  attn.resid
            """);
    private static final Map<String, List<String>> CROSS = TensorPlan.table("""
            encoder_attn.q_proj      cross.q
            encoder_attn.k_proj      cross.k
            encoder_attn.v_proj      cross.v
            encoder_attn.out_proj    cross.out
            encoder_attn_layer_norm  cross.resid
            """);
    private static final Map<String, List<String>> MLP = TensorPlan.table("""
            fc1               mlp.pre
            fc2               mlp.out
            final_layer_norm  mlp.resid
            """);
    private static final Pattern VERSION = Pattern.compile("(model\\.)?(encoder|decoder)\\.version");
    /** Heads of fine-tuned variants, which a language model does not use. */
    private static final Map<String, String> HEADS = Map.of("classification_head.", "sequence classification head",
            "qa_outputs.", "question answering head");

    private BartNames() {
    }

    /** What stands before the names of the model's body: {@code model.} or nothing. */
    static String prefix(Checkpoint checkpoint) {
        return checkpoint.in("model").names().isEmpty() ? "" : PREFIX;
    }

    static Inventory inventory(Checkpoint checkpoint, BartConfig config) {
        String prefix = prefix(checkpoint);
        TensorPlan plan = new TensorPlan();
        TokenTables.plan(plan, checkpoint, prefix, config);
        addTower(plan, prefix, "encoder", config.encoder().layers(), List.of(ATTN, MLP));
        addTower(plan, prefix, "decoder", config.decoder().layers(), List.of(ATTN, CROSS, MLP));
        if (checkpoint.has(HEAD_BIAS)) {
            plan.add(HEAD_BIAS, "head.logits");
        }
        return plan.inventory(checkpoint, name -> leftOut(name, prefix));
    }

    private static void addTower(TensorPlan plan, String prefix, String stack, int layers,
            List<Map<String, List<String>>> parts) {
        plan.add(prefix + stack + ".embed_positions.weight", stack + ".embed.positions");
        plan.addPair(prefix + stack + ".layernorm_embedding", stack + ".embed.resid");
        for (int i = 0; i < layers; i++) {
            for (Map<String, List<String>> part : parts) {
                plan.addPairs(prefix + stack + ".layers." + i + ".", stack + "." + i + ".", part);
            }
        }
    }

    private static Optional<LeftOut> leftOut(String name, String prefix) {
        if (VERSION.matcher(name).matches()) {
            return Optional.of(LeftOut.VERSION);
        }
        if (TokenTables.names(prefix).contains(name)) {
            return Optional.of(LeftOut.TABLE);
        }
        return HEADS.keySet().stream().filter(name::startsWith).findFirst()
                .map(head -> LeftOut.head(HEADS.get(head)));
    }
}
