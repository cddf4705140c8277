package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads vocab.json and merges.txt, the layout of OpenAI's release, with the special tokens of the files beside them. It
 * makes what transformers makes of such a folder.
 *
 * @see <a href="https://github.com/huggingface/transformers/blob/v4.57.6/src/transformers/convert_slow_tokenizer.py">
 *      GPT2Converter and RobertaConverter in the reference</a>
 */
final class VocabularyFiles {
    private final String name;
    private final Function<String, Optional<byte[]>> files;
    private final TokenizerConfig config;
    private final Map<String, AddedToken> defaults;

    private VocabularyFiles(String name, Function<String, Optional<byte[]>> files, TokenizerConfig config,
            BytePairFamily family) {
        this.name = name;
        this.files = files;
        this.config = config;
        defaults = family.specialTokens();
    }

    /**
     * The tokenizer of a folder without tokenizer.json.
     *
     * @param files  the folder's files by name
     * @param config what tokenizer_config.json says
     * @param family the kind of model that the folder is of
     * @throws TokenizerException if a file is damaged or missing, or the files do not belong together
     */
    static BytePairTokenizer read(String name, Function<String, Optional<byte[]>> files, TokenizerConfig config,
            BytePairFamily family) {
        VocabularyFiles reader = new VocabularyFiles(name, files, config, family);
        String vocabFile = name + ": vocab.json";
        Map<String, Integer> pieces = JsonInput.readWhole(vocabFile, reader.require("vocab.json", "merges.txt"),
                PieceReader::read);
        PieceReader.requireGlyphs(vocabFile, pieces);
        byte[] text = reader.require("merges.txt", "vocab.json");
        Merges merges = MergeReader.ofText(name + ": merges.txt", text).resolve(pieces);
        Vocabulary vocabulary = new Vocabulary(pieces, reader.addedTokens(pieces));
        boolean spaced = config.addPrefixSpace(false);
        if (family == BytePairFamily.GPT2) {
            return new BytePairTokenizer(vocabulary, merges, new SpaceRules(spaced, false, false), Template.NONE);
        }
        Template template = Template.roberta(reader.end("cls_token", vocabulary), reader.end("sep_token", vocabulary));
        return new BytePairTokenizer(vocabulary, merges, new SpaceRules(spaced, config.trimOffsets(true), spaced),
                template);
    }

    private byte[] require(String file, String other) {
        return files.apply(file).orElseThrow(() -> new TokenizerException(name + ": found " + other + " but no " + file
                + "; a byte-level BPE tokenizer is tokenizer.json, or vocab.json and merges.txt together"));
    }

    /** The added tokens by id: those that a file numbers, and the special ones. */
    private List<AddedToken> addedTokens(Map<String, Integer> pieces) {
        if (config.addedTokens().isEmpty()) {
            Optional<byte[]> map = files.apply("special_tokens_map.json");
            map.ifPresent(bytes -> config.read(name + ": special_tokens_map.json", bytes));
        }
        AddedTokenReader added = new AddedTokenReader(name);
        Set<String> contents = new HashSet<>();
        for (AddedToken token : numbered().values()) {
            contents.add(token.content());
            added.add(token);
        }
        for (AddedToken token : config.specialTokens(defaults)) {
            if (contents.add(token.content())) {
                added.add(token);
            }
        }
        List<AddedToken> tokens = new ArrayList<>(added.resolve(pieces));
        tokens.sort(Comparator.comparingInt(AddedToken::id));
        return tokens;
    }

    /** The added tokens with ids of their own: added_tokens_decoder or else, as it used to be, added_tokens.json. */
    private Map<Integer, AddedToken> numbered() {
        Optional<byte[]> file = files.apply("added_tokens.json");
        if (!config.addedTokens().isEmpty() || file.isEmpty()) {
            return config.addedTokens();
        }
        Map<Integer, AddedToken> tokens = new TreeMap<>();
        Set<String> special = new HashSet<>();
        for (AddedToken token : config.specialTokens(defaults)) {
            special.add(token.content());
        }
        Map<String, Integer> ids = JsonInput.readWhole(name + ": added_tokens.json", file.get(), PieceReader::read);
        for (Map.Entry<String, Integer> entry : ids.entrySet()) {
            boolean isSpecial = special.contains(entry.getKey());
            AddedToken token = AddedTokenReader.plain(entry.getKey(), !isSpecial, isSpecial);
            tokens.put(entry.getValue(), AddedTokenReader.withId(token, entry.getValue()));
        }
        return tokens;
    }

    /** The token that begins or ends a text. */
    private AddedToken end(String role, Vocabulary vocabulary) {
        AddedToken token = config.specialToken(role, defaults);
        if (token == null) {
            throw new TokenizerException(name + ": " + role + " is null in tokenizer_config.json or"
                    + " special_tokens_map.json; expected the token that this model wants around a text");
        }
        return AddedTokenReader.withId(token, vocabulary.find(token.content()).orElseThrow());
    }
}
