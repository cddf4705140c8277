package org.vitrine.tokenizer;

import java.util.List;

/**
 * Pieces back to text: a piece without the prefix begins a new word.
 *
 * @param prefix  of pieces that go on within a word
 * @param cleanup no space before punctuation and before English contractions
 *
 * @see <a href="https://github.com/huggingface/tokenizers/blob/v0.22.2/tokenizers/src/decoders/wordpiece.rs">
 *      WordPiece in the reference's decoders</a>
 */
record WordPieceDecoder(String prefix, boolean cleanup) {
    private static final String[][] TIDIED = {{" .", "."}, {" ?", "?"}, {" !", "!"}, {" ,", ","}, {" ' ", "'"},
        {" n't", "n't"}, {" 'm", "'m"}, {" do not", " don't"}, {" 's", "'s"}, {" 've", "'ve"}, {" 're", "'re"}};

    /** The text of some pieces. */
    String decode(List<String> pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            if (i > 0) {
                piece = piece.startsWith(prefix) ? piece.substring(prefix.length()) : " " + piece;
            }
            text.append(cleanup ? tidy(piece) : piece);
        }
        return text.toString();
    }

    /** Each piece is tidied by itself, as in the reference. */
    private static String tidy(String piece) {
        String tidy = piece;
        for (String[] rule : TIDIED) {
            tidy = tidy.replace(rule[0], rule[1]);
        }
        return tidy;
    }
}
