package org.vitrine.tokenizer;

import java.util.Map;
import org.vitrine.tokenizer.JsonInput.Member;

/**
 * Reads tokenizer.json, the file of Hugging Face's Rust library, as far as it describes BERT's WordPiece. Its truncation
 * and padding are passed over, as transformers does.
 *
 * @see <a href="https://github.com/huggingface/tokenizers/blob/v0.22.2/tokenizers/src/tokenizer/serialization.rs">
 *      the reference</a>
 */
final class WordPieceJson {
    private static final String SUPPORTED = "; supported is BERT's WordPiece";

    private final String file;
    private final JsonInput json;
    private final AddedTokenReader addedTokens;
    private final BertNormalizerReader normalizer = new BertNormalizerReader();
    private final TemplateReader template;
    private Map<String, Integer> pieces;
    private String unknown = "[UNK]";
    private String prefix = WordPieceFiles.PREFIX;
    private int mostCharacters = WordPieceFiles.MOST_CHARACTERS;
    private String decodedPrefix = WordPieceFiles.PREFIX;
    private boolean cleanup = true;
    private boolean hasNormalizer;
    private boolean hasPreTokenizer;
    private boolean hasDecoder;

    private WordPieceJson(String file, JsonInput json) {
        this.file = file;
        this.json = json;
        addedTokens = new AddedTokenReader(file);
        template = new TemplateReader(file);
    }

    /**
     * The tokenizer that the file describes.
     *
     * @param file   what to call it in messages
     * @param config what tokenizer_config.json says: it has the last word on cleaning
     * @throws TokenizerException if the file is damaged or describes another kind of tokenizer
     */
    static WordPieceTokenizer read(String file, byte[] bytes, TokenizerConfig config) {
        WordPieceJson reader = JsonInput.readWhole(file, bytes, json -> new WordPieceJson(file, json).readMembers());
        return reader.build(config);
    }

    private WordPieceJson readMembers() {
        json.object("a JSON object", this::member);
        return this;
    }

    private void member(String key) {
        switch (key) {
            case "added_tokens" -> json.array("a list of added tokens",
                    () -> addedTokens.add(AddedTokenReader.read(json, AddedTokenReader.NO_ID, false)));
            case "normalizer" -> hasNormalizer = part(key, "BertNormalizer", option -> normalizer.member(json, option));
            case "pre_tokenizer" -> hasPreTokenizer = part(key, "BertPreTokenizer", _ -> json.skip());
            case "post_processor" -> template.read(json);
            case "decoder" -> hasDecoder = part(key, "WordPiece", this::decoderOption);
            case "model" -> json.object("the model as an object", this::modelMember);
            default -> json.skip();
        }
    }

    private boolean part(String name, String type, Member options) {
        return TypedPart.read(json, name, type, SUPPORTED, options);
    }

    private void decoderOption(String key) {
        switch (key) {
            case "prefix" -> decodedPrefix = json.string("prefix as text");
            case "cleanup" -> cleanup = json.bool("cleanup: true or false");
            default -> json.skip();
        }
    }

    private void modelMember(String key) {
        switch (key) {
            case "vocab" -> pieces = PieceReader.read(json);
            case "unk_token" -> unknown = json.string("unk_token as text");
            case "continuing_subword_prefix" -> prefix = json.string("continuing_subword_prefix as text");
            case "max_input_chars_per_word" -> {
                double most = json.number("max_input_chars_per_word as a number");
                if (most < 0 || most != Math.rint(most)) {
                    throw json.wrong("max_input_chars_per_word as a whole number");
                }
                mostCharacters = (int) Math.min(most, Integer.MAX_VALUE);
            }
            default -> json.skip();
        }
    }

    private WordPieceTokenizer build(TokenizerConfig config) {
        if (pieces == null) {
            throw new TokenizerException(file + ": expected a model with \"vocab\", found none" + SUPPORTED);
        }
        requirePart(hasPreTokenizer, "pre_tokenizer", "BertPreTokenizer");
        requirePart(template.found(), "post_processor", "TemplateProcessing");
        requirePart(hasDecoder, "decoder", "WordPiece");
        WordPieceFiles.requirePiece(unknown, "unk_token", file, pieces);
        WordPieceMatcher matcher = new WordPieceMatcher(pieces.keySet(), prefix, unknown, mostCharacters);
        Vocabulary vocabulary = new Vocabulary(pieces, addedTokens.resolve(pieces));
        BertNormalizer cleaning = hasNormalizer
                ? normalizer.build(config)
                : new BertNormalizer(false, false, false, false);
        return new WordPieceTokenizer(vocabulary, cleaning, matcher, new WordPieceDecoder(decodedPrefix, cleanup),
                template.template(vocabulary));
    }

    private void requirePart(boolean found, String name, String type) {
        if (!found) {
            throw new TokenizerException(file + ": expected the type " + type + " for " + name + ", found nothing"
                    + SUPPORTED);
        }
    }
}
