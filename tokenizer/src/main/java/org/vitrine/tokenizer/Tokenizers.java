package org.vitrine.tokenizer;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The way in: from a model folder's files to its tokenizer. */
public final class Tokenizers {
    private static final String SUPPORTED = "supported are GPT-2's byte-level BPE, as tokenizer.json or as"
            + " vocab.json with merges.txt, and BERT's WordPiece, as tokenizer.json or as vocab.txt";

    private Tokenizers() {
    }

    /**
     * The tokenizer of a model: that of tokenizer.json if there is one, else that of vocab.json and merges.txt or of
     * vocab.txt, with the special tokens of added_tokens.json, special_tokens_map.json and tokenizer_config.json.
     * Whether a space goes before the first word, and whether text is made lower case, loses its accents and gets spaces
     * around Han ideographs, is for tokenizer_config.json to say, then for tokenizer.json.
     *
     * @param name  what the user called the model, for messages
     * @param files the bytes of the model folder's files by name; empty if there is no such file
     * @throws TokenizerException if a file is missing or damaged or describes a tokenizer of another kind
     */
    public static Tokenizer load(String name, Function<String, Optional<byte[]>> files) {
        Optional<byte[]> tokenizer = files.apply("tokenizer.json");
        boolean wordPiece = tokenizer.isEmpty() && files.apply("vocab.json").isEmpty()
                && files.apply("merges.txt").isEmpty() && files.apply("vocab.txt").isPresent();
        TokenizerConfig config = wordPiece ? TokenizerConfig.bert() : new TokenizerConfig();
        files.apply("tokenizer_config.json").ifPresent(bytes -> config.read(name + ": tokenizer_config.json", bytes));
        if (tokenizer.isPresent()) {
            return ofJson(name + ": tokenizer.json", tokenizer.get(), config);
        }
        if (wordPiece) {
            requireKind(name, files, config, "bert", Set.of("BertTokenizer", "BertTokenizerFast"));
            return WordPieceFiles.read(name, files, config);
        }
        requireGpt2(name, files, config);
        return VocabularyFiles.read(name, files, config);
    }

    private static Tokenizer ofJson(String file, byte[] bytes, TokenizerConfig config) {
        String type = JsonInput.readStart(file, bytes, Tokenizers::modelType);
        return switch (type) {
            case "BPE" -> TokenizerJson.read(file, bytes, config.addPrefixSpace());
            case "WordPiece" -> WordPieceJson.read(file, bytes, config);
            default -> throw new TokenizerException(file + ": this is a " + type + " tokenizer; " + SUPPORTED);
        };
    }

    /** The type of the model in tokenizer.json; old files do not name it, but only WordPiece limits a word's length. */
    private static String modelType(JsonInput json) {
        String found = json.find("model") == null ? null : json.find("type", "merges", "max_input_chars_per_word");
        if ("type".equals(found)) {
            return json.scalar();
        }
        return "max_input_chars_per_word".equals(found) ? "WordPiece" : "BPE";
    }

    /** Without tokenizer.json the kind of tokenizer shows only in the names of files, of its class and of the model. */
    private static void requireGpt2(String name, Function<String, Optional<byte[]>> files, TokenizerConfig config) {
        if (files.apply("vocab.json").isEmpty() && files.apply("merges.txt").isEmpty()) {
            throw new TokenizerException(
                    name + ": found no tokenizer: neither tokenizer.json nor vocab.json and merges.txt"
                            + " nor vocab.txt; " + SUPPORTED);
        }
        requireKind(name, files, config, "gpt2", Set.of("GPT2Tokenizer", "GPT2TokenizerFast"));
        if (config.addsBeginning()) {
            throw new TokenizerException(
                    name + ": tokenizer_config.json sets add_bos_token, a token before every text; "
                            + SUPPORTED + ", without it");
        }
    }

    private static void requireKind(String name, Function<String, Optional<byte[]>> files, TokenizerConfig config,
            String modelType, Set<String> classes) {
        String kind = config.tokenizerClass();
        if (kind != null && !classes.contains(kind)) {
            throw new TokenizerException(name + ": tokenizer_config.json names the class " + JsonInput.quote(kind)
                    + "; " + SUPPORTED + " (GPT2Tokenizer, BertTokenizer)");
        }
        TokenizerConfig model = new TokenizerConfig();
        files.apply("config.json").ifPresent(bytes -> model.read(name + ": config.json", bytes));
        if (kind == null && model.modelType() != null && !model.modelType().equals(modelType)) {
            throw new TokenizerException(name + ": config.json names a " + JsonInput.quote(model.modelType())
                    + " model, whose tokenizer is of another kind; " + SUPPORTED);
        }
    }
}
