package org.vitrine.transformer.config;

import java.nio.charset.StandardCharsets;
import org.vitrine.weights.ModelFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keys of a model's {@code config.json}. */
public final class ConfigFile {
    private static final String FILE = "config.json";
    private static final int DEEPEST = 50;

    private final String model;
    private final JsonNode root;

    private ConfigFile(String model, JsonNode root) {
        this.model = model;
        this.root = root;
    }

    /** Reads {@code config.json} of a model. */
    public static ConfigFile of(ModelFiles files) {
        return parse(files.name(), new String(files.read(FILE), StandardCharsets.UTF_8));
    }

    static ConfigFile parse(String model, String json) {
        JsonMapper mapper = new JsonMapper(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build());
        try {
            JsonNode root = mapper.readTree(json);
            if (!root.isObject()) {
                throw new ModelException(model + "/" + FILE + ": expected a JSON object, found " + root.getNodeType());
            }
            return new ConfigFile(model, root);
        } catch (JacksonException e) {
            throw new ModelException(model + "/" + FILE + " is not valid JSON: " + e.getOriginalMessage());
        }
    }

    /** What kind of model this is, for example {@code gpt2}; empty when the file does not say. */
    public String modelType() {
        return text("model_type", "");
    }

    /** A whole number that must be there, at least 1. */
    public int count(String key) {
        if (!root.hasNonNull(key)) {
            throw new ModelException(where(key) + " is missing; it must be a whole number of at least 1");
        }
        return count(key, 1);
    }

    /** A whole number of at least 1, or the value when the key is absent or null. */
    public int count(String key, int otherwise) {
        JsonNode node = root.get(key);
        if (node == null || node.isNull()) {
            return otherwise;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1) {
            throw new ModelException(where(key) + " must be a whole number of at least 1, found " + shown(node));
        }
        return node.intValue();
    }

    /** A number above 0, or the value when the key is absent or null. */
    public float positive(String key, float otherwise) {
        JsonNode node = root.get(key);
        if (node == null || node.isNull()) {
            return otherwise;
        }
        float value = node.isNumber() ? Float.parseFloat(node.toString()) : Float.NaN;
        if (!(value > 0) || Float.isInfinite(value)) {
            throw new ModelException(where(key) + " must be a number above 0, found " + shown(node));
        }
        return value;
    }

    /** True or false, or the value when the key is absent or null. */
    public boolean flag(String key, boolean otherwise) {
        JsonNode node = root.get(key);
        if (node == null || node.isNull()) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            throw new ModelException(where(key) + " must be true or false, found " + shown(node));
        }
        return node.booleanValue();
    }

    /** A text, or the value when the key is absent or null. */
    public String text(String key, String otherwise) {
        JsonNode node = root.get(key);
        if (node == null || node.isNull()) {
            return otherwise;
        }
        if (!node.isString()) {
            throw new ModelException(where(key) + " must be a text, found " + shown(node));
        }
        return node.stringValue();
    }

    /** A token id from 0 to vocabulary − 1, or −1 when the key is absent or null. */
    public int tokenId(String key, int vocabulary) {
        JsonNode node = root.get(key);
        if (node == null || node.isNull()) {
            return -1;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0
                || node.intValue() >= vocabulary) {
            throw new ModelException(
                    where(key) + " must be a token id from 0 to " + (vocabulary - 1) + ", found " + shown(node));
        }
        return node.intValue();
    }

    /** How to refer to a key in a message. */
    public String where(String key) {
        return model + "/" + FILE + ": '" + key + "'";
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
