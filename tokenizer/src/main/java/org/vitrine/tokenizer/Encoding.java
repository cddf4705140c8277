package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.annotations.Debug;

/**
 * A text, or a pair of texts, and its tokens in the order in which a model reads them.
 *
 * @param pair the second text; empty if there is none
 */
@Debug.Renderer(text = "this.toString()", childrenArray = "this.tokens().toArray()")
public record Encoding(String text, String pair, List<Token> tokens) {
    public Encoding {
        tokens = List.copyOf(tokens);
    }

    /** The ids alone: what a model reads, shape [T]. A fresh array at every call. */
    public int[] ids() {
        return tokens.stream().mapToInt(Token::id).toArray();
    }

    /** Which of BERT's segments each token belongs to, shape [T]. A fresh array at every call. */
    public int[] segments() {
        return tokens.stream().mapToInt(Token::segment).toArray();
    }

    /** The vocabulary entries alone. */
    public List<String> pieces() {
        List<String> pieces = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            pieces.add(token.piece());
        }
        return List.copyOf(pieces);
    }

    /** The tokens that stand in the texts, without those of the template. */
    public List<Token> content() {
        return tokens.stream().filter(token -> !token.special()).toList();
    }

    /** T, the number of tokens. */
    public int size() {
        return tokens.size();
    }

    /** The vocabulary entries in one line: {@code Encoding of 3 tokens: The | Ġkeys | Ġto}. */
    @Override
    public String toString() {
        return "Encoding of " + size() + " tokens: " + String.join(" | ", pieces());
    }
}
