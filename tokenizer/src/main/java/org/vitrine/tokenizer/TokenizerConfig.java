package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What tokenizer_config.json, special_tokens_map.json and config.json say that matters here. */
final class TokenizerConfig {
    /** The roles that a token can have, in the order in which the reference numbers new ones. */
    private static final List<String> ROLES = List.of("bos_token", "eos_token", "unk_token", "sep_token", "pad_token",
            "cls_token", "mask_token");

    private final Map<String, AddedToken> roles = new LinkedHashMap<>();
    private final List<AddedToken> additional = new ArrayList<>();
    private final Map<Integer, AddedToken> added = new TreeMap<>();
    private String tokenizerClass;
    private String modelType;
    private Boolean addPrefixSpace;
    private boolean addsBeginning;
    private Boolean lowercase;
    private Boolean stripAccents;
    private Boolean spaceCjk;
    private boolean normalizedRoles = true; // whether a special token written as mere text is normalized

    /** GPT-2's defaults: one token for beginning, end and unknown. */
    TokenizerConfig() {
        for (String role : ROLES.subList(0, 3)) {
            roles.put(role, AddedTokenReader.plain("<|endoftext|>", true, true));
        }
    }

    /** BERT's defaults: all roles but beginning and end. */
    static TokenizerConfig bert() {
        TokenizerConfig config = new TokenizerConfig();
        config.roles.clear();
        config.normalizedRoles = false;
        for (String content : List.of("[UNK]", "[SEP]", "[PAD]", "[CLS]", "[MASK]")) {
            String role = content.substring(1, content.length() - 1).toLowerCase(Locale.ROOT) + "_token";
            config.roles.put(role, AddedTokenReader.plain(content, false, true));
        }
        return config;
    }

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
            case "do_lower_case" -> lowercase = json.boolOrNull(key);
            case "strip_accents" -> stripAccents = json.boolOrNull(key);
            case "tokenize_chinese_chars" -> spaceCjk = json.boolOrNull(key);
            case "add_bos_token" -> addsBeginning = json.isTrue();
            case "added_tokens_decoder" -> json.object("an object of ids and added tokens", id -> decoder(json, id));
            case "additional_special_tokens" -> {
                additional.clear();
                if (!json.isNull()) {
                    json.array("a list of special tokens", () -> additional.add(token(json, false)));
                }
            }
            default -> {
                if (!ROLES.contains(key)) {
                    json.skip();
                } else if (json.isNull()) {
                    roles.remove(key);
                } else {
                    roles.put(key, token(json, normalizedRoles));
                }
            }
        }
    }

    /** A special token, as its characters alone or as an object with options. */
    private static AddedToken token(JsonInput json, boolean normalized) {
        if (json.isObject()) {
            return AddedTokenReader.read(json, AddedTokenReader.NO_ID, true);
        }
        String content = json.string("a special token as text or object");
        if (content.isEmpty()) {
            throw json.wrong("a special token of at least one character");
        }
        return AddedTokenReader.plain(content, normalized, true);
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

    /** What is said about a space before the first word, or null. */
    Boolean addPrefixSpace() {
        return addPrefixSpace;
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

    /** The characters of the token with a role such as {@code "unk_token"}, if there is one. */
    Optional<String> role(String role) {
        return Optional.ofNullable(roles.get(role)).map(AddedToken::content);
    }

    /** Whether a beginning token is put before every text. */
    boolean addsBeginning() {
        return addsBeginning;
    }

    /** The tokens of added_tokens_decoder, by id. */
    Map<Integer, AddedToken> addedTokens() {
        return added;
    }

    /** The special tokens in the order in which the reference numbers new ones; one may have several roles. */
    List<AddedToken> specialTokens() {
        Map<String, AddedToken> unique = new LinkedHashMap<>();
        for (String role : ROLES) {
            if (roles.containsKey(role)) {
                unique.putIfAbsent(roles.get(role).content(), roles.get(role));
            }
        }
        for (AddedToken token : additional) {
            unique.putIfAbsent(token.content(), token);
        }
        return List.copyOf(unique.values());
    }
}
