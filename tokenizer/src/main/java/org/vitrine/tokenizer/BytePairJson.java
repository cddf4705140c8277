package org.vitrine.tokenizer;

import java.util.List;
import java.util.Map;
import org.vitrine.tokenizer.JsonInput.Member;

/**
 * Reads tokenizer.json, the file of Hugging Face's Rust library, as far as it describes byte-level BPE. Its truncation
 * and padding are passed over, as transformers does.
 *
 * @see <a href="https://github.com/huggingface/tokenizers/blob/v0.22.2/tokenizers/src/tokenizer/serialization.rs">
 *      the reference</a>
 */
final class BytePairJson {
    private static final String SUPPORTED = "; supported is GPT-2's and BART's byte-level BPE";

    private final String file;
    private final JsonInput json;
    private final MergeReader merges;
    private final AddedTokenReader addedTokens;
    private final TemplateReader template;
    private Map<String, Integer> pieces;
    private boolean hasMerges;
    private boolean byteLevel;
    private boolean decodesBytes;
    private boolean addPrefixSpace;

    private BytePairJson(String file, JsonInput json) {
        this.file = file;
        this.json = json;
        merges = new MergeReader(file, "merge");
        addedTokens = new AddedTokenReader(file);
        template = new TemplateReader(file);
    }

    /**
     * The tokenizer that the file describes.
     *
     * @param file   what to call it in messages
     * @param config what tokenizer_config.json says; about spaces it has the last word
     * @throws TokenizerException if the file is damaged or describes another kind of tokenizer
     */
    static BytePairTokenizer read(String file, byte[] bytes, TokenizerConfig config) {
        BytePairJson reader = JsonInput.readWhole(file, bytes, json -> new BytePairJson(file, json).readMembers());
        return reader.build(config);
    }

    private BytePairJson readMembers() {
        json.object("a JSON object", this::member);
        return this;
    }

    private void member(String key) {
        switch (key) {
            case "added_tokens" -> json.array("a list of added tokens",
                    () -> addedTokens.add(AddedTokenReader.read(json, AddedTokenReader.NO_ID, false)));
            case "normalizer" -> onlyNull("a normalizer");
            case "pre_tokenizer" -> byteLevel = part(key, this::preTokenizerOption);
            case "post_processor" -> template.read(json);
            case "decoder" -> decodesBytes = part(key, _ -> json.skip());
            case "model" -> json.object("the model as an object", this::modelMember);
            default -> json.skip();
        }
    }

    private boolean part(String name, Member options) {
        return TypedPart.read(json, name, "ByteLevel", SUPPORTED, options);
    }

    private void onlyNull(String what) {
        if (!json.isNull()) {
            throw json.error("this tokenizer has " + what + SUPPORTED + ", which has none");
        }
    }

    private void preTokenizerOption(String key) {
        switch (key) {
            case "add_prefix_space" -> addPrefixSpace = json.bool("add_prefix_space: true or false");
            case "use_regex" -> {
                if (!json.bool("use_regex: true or false")) {
                    throw json.error("use_regex is false, so that text is not split into words" + SUPPORTED);
                }
            }
            default -> json.skip();
        }
    }

    private void modelMember(String key) {
        switch (key) {
            case "vocab" -> pieces = PieceReader.read(json);
            case "merges" -> readMerges();
            case "dropout" -> {
                if (!json.isNull() && json.number("dropout as a number or null") != 0) {
                    throw json.error(
                            "dropout is " + json.scalar() + ", which makes ids random" + SUPPORTED + " without it");
                }
            }
            case "continuing_subword_prefix", "end_of_word_suffix" -> {
                if (!json.isNull() && !json.string(key + " as text").isEmpty()) {
                    throw json.error(key + " is " + JsonInput.quote(json.scalar()) + SUPPORTED + ", where it is empty");
                }
            }
            case "ignore_merges" -> {
                if (json.isTrue()) {
                    throw json.error("ignore_merges is true" + SUPPORTED + ", where it is false");
                }
            }
            default -> json.skip(); // unk_token, fuse_unk, byte_fallback: no byte is unknown here
        }
    }

    private void readMerges() {
        hasMerges = true;
        int[] place = new int[1];
        json.array("a list of merges", () -> {
            place[0]++;
            if (json.isString()) {
                merges.add(json.string("a merge"), place[0]);
            } else {
                List<String> pair = json.strings("a merge as \"a b\" or [\"a\", \"b\"]", 2);
                merges.add(pair.get(0), pair.get(1), place[0]);
            }
        });
    }

    private BytePairTokenizer build(TokenizerConfig config) {
        if (pieces == null || !hasMerges) {
            throw new TokenizerException(file + ": expected a model with \"vocab\" and \"merges\", found none"
                    + SUPPORTED);
        }
        if (!byteLevel || !decodesBytes) {
            throw new TokenizerException(
                    file + ": expected the type ByteLevel for pre_tokenizer and decoder, found nothing"
                            + SUPPORTED);
        }
        Merges rules = merges.resolve(pieces);
        List<AddedToken> added = addedTokens.resolve(pieces);
        PieceReader.requireGlyphs(file, pieces);
        Vocabulary vocabulary = new Vocabulary(pieces, added);
        return new BytePairTokenizer(vocabulary, rules, template.spaces(addPrefixSpace, config),
                template.template(vocabulary));
    }
}
