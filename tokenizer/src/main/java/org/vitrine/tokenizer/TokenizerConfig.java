package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What tokenizer_config.json, special_tokens_map.json and config.json say that matters here. */
final class TokenizerConfig {
    /** The roles that a token can have, in the order in which the reference numbers new ones. */
    private static final List<String> ROLES = List.of("bos_token", "eos_token", "unk_token", "sep_token", "pad_token",
            "cls_token", "mask_token");

    private final Map<String, AddedToken> roles = new HashMap<>(); // with all options
    private final Map<String, String> contents = new HashMap<>(); // by characters alone; null for no such token
    private final List<AddedToken> additional = new ArrayList<>();
    private final Map<Integer, AddedToken> added = new TreeMap<>();
    private String tokenizerClass;
    private String modelType;
    private Boolean addPrefixSpace;
    private Boolean trimOffsets;
    private boolean addsBeginning;
    private Boolean lowercase;
    private Boolean stripAccents;
    private Boolean spaceCjk;

    /**
     * Takes over what a file says; what it does not say stays as it is.
     *
     * @param file what to call it in messages
     */
    void read(String file, byte[] bytes) {
        JsonInput.readWhole(file, bytes, json -> {
            json.object("a JSON object", key -> member(json, key));
            return this;
        });
    }

    private void member(JsonInput json, String key) {
        switch (key) {
            case "model_type" -> modelType = json.isNull() ? null : json.string("model_type as text");
            case "tokenizer_class" -> tokenizerClass = json.isNull() ? null : json.string("tokenizer_class as text");
            case "add_prefix_space" -> addPrefixSpace = json.boolOrNull(key);
            case "trim_offsets" -> trimOffsets = json.boolOrNull(key);
            case "do_lower_case" -> lowercase = json.boolOrNull(key);
            case "strip_accents" -> stripAccents = json.boolOrNull(key);
            case "tokenize_chinese_chars" -> spaceCjk = json.boolOrNull(key);
            case "add_bos_token" -> addsBeginning = json.isTrue();
            case "added_tokens_decoder" -> json.object("an object of ids and added tokens", id -> decoder(json, id));
            case "additional_special_tokens" -> {
                additional.clear();
                if (!json.isNull()) {
                    json.array("a list of special tokens", () -> additional.add(json.isObject()
                            ? described(json)
                            : AddedTokenReader.plain(content(json), false, true)));
                }
            }
            default -> {
                if (!ROLES.contains(key)) {
                    json.skip();
                } else if (json.isObject()) {
                    roles.put(key, described(json));
                } else {
                    roles.remove(key);
                    contents.put(key, json.isNull() ? null : content(json));
                }
            }
        }
    }

    private static AddedToken described(JsonInput json) {
        return AddedTokenReader.read(json, AddedTokenReader.NO_ID, true);
    }

    private static String content(JsonInput json) {
        String content = json.string("a special token as text or object");
        if (content.isEmpty()) {
            throw json.wrong("a special token of at least one character");
        }
        return content;
    }

    private void decoder(JsonInput json, String key) {
        if (!key.matches("[0-9]{1,7}") || Integer.parseInt(key) >= Vocabulary.MAX_IDS) {
            throw json.error("expected an id as key of added_tokens_decoder, found " + JsonInput.quote(key));
        }
        int id = Integer.parseInt(key);
        added.put(id, AddedTokenReader.read(json, id, false));
    }

    /** The class of tokenizer that the folder names, or null. */
    String tokenizerClass() {
        return tokenizerClass;
    }

    /** The kind of model that config.json names, or null. */
    String modelType() {
        return modelType;
    }

    /** What is said about a space before the first word, else what the caller knows. */
    boolean addPrefixSpace(boolean otherwise) {
        return addPrefixSpace == null ? otherwise : addPrefixSpace;
    }

    /** What is said about white space at the ends of spans, else what the caller knows. */
    boolean trimOffsets(boolean otherwise) {
        return trimOffsets == null ? otherwise : trimOffsets;
    }

    /** What is said about lower case, or null. */
    Boolean lowercase() {
        return lowercase;
    }

    /** What is said about taking accents away, or null. */
    Boolean stripAccents() {
        return stripAccents;
    }

    /** What is said about spaces around Han ideographs, or null. */
    Boolean spaceCjk() {
        return spaceCjk;
    }

    /** Whether a beginning token is put before every text. */
    boolean addsBeginning() {
        return addsBeginning;
    }

    /** The tokens of added_tokens_decoder, by id. */
    Map<Integer, AddedToken> addedTokens() {
        return added;
    }

    /**
     * The special token of a role, or null: as an object describes it, or by its characters with the options of the
     * default, or the default itself.
     *
     * @param defaults the model's own special tokens by role
     */
    AddedToken specialToken(String role, Map<String, AddedToken> defaults) {
        if (roles.containsKey(role)) {
            return roles.get(role);
        }
        AddedToken usual = defaults.get(role);
        if (!contents.containsKey(role)) {
            return usual;
        }
        String content = contents.get(role);
        if (content == null || usual == null) {
            return content == null ? null : AddedTokenReader.plain(content, true, true);
        }
        return new AddedToken(AddedTokenReader.NO_ID, content, usual.singleWord(), usual.lstrip(), usual.rstrip(),
                usual.normalized(), true);
    }

    /** The special tokens in the order in which the reference numbers new ones; one may have several roles. */
    List<AddedToken> specialTokens(Map<String, AddedToken> defaults) {
        Map<String, AddedToken> unique = new LinkedHashMap<>();
        for (String role : ROLES) {
            AddedToken token = specialToken(role, defaults);
            if (token != null) {
                unique.putIfAbsent(token.content(), token);
            }
        }
        for (AddedToken token : additional) {
            unique.putIfAbsent(token.content(), token);
        }
        return List.copyOf(unique.values());
    }
}
