package org.vitrine.transformer.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.weights.ModelFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The keys of a model's {@code config.json}, or of another such file. Read as a stream, because a model should be there
 * at once and data binding takes longer to start than a small model to run; what is nested is passed over, no
 * hyper-parameter is.
 */
public final class ConfigFile {
    private static final String CONFIG = "config.json";
    private static final int DEEPEST = 50;
    private static final int LONGEST_NUMBER = 100;

    private final String path;
    private final Map<String, Value> values;

    /** A value as it stands in the file; of a list, the texts in it. */
    private record Value(JsonToken kind, String text, List<String> texts) {
        boolean isNumber() {
            return kind.isNumeric();
        }

        /** As a message shows it. */
        String shown() {
            String whole = oneLine(kind == JsonToken.VALUE_STRING ? '"' + text + '"' : text);
            return whole.length() <= 60 ? whole : whole.substring(0, 60) + "…";
        }
    }

    private ConfigFile(String path, Map<String, Value> values) {
        this.path = path;
        this.values = values;
    }

    /** Reads {@code config.json} of a model. */
    public static ConfigFile of(ModelFiles files) {
        return of(files, CONFIG);
    }

    /** Reads another file of a model that is one JSON object, such as {@code generation_config.json}. */
    public static ConfigFile of(ModelFiles files, String file) {
        String path = files.name() + "/" + file;
        StreamReadConstraints limits = StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER).build();
        JsonFactory factory = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(limits).build();
        try (JsonParser json = factory.createParser(ObjectReadContext.empty(), files.read(file))) {
            return new ConfigFile(path, read(json, path));
        } catch (JacksonException e) {
            throw new ModelException(path + " is not valid JSON: " + oneLine(e.getOriginalMessage()));
        }
    }

    private static Map<String, Value> read(JsonParser json, String path) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new ModelException(path + ": expected a JSON object, found something else");
        }
        Map<String, Value> values = new HashMap<>();
        for (String key = json.nextName(); key != null; key = json.nextName()) {
            JsonToken kind = json.nextToken();
            String text = kind.isStructStart() ? kind.asString() + "…" : json.getString();
            values.put(key, new Value(kind, text, kind == JsonToken.START_ARRAY ? texts(json) : List.of()));
            json.skipChildren();
        }
        if (json.nextToken() != null) {
            throw new ModelException(path + ": expected one JSON object, found more behind it");
        }
        return values;
    }

    /** The texts in the list that begins here, up to its end. */
    private static List<String> texts(JsonParser json) {
        List<String> texts = new ArrayList<>();
        for (JsonToken each = json.nextToken(); each != null && each != JsonToken.END_ARRAY; each = json.nextToken()) {
            if (each == JsonToken.VALUE_STRING) {
                texts.add(json.getString());
            }
            json.skipChildren();
        }
        return texts;
    }

    /** What a file says as it may be shown: nothing that would play with a terminal. */
    private static String oneLine(String message) {
        return message.replaceAll("[\\s\\p{Cc}\\u2028\\u2029]+", " ");
    }

    /** What kind of model this is, for example {@code gpt2}; empty when the file does not say. */
    public String modelType() {
        return text("model_type", "");
    }

    /** A whole number that must be there, at least 1. */
    public int count(String key) {
        if (find(key) == null) {
            throw new ModelException(where(key) + " is missing; it must be a whole number of at least 1");
        }
        return count(key, 1);
    }

    /** A whole number that must be there, at least 1, and divide the number of another key: heads and width. */
    public int countDividing(String key, String whole) {
        int all = count(whole);
        int count = count(key);
        if (all % count != 0) {
            throw new ModelException(where(key) + " is " + count + ", which does not divide " + whole + " = " + all);
        }
        return count;
    }

    /** A whole number of at least 1, or the other value when the key is absent or null. */
    public int count(String key, int otherwise) {
        return atLeast(1, key, otherwise);
    }

    /** A whole number of at least 0, or the other value when the key is absent or null. */
    public int countOrNone(String key, int otherwise) {
        return atLeast(0, key, otherwise);
    }

    private int atLeast(int least, String key, int otherwise) {
        Value value = find(key);
        if (value == null) {
            return otherwise;
        }
        int number = whole(value);
        if (number < least) {
            throw new ModelException(
                    where(key) + " must be a whole number of at least " + least + ", found " + value.shown());
        }
        return number;
    }

    /** A number of any sign, or the other value when the key is absent or null. */
    public double number(String key, double otherwise) {
        Value value = find(key);
        if (value == null) {
            return otherwise;
        }
        double number = value.isNumber() ? Double.parseDouble(value.text()) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw new ModelException(where(key) + " must be a number, found " + value.shown());
        }
        return number;
    }

    /** A number above 0, or the other value when the key is absent or null. */
    public float positive(String key, float otherwise) {
        Value value = find(key);
        if (value == null) {
            return otherwise;
        }
        float number = value.isNumber() ? Float.parseFloat(value.text()) : Float.NaN;
        if (!(number > 0) || Float.isInfinite(number)) {
            throw new ModelException(where(key) + " must be a number above 0, found " + value.shown());
        }
        return number;
    }

    /** True or false, or the other value when the key is absent or null. */
    public boolean flag(String key, boolean otherwise) {
        Value value = find(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.kind().isBoolean()) {
            throw new ModelException(where(key) + " must be true or false, found " + value.shown());
        }
        return value.kind() == JsonToken.VALUE_TRUE;
    }

    /** A text, or the other value when the key is absent or null. */
    public String text(String key, String otherwise) {
        Value value = find(key);
        if (value == null) {
            return otherwise;
        }
        if (value.kind() != JsonToken.VALUE_STRING) {
            throw new ModelException(where(key) + " must be a text, found " + value.shown());
        }
        return value.text();
    }

    /** The texts in a list; none when the key is absent, null or no list. */
    public List<String> texts(String key) {
        Value value = find(key);
        return value == null ? List.of() : value.texts();
    }

    /** One of some values, as JSON writes them; the other value when the key is absent or null. */
    public String oneOf(List<String> values, String key, String otherwise) {
        Value value = find(key);
        if (value == null) {
            return otherwise;
        }
        if (!values.contains(value.shown())) {
            throw new ModelException(
                    where(key) + " must be one of " + String.join(", ", values) + ", found " + value.shown());
        }
        return value.shown();
    }

    /** A token id from 0 to vocabulary − 1, or −1 when the key is absent or null. */
    public int tokenId(String key, int vocabulary) {
        Value value = find(key);
        if (value == null) {
            return -1;
        }
        int id = whole(value);
        if (id < 0 || id >= vocabulary) {
            throw new ModelException(where(key) + " must be a token id from 0 to " + (vocabulary - 1) + ", found "
                    + value.shown());
        }
        return id;
    }

    /** Whether the key is there and not null. */
    public boolean isSet(String key) {
        return find(key) != null;
    }

    /** Whether the key is there, even as null. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    private Value find(String key) {
        Value value = values.get(key);
        return value == null || value.kind() == JsonToken.VALUE_NULL ? null : value;
    }

    /** The whole number that this is, −1 if it is something else or out of range. */
    private static int whole(Value value) {
        try {
            return value.kind() == JsonToken.VALUE_NUMBER_INT ? Integer.parseInt(value.text()) : -1;
        } catch (NumberFormatException e) {
            return -1; // more digits than an int holds
        }
    }

    /** The value of a key as a message shows it: in one line, cut where it is long; empty when the key is absent. */
    public String shown(String key) {
        return has(key) ? values.get(key).shown() : "";
    }

    /** How to refer to a key in a message. */
    public String where(String key) {
        return path + ": '" + key + "'";
    }
}
