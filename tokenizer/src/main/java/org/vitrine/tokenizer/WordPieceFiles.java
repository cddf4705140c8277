package org.vitrine.tokenizer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads vocab.txt, the layout of Google's release: one piece a line, whose number, counted from 0, is its id. With the
 * special tokens and options of the files beside it, it makes what transformers makes of such a folder; vocab.txt alone
 * is an uncased tokenizer.
 *
 * @see <a href="https://github.com/huggingface/transformers/blob/v4.57.6/src/transformers/convert_slow_tokenizer.py">
 *      BertConverter in the reference</a>
 */
final class WordPieceFiles {
    /** What goes before pieces within a word; vocab.txt has no place to say so. */
    static final String PREFIX = "##";
    /** Characters of a word; vocab.txt has no place to say so. */
    static final int MOST_CHARACTERS = 100;

    private WordPieceFiles() {
    }

    /**
     * The tokenizer of a folder without tokenizer.json.
     *
     * @param files  the folder's files by name
     * @param config what tokenizer_config.json says
     * @throws TokenizerException if a file is damaged, or a token that BERT cannot do without is missing
     */
    static WordPieceTokenizer read(String name, Function<String, Optional<byte[]>> files, TokenizerConfig config) {
        String file = name + ": vocab.txt";
        Map<String, Integer> pieces = pieces(file, files.apply("vocab.txt").orElseThrow());
        FolderTokens tokens = new FolderTokens(name, files, config, TokenizerFamily.BERT);
        for (String role : List.of("unk_token", "cls_token", "sep_token")) {
            requirePiece(tokens.require(role).content(), role, file, pieces);
        }
        String unknown = tokens.require("unk_token").content();
        WordPieceMatcher matcher = new WordPieceMatcher(pieces.keySet(), PREFIX, unknown, MOST_CHARACTERS);
        Vocabulary vocabulary = new Vocabulary(pieces, tokens.resolve(pieces));
        BertNormalizer normalizer = BertNormalizer.of(true, config.spaceCjk() == null || config.spaceCjk(),
                config.stripAccents(), config.lowercase() == null || config.lowercase());
        Template template = Template.bert(tokens.require("cls_token", vocabulary),
                tokens.require("sep_token", vocabulary));
        return new WordPieceTokenizer(vocabulary, normalizer, matcher, new WordPieceDecoder(PREFIX, true), template);
    }

    /** The lines of the file. Of a piece that comes twice the last line counts, as in the reference. */
    private static Map<String, Integer> pieces(String file, byte[] bytes) {
        String text = Utf8.decodeStrictly(file, bytes);
        if (text.isEmpty()) {
            throw new TokenizerException(file + ": the file is empty; expected one piece a line: fetch it again");
        }
        Map<String, Integer> pieces = new HashMap<>();
        int line = 0;
        for (String piece : (Iterable<String>) text.lines()::iterator) {
            if (line == Vocabulary.MAX_IDS) {
                throw new TokenizerException(file + ": more than " + Vocabulary.MAX_IDS
                        + " lines; a vocabulary has one piece a line: is this another kind of file?");
            }
            pieces.put(piece, line++);
        }
        return pieces;
    }

    /**
     * Makes sure that a token with a role is there.
     *
     * @throws TokenizerException if the vocabulary does not have it
     */
    static void requirePiece(String token, String role, String file, Map<String, Integer> pieces) {
        if (!pieces.containsKey(token)) {
            throw new TokenizerException(file + ": the vocabulary has no piece " + JsonInput.quote(token)
                    + ", the " + role + "; BERT needs one: is this the vocabulary of another model?");
        }
    }
}
