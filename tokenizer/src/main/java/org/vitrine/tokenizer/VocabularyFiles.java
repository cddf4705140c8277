package org.vitrine.tokenizer;

import java.util.HashSet;
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
 *      GPT2Converter in the reference</a>
 */
final class VocabularyFiles {
    private VocabularyFiles() {
    }

    /**
     * The tokenizer of a folder without tokenizer.json.
     *
     * @param files  the folder's files by name
     * @param config what tokenizer_config.json says
     * @throws TokenizerException if a file is damaged or missing, or the files are of another kind of tokenizer
     */
    static BytePairTokenizer read(String name, Function<String, Optional<byte[]>> files, TokenizerConfig config) {
        String vocabFile = name + ": vocab.json";
        Map<String, Integer> pieces = JsonInput.readWhole(vocabFile,
                require(name, "vocab.json", "merges.txt", files), PieceReader::read);
        PieceReader.requireGlyphs(vocabFile, pieces);
        byte[] text = require(name, "merges.txt", "vocab.json", files);
        Merges merges = MergeReader.ofText(name + ": merges.txt", text).resolve(pieces);
        AddedTokenReader added = addedTokens(name, files, config);
        boolean spaced = config.addPrefixSpace() != null && config.addPrefixSpace();
        return new BytePairTokenizer(new Vocabulary(pieces, added.resolve(pieces)), merges,
                new SpaceRules(spaced, false, false));
    }

    private static byte[] require(String name, String file, String other, Function<String, Optional<byte[]>> files) {
        return files.apply(file).orElseThrow(() -> new TokenizerException(name + ": found " + other + " but no " + file
                + "; a GPT-2 tokenizer is tokenizer.json, or vocab.json and merges.txt together"));
    }

    /** The special tokens by role and all other added tokens of a folder without tokenizer.json. */
    static AddedTokenReader addedTokens(String name, Function<String, Optional<byte[]>> files,
            TokenizerConfig config) {
        AddedTokenReader added = new AddedTokenReader(name);
        if (config.addedTokens().isEmpty()) {
            Optional<byte[]> map = files.apply("special_tokens_map.json");
            map.ifPresent(bytes -> config.read(name + ": special_tokens_map.json", bytes));
        }
        Set<String> contents = new HashSet<>();
        for (AddedToken token : numbered(name, files, config).values()) {
            contents.add(token.content());
            added.add(token);
        }
        for (AddedToken token : config.specialTokens()) {
            if (contents.add(token.content())) {
                added.add(token);
            }
        }
        return added;
    }

    /** The added tokens with ids of their own: added_tokens_decoder or else, as it used to be, added_tokens.json. */
    private static Map<Integer, AddedToken> numbered(String name, Function<String, Optional<byte[]>> files,
            TokenizerConfig config) {
        Optional<byte[]> file = files.apply("added_tokens.json");
        if (!config.addedTokens().isEmpty() || file.isEmpty()) {
            return config.addedTokens();
        }
        Map<Integer, AddedToken> tokens = new TreeMap<>();
        Set<String> special = new HashSet<>();
        for (AddedToken token : config.specialTokens()) {
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
}
