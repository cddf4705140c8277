package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.List;

/** A text and its tokens, in the order of the text. */
public record Encoding(String text, List<Token> tokens) {
    public Encoding {
        tokens = List.copyOf(tokens);
    }

    /** The ids alone: what a model reads, shape [T]. A fresh array at every call. */
    public int[] ids() {
        int[] ids = new int[tokens.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = tokens.get(i).id();
        }
        return ids;
    }

    /** The vocabulary entries alone. */
    public List<String> pieces() {
        List<String> pieces = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            pieces.add(token.piece());
        }
        return List.copyOf(pieces);
    }

    /** T, the number of tokens. */
    public int size() {
        return tokens.size();
    }
}
