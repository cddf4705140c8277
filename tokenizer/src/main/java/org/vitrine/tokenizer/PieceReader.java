package org.vitrine.tokenizer;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Reads the object {@code {"piece": id, …}} of vocab.json, or of "vocab" in tokenizer.json. */
final class PieceReader {
    private PieceReader() {
    }

    /**
     * The pieces with their ids. The order in the file does not matter, and ids may be left out; none may come twice.
     *
     * @throws TokenizerException if a value is no id, or a piece or an id comes twice
     */
    static Map<String, Integer> read(JsonInput json) {
        Map<String, Integer> ids = new HashMap<>();
        BitSet used = new BitSet();
        json.object("an object of pieces and their ids", piece -> add(json, piece, ids, used));
        return ids;
    }

    private static void add(JsonInput json, String piece, Map<String, Integer> ids, BitSet used) {
        int id = json.id();
        if (ids.put(piece, id) != null) {
            throw json.error("the piece " + JsonInput.quote(piece) + " comes twice; expected one id for each piece");
        }
        if (used.get(id)) {
            ids.remove(piece);
            throw json.error("the pieces " + JsonInput.quote(pieceOf(id, ids)) + " and " + JsonInput.quote(piece)
                    + " have the same id " + id + "; expected one piece for each id");
        }
        used.set(id);
    }

    /** The piece of an id that is in use. */
    static String pieceOf(int id, Map<String, Integer> ids) {
        for (Map.Entry<String, Integer> entry : ids.entrySet()) {
            if (entry.getValue() == id) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("no piece has the id " + id);
    }

    /**
     * Makes sure that any text can be written in pieces.
     *
     * @throws TokenizerException if one of the 256 glyphs is no piece
     */
    static void requireGlyphs(String file, Map<String, Integer> ids) {
        for (int value = 0; value < ByteAlphabet.SIZE; value++) {
            String glyph = String.valueOf(ByteAlphabet.glyph(value));
            if (!ids.containsKey(glyph)) {
                throw new TokenizerException(String.format("%s: the vocabulary has no piece %s for byte 0x%02X;"
                        + " byte-level BPE needs one for each of the 256 bytes", file, glyph, value));
            }
        }
    }
}
