package org.vitrine.tokenizer;

import java.util.Optional;
import java.util.function.Function;

/** The way in: from a model folder's files to its tokenizer. */
public final class Tokenizers {
    private static final String SUPPORTED = "supported are GPT-2's and BART's byte-level BPE, as tokenizer.json or as"
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
        TokenizerConfig config = new TokenizerConfig();
        files.apply("tokenizer_config.json").ifPresent(bytes -> config.read(name + ": tokenizer_config.json", bytes));
        Optional<byte[]> tokenizer = files.apply("tokenizer.json");
        if (tokenizer.isPresent()) {
            return ofJson(name + ": tokenizer.json", tokenizer.get(), config);
        }
        TokenizerFamily family = family(name, files, config);
        return family == TokenizerFamily.BERT
                ? WordPieceFiles.read(name, files, config)
                : BytePairFiles.read(name, files, config, family);
    }

    private static Tokenizer ofJson(String file, byte[] bytes, TokenizerConfig config) {
        String type = JsonInput.readStart(file, bytes, Tokenizers::modelType);
        return switch (type) {
            case "BPE" -> BytePairJson.read(file, bytes, config);
            case "WordPiece" -> WordPieceJson.read(file, bytes, config);
            default -> throw new TokenizerException(
                    file + ": this is a " + JsonInput.shown(type) + " tokenizer; " + SUPPORTED);
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
    private static TokenizerFamily family(String name, Function<String, Optional<byte[]>> files,
            TokenizerConfig config) {
        boolean bytePairs = files.apply("vocab.json").isPresent() || files.apply("merges.txt").isPresent();
        if (!bytePairs && files.apply("vocab.txt").isEmpty()) {
            throw new TokenizerException(name + ": found no tokenizer: neither tokenizer.json nor vocab.json and"
                    + " merges.txt nor vocab.txt; " + SUPPORTED);
        }
        TokenizerFamily family = named(name, files, config)
                .orElse(bytePairs ? TokenizerFamily.GPT2 : TokenizerFamily.BERT);
        if (bytePairs == (family == TokenizerFamily.BERT)) {
            throw new TokenizerException(name + ": found " + (bytePairs ? "vocab.json or merges.txt" : "vocab.txt")
                    + ", but the folder names a model whose tokenizer is of another kind; " + SUPPORTED);
        }
        if (family == TokenizerFamily.GPT2 && config.addsBeginning()) {
            throw new TokenizerException(
                    name + ": tokenizer_config.json sets add_bos_token, a token before every text; "
                            + SUPPORTED + ", without it");
        }
        return family;
    }

    /** The family that the folder names, if it names one. */
    private static Optional<TokenizerFamily> named(String name, Function<String, Optional<byte[]>> files,
            TokenizerConfig config) {
        String kind = config.tokenizerClass();
        if (kind != null) {
            return Optional.of(TokenizerFamily.ofClass(kind).orElseThrow(() -> new TokenizerException(
                    name + ": tokenizer_config.json names the class " + JsonInput.quote(kind) + "; " + SUPPORTED
                            + " (GPT2Tokenizer, BartTokenizer, RobertaTokenizer, BertTokenizer)")));
        }
        TokenizerConfig model = new TokenizerConfig();
        files.apply("config.json").ifPresent(bytes -> model.read(name + ": config.json", bytes));
        if (model.modelType() == null) {
            return Optional.empty();
        }
        return Optional.of(TokenizerFamily.ofModelType(model.modelType()).orElseThrow(() -> new TokenizerException(
                name + ": config.json names a " + JsonInput.quote(model.modelType())
                        + " model, whose tokenizer is of another kind; " + SUPPORTED)));
    }
}
