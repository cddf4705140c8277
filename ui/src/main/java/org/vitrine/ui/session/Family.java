package org.vitrine.ui.session;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.bart.BartConfig;
import org.vitrine.transformer.bart.BartWeights;
import org.vitrine.transformer.bert.BertConfig;
import org.vitrine.transformer.bert.BertWeights;
import org.vitrine.transformer.checkpoint.Inventory;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.gpt2.Gpt2Config;
import org.vitrine.transformer.gpt2.Gpt2Weights;
import org.vitrine.transformer.layer.Activation;
import org.vitrine.transformer.trace.Architecture;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.weights.Checkpoint;

/** A kind of model: what {@code config.json} calls {@code model_type}. */
public enum Family {
    /** Writes on from a text. */
    GPT2(Architecture.GPT2),
    /** Fills masks in a text or a pair of texts. */
    BERT(Architecture.BERT),
    /** Reads a text with its encoder, writes another with its decoder. */
    BART(Architecture.BART);

    private final Architecture architecture;

    Family(Architecture architecture) {
        this.architecture = architecture;
    }

    /**
     * The family of a configuration.
     *
     * @throws ModelException if it does not say, or names one that is not supported
     */
    public static Family of(ConfigFile file) {
        if (file.modelType().isEmpty()) {
            throw new ModelException(file.where("model_type") + " is missing, so nobody knows what kind of model this "
                    + "is; supported: " + supported() + "; add the one that it is");
        }
        return Arrays.stream(values()).filter(family -> family.toString().equals(file.modelType())).findFirst()
                .orElseThrow(() -> new ModelException(file.where("model_type") + ": "
                        + OtherKind.title(file) + " is not supported; supported: " + supported() + "; "
                        + OtherKind.advice(file.modelType())));
    }

    /**
     * Refuses weights that are stored in a way that is not read here.
     *
     * @throws ModelException if the configuration says that they are quantised
     */
    public static void checkStorage(ConfigFile file) {
        if (file.isSet("quantization_config")) {
            throw new ModelException(file.where("quantization_config") + " says that the weights are quantised (stored"
                    + " in a few bits each), which are not read here; take the model as it was before, in float32,"
                    + " float16 or bfloat16");
        }
    }

    /** All that are supported, for a message. */
    public static String supported() {
        return Arrays.stream(values()).map(Family::toString).collect(Collectors.joining(", "));
    }

    /** How people write it, for example {@code GPT-2}. */
    public String title() {
        return architecture.title();
    }

    /** How its models are wired. */
    public Architecture architecture() {
        return architecture;
    }

    /** Which towers of layers its models have. */
    public List<Stack> stacks() {
        return switch (this) {
            case GPT2 -> List.of(Stack.DECODER);
            case BERT -> List.of(Stack.ENCODER);
            case BART -> List.of(Stack.ENCODER, Stack.DECODER);
        };
    }

    /** Which attentions it has, the usual one first. */
    public List<AttentionKind> attentions() {
        return switch (this) {
            case GPT2 -> List.of(AttentionKind.DECODER);
            case BERT -> List.of(AttentionKind.ENCODER);
            case BART -> List.of(AttentionKind.ENCODER, AttentionKind.DECODER, AttentionKind.CROSS);
        };
    }

    /**
     * Where each tensor of a checkpoint is used, which are missing, which are left out and why.
     *
     * @throws ModelException if the configuration makes no sense
     */
    public Inventory inventory(Checkpoint checkpoint, ConfigFile file) {
        return switch (this) {
            case GPT2 -> Gpt2Weights.inventory(checkpoint, Gpt2Config.of(file));
            case BERT -> BertWeights.inventory(checkpoint, BertConfig.of(file));
            case BART -> BartWeights.inventory(checkpoint, BartConfig.of(file));
        };
    }

    /** The configuration in our words, in reading order: whole numbers, and texts for the rest. */
    public Map<String, Object> facts(ConfigFile file) {
        return switch (this) {
            case GPT2 -> facts(Gpt2Config.of(file));
            case BERT -> facts(BertConfig.of(file));
            case BART -> facts(BartConfig.of(file));
        };
    }

    private static Map<String, Object> facts(Gpt2Config config) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("layers", config.layers());
        facts.put("heads", config.heads());
        facts.put("width", config.width());
        facts.put("neurons", config.neurons());
        put(facts, config.context(), config.vocabulary(), config.activation());
        facts.put("epsilon", Float.toString(config.epsilon()));
        facts.put("end token", config.end() < 0 ? "none" : config.end());
        return facts;
    }

    private static Map<String, Object> facts(BertConfig config) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("layers", config.layers());
        facts.put("heads", config.heads());
        facts.put("width", config.width());
        facts.put("neurons", config.neurons());
        facts.put("segments", config.segments());
        put(facts, config.context(), config.vocabulary(), config.activation());
        facts.put("epsilon", Float.toString(config.epsilon()));
        return facts;
    }

    private static Map<String, Object> facts(BartConfig config) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("encoder layers", config.encoder().layers());
        facts.put("decoder layers", config.decoder().layers());
        facts.put("encoder heads", config.encoder().heads());
        facts.put("decoder heads", config.decoder().heads());
        facts.put("width", config.width());
        facts.put("encoder neurons", config.encoder().neurons());
        facts.put("decoder neurons", config.decoder().neurons());
        put(facts, config.context(), config.vocabulary(), config.activation());
        facts.put("scaled embeddings", config.scaled() ? "yes" : "no");
        facts.put("start token", config.start());
        facts.put("end token", config.end());
        return facts;
    }

    private static void put(Map<String, Object> facts, int context, int vocabulary, Activation activation) {
        facts.put("context", context);
        facts.put("vocabulary", vocabulary);
        facts.put("activation", activation.toString());
    }

    /** A configuration in one line: {@code BERT: 6 layers of width 128, 4 heads, 3940 tokens, reads 256; fills masks}. */
    public String sentence(ConfigFile file) {
        Map<String, Object> facts = facts(file);
        Object layers = this == BART ? facts.get("encoder layers") + " + " + facts.get("decoder layers")
                : facts.get("layers");
        Object heads = this == BART ? facts.get("decoder heads") : facts.get("heads");
        String does = switch (this) {
            case GPT2 -> "writes on";
            case BERT -> "fills masks";
            case BART -> "reads one text, writes another";
        };
        return title() + ": " + layers + " layers of width " + facts.get("width") + ", " + heads + " heads, "
                + facts.get("vocabulary") + " tokens, reads " + facts.get("context") + "; " + does;
    }

    /** What {@code config.json} calls it. */
    @Override
    public String toString() {
        return architecture.toString();
    }
}
