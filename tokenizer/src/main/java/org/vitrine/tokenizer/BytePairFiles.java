package org.vitrine.tokenizer;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads vocab.json and merges.txt, the layout of OpenAI's release, with the special tokens of the files beside them. It
 * makes what transformers makes of such a folder.
 *
 * @see <a href="https://github.com/huggingface/transformers/blob/v4.57.6/src/transformers/convert_slow_tokenizer.py">
 *      GPT2Converter and RobertaConverter in the reference</a>
 */
final class BytePairFiles {
    private BytePairFiles() {
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
            TokenizerFamily family) {
        String vocabFile = name + ": vocab.json";
        Map<String, Integer> pieces = JsonInput.readWhole(vocabFile, require(name, "vocab.json", "merges.txt", files),
                PieceReader::read);
        PieceReader.requireGlyphs(vocabFile, pieces);
        byte[] text = require(name, "merges.txt", "vocab.json", files);
        Merges merges = MergeReader.ofText(name + ": merges.txt", text).resolve(pieces);
        FolderTokens tokens = new FolderTokens(name, files, config, family);
        Vocabulary vocabulary = new Vocabulary(pieces, tokens.resolve(pieces));
        boolean spaced = config.addPrefixSpace(false);
        if (family == TokenizerFamily.GPT2) {
            return new BytePairTokenizer(vocabulary, merges, new SpaceRules(spaced, false, false), Template.NONE);
        }
        Template template = Template.roberta(tokens.require("cls_token", vocabulary),
                tokens.require("sep_token", vocabulary));
        return new BytePairTokenizer(vocabulary, merges, new SpaceRules(spaced, config.trimOffsets(true), spaced),
                template);
    }

    private static byte[] require(String name, String file, String other, Function<String, Optional<byte[]>> files) {
        return files.apply(file).orElseThrow(() -> new TokenizerException(name + ": found " + other + " but no " + file
                + "; a byte-level BPE tokenizer is tokenizer.json, or vocab.json and merges.txt together"));
    }
}
