package org.vitrine.tokenizer;

/** Reads the normalizer of type BertNormalizer in tokenizer.json; what the file leaves out is as in the reference. */
final class BertNormalizerReader {
    private boolean cleanText = true;
    private boolean spaceCjk = true;
    private Boolean stripAccents;
    private boolean lowercase = true;

    /** Takes a member of the object over. */
    void member(JsonInput json, String key) {
        switch (key) {
            case "clean_text" -> cleanText = json.bool("clean_text: true or false");
            case "handle_chinese_chars" -> spaceCjk = json.bool("handle_chinese_chars: true or false");
            case "strip_accents" -> stripAccents = json.boolOrNull(key);
            case "lowercase" -> lowercase = json.bool("lowercase: true or false");
            default -> json.skip();
        }
    }

    /** What tokenizer_config.json says, and else what was read: so does transformers. */
    BertNormalizer build(TokenizerConfig config) {
        return BertNormalizer.of(cleanText, config.spaceCjk() == null ? spaceCjk : config.spaceCjk(),
                config.stripAccents() == null ? stripAccents : config.stripAccents(),
                config.lowercase() == null ? lowercase : config.lowercase());
    }
}
