package org.vitrine.tokenizer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The models whose tokenizers can be read without a tokenizer.json. What sets those apart that have the same files is
 * their special tokens, which transformers knows without any file.
 *
 * @see <a href=
 *      "https://github.com/huggingface/transformers/blob/v4.57.6/src/transformers/models/bart/tokenization_bart_fast.py">
 *      BartTokenizerFast in the reference</a>
 */
enum TokenizerFamily {
    /** One token for beginning, end and unknown; no template. */
    GPT2("GPT2Tokenizer", "gpt2", endOfText()),
    /** {@code <s> A </s></s> B </s>}; the mask swallows the space before it. */
    BART("BartTokenizer", "bart", boundaries(true)),
    /** As BART, but that the mask is looked for before the other tokens. */
    ROBERTA("RobertaTokenizer", "roberta", boundaries(false)),
    /** WordPiece: {@code [CLS] A [SEP] B [SEP]}. */
    BERT("BertTokenizer", "bert", brackets());

    private final Set<String> classes;
    private final String modelType;
    private final Map<String, AddedToken> specialTokens;

    TokenizerFamily(String tokenizerClass, String modelType, Map<String, AddedToken> specialTokens) {
        classes = Set.of(tokenizerClass, tokenizerClass + "Fast");
        this.modelType = modelType;
        this.specialTokens = specialTokens;
    }

    private static Map<String, AddedToken> endOfText() {
        AddedToken end = AddedTokenReader.plain("<|endoftext|>", true, true);
        return Map.of("bos_token", end, "eos_token", end, "unk_token", end);
    }

    private static Map<String, AddedToken> boundaries(boolean maskNormalized) {
        AddedToken begin = AddedTokenReader.plain("<s>", true, true);
        AddedToken end = AddedTokenReader.plain("</s>", true, true);
        AddedToken mask = new AddedToken(AddedTokenReader.NO_ID, "<mask>", false, true, false, maskNormalized, true);
        return Map.of("bos_token", begin, "cls_token", begin, "eos_token", end, "sep_token", end,
                "unk_token", AddedTokenReader.plain("<unk>", true, true),
                "pad_token", AddedTokenReader.plain("<pad>", true, true), "mask_token", mask);
    }

    private static Map<String, AddedToken> brackets() {
        Map<String, AddedToken> tokens = new HashMap<>();
        for (String name : List.of("unk", "sep", "pad", "cls", "mask")) {
            String content = "[" + name.toUpperCase(Locale.ROOT) + "]";
            tokens.put(name + "_token", AddedTokenReader.plain(content, false, true));
        }
        return Map.copyOf(tokens);
    }

    /** The family whose tokenizer has this class name, in Python or in Rust. */
    static Optional<TokenizerFamily> ofClass(String name) {
        for (TokenizerFamily family : values()) {
            if (family.classes.contains(name)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }

    /** The family of a config.json's model_type. */
    static Optional<TokenizerFamily> ofModelType(String modelType) {
        for (TokenizerFamily family : values()) {
            if (family.modelType.equals(modelType)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }

    /** The special tokens by role where no file says otherwise, without their ids. */
    Map<String, AddedToken> specialTokens() {
        return specialTokens;
    }
}
