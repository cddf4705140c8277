package org.vitrine.transformer.bert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.transformer.checkpoint.Inventory;
import org.vitrine.transformer.checkpoint.LeftOut;
import org.vitrine.transformer.checkpoint.TensorPlan;
import org.vitrine.weights.Checkpoint;

/** What checkpoints call BERT's tensors, and where the model uses them. */
final class BertNames {
    static final String MASKED_WORDS = "cls.predictions";
    static final String NEXT_SENTENCE = "cls.seq_relationship";
    private static final String PREFIX = "bert.";
    private static final Map<String, List<String>> LAYER = TensorPlan.table("""
            attention.self.query        attn.q
            attention.self.key          attn.k
            attention.self.value        attn.v
            attention.output.dense      attn.out
            attention.output.LayerNorm  attn.resid
            intermediate.dense          mlp.pre
            output.dense                mlp.out
            output.LayerNorm            mlp.resid
            """);
    /** Counters that old checkpoints carry along as buffers. */
    private static final Pattern COUNTER = Pattern.compile("embeddings\\.(position_ids|token_type_ids)");
    /** The masked-word head's last matrix and bias, of which tied checkpoints may carry copies. */
    private static final String DECODER = MASKED_WORDS + ".decoder.weight";
    private static final List<String> BIASES = List.of(MASKED_WORDS + ".decoder.bias", MASKED_WORDS + ".bias");
    /** Heads of fine-tuned variants. One name serves for whole texts, tokens and choices. */
    private static final Map<String, String> HEADS = Map.of("classifier.", "classification head", "score.",
            "classification head", "qa_outputs.", "question answering head");

    private BertNames() {
    }

    /** What stands before the names of the model's body: {@code bert.} or nothing. */
    static String prefix(Checkpoint checkpoint) {
        return checkpoint.has(PREFIX + "embeddings.word_embeddings.weight") ? PREFIX : "";
    }

    /** A part that only some checkpoints have. */
    static Optional<Checkpoint> find(Checkpoint checkpoint, String part) {
        return Optional.of(checkpoint.in(part)).filter(found -> !found.names().isEmpty());
    }

    /** Checkpoints converted from the first, TensorFlow, release call a norm's gain gamma. */
    static String gain(Checkpoint norm) {
        return norm.has("gamma") ? "gamma" : "weight";
    }

    /** Checkpoints converted from the first, TensorFlow, release call a norm's bias beta. */
    static String bias(Checkpoint norm) {
        return norm.has("beta") ? "beta" : "bias";
    }

    /** The bias goes by two names; where both are there they are copies, unless the head was trained untied. */
    static String decoderBias(Checkpoint head, BertConfig config) {
        return head.has("decoder.bias") && !(config.tied() && head.has("bias")) ? "decoder.bias" : "bias";
    }

    static Inventory inventory(Checkpoint checkpoint, BertConfig config) {
        String prefix = prefix(checkpoint);
        TensorPlan plan = new TensorPlan();
        Optional<Checkpoint> maskedWords = find(checkpoint, MASKED_WORDS);
        if (maskedWords.isPresent() && config.tied()) {
            plan.add(prefix + "embeddings.word_embeddings.weight", "encoder.embed.tokens", "head.logits");
        } else {
            plan.add(prefix + "embeddings.word_embeddings.weight", "encoder.embed.tokens");
        }
        plan.add(prefix + "embeddings.token_type_embeddings.weight", "encoder.embed.segments");
        plan.add(prefix + "embeddings.position_embeddings.weight", "encoder.embed.positions");
        addPair(plan, checkpoint, prefix + "embeddings.LayerNorm", "encoder.embed.resid");
        for (int i = 0; i < config.layers(); i++) {
            String layer = prefix + "encoder.layer." + i + ".";
            String place = "encoder." + i + ".";
            LAYER.forEach((name, made) -> addPair(plan, checkpoint, layer + name, place + made.getFirst()));
        }
        maskedWords.ifPresent(head -> addMaskedWords(plan, checkpoint, decoderBias(head, config), config));
        boolean nextSentence = find(checkpoint, NEXT_SENTENCE).isPresent();
        if (nextSentence || find(checkpoint, prefix + "pooler").isPresent()) {
            addPair(plan, checkpoint, prefix + "pooler.dense", "head.pooled");
        }
        if (nextSentence) {
            addPair(plan, checkpoint, NEXT_SENTENCE, "head.nsp");
        }
        return plan.inventory(checkpoint, name -> leftOut(name, prefix));
    }

    private static void addMaskedWords(TensorPlan plan, Checkpoint checkpoint, String bias, BertConfig config) {
        addPair(plan, checkpoint, MASKED_WORDS + ".transform.dense", "head.pre");
        addPair(plan, checkpoint, MASKED_WORDS + ".transform.LayerNorm", "head.norm");
        if (!config.tied()) {
            plan.add(DECODER, "head.logits");
        }
        plan.add(MASKED_WORDS + "." + bias, "head.logits");
    }

    private static void addPair(TensorPlan plan, Checkpoint checkpoint, String part, String place) {
        plan.add(part + "." + gain(checkpoint.in(part)), place);
        plan.add(part + "." + bias(checkpoint.in(part)), place);
    }

    private static Optional<LeftOut> leftOut(String name, String prefix) {
        String own = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
        if (COUNTER.matcher(own).matches()) {
            return Optional.of(LeftOut.COUNTER);
        }
        if (name.equals(DECODER)) {
            return Optional.of(LeftOut.TABLE);
        }
        if (BIASES.contains(name)) {
            return Optional.of(LeftOut.BIAS);
        }
        return HEADS.keySet().stream().filter(name::startsWith).findFirst()
                .map(head -> LeftOut.head(HEADS.get(head)));
    }
}
