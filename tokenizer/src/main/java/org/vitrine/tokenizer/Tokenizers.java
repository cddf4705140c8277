package org.vitrine.tokenizer;

import java.util.Optional;
import java.util.function.Function;

/** The way in: from a model folder's files to its tokenizer. */
public final class Tokenizers {
    private static final String SUPPORTED = "supported is GPT-2's and BART's byte-level BPE, as tokenizer.json or as"
            + " vocab.json with merges.txt";

    private Tokenizers() {
    }

    /**
     * The tokenizer of a model: that of tokenizer.json if there is one, else that of vocab.json and merges.txt with the
     * special tokens of added_tokens.json, special_tokens_map.json and tokenizer_config.json. Whether a space goes
     * before the first word is for tokenizer_config.json to say, then for tokenizer.json. Without tokenizer.json, the
     * class that tokenizer_config.json names, else the model_type of config.json, tells BART and RoBERTa from GPT-2.
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
            return TokenizerJson.read(name + ": tokenizer.json", tokenizer.get(), config);
        }
        return VocabularyFiles.read(name, files, config, family(name, files, config));
    }

    /** Without tokenizer.json the kind of tokenizer shows only in the names of files, of its class and of the model. */
    private static BytePairFamily family(String name, Function<String, Optional<byte[]>> files,
            TokenizerConfig config) {
        if (files.apply("vocab.json").isEmpty() && files.apply("merges.txt").isEmpty()) {
            boolean wordPiece = files.apply("vocab.txt").isPresent();
            throw new TokenizerException(name + ": " + (wordPiece
                    ? "found vocab.txt, a WordPiece vocabulary"
                    : "found no tokenizer: neither tokenizer.json nor vocab.json and merges.txt") + "; " + SUPPORTED);
        }
        TokenizerConfig model = new TokenizerConfig();
        files.apply("config.json").ifPresent(bytes -> model.read(name + ": config.json", bytes));
        String kind = config.tokenizerClass();
        BytePairFamily family = BytePairFamily.GPT2;
        if (kind != null) {
            family = BytePairFamily.ofClass(kind).orElseThrow(() -> new TokenizerException(
                    name + ": tokenizer_config.json names the class " + JsonInput.quote(kind) + "; " + SUPPORTED
                            + " (GPT2Tokenizer, BartTokenizer, RobertaTokenizer)"));
        } else if (model.modelType() != null) {
            family = BytePairFamily.ofModelType(model.modelType()).orElseThrow(() -> new TokenizerException(
                    name + ": config.json names a " + JsonInput.quote(model.modelType())
                            + " model, whose tokenizer is of another kind; " + SUPPORTED));
        }
        if (family == BytePairFamily.GPT2 && config.addsBeginning()) {
            throw new TokenizerException(
                    name + ": tokenizer_config.json sets add_bos_token, a token before every text; "
                            + SUPPORTED + ", without it");
        }
        return family;
    }
}
