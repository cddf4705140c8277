package org.vitrine.ui.api;

import java.util.List;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.tokenizer.Token;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.ui.answer.TokenizeAnswer;
import org.vitrine.ui.session.Texts;

/** A text's tokens, and the steps that made them: of the first eight words, or of all after {@link #steps}. */
public final class Tokens extends Explanation {
    private final TokenizeAnswer answer;

    private Tokens(TokenizeAnswer answer) {
        this.answer = answer;
    }

    static Tokens of(String model, Tokenizer tokenizer, Texts texts) {
        return new Tokens(TokenizeAnswer.of(model, tokenizer, texts, false));
    }

    @Override
    Found find() {
        return new Found(answer, List.of());
    }

    /** Shows the steps of every word, however many there are. */
    public Tokens steps() {
        return new Tokens(new TokenizeAnswer(answer.model(), answer.tokenizer(), answer.encoding(), true));
    }

    /** The ids, in a new array, shape [T]. */
    public int[] ids() {
        return answer.encoding().ids();
    }

    /** The tokens as the vocabulary spells them. */
    public List<String> pieces() {
        return answer.encoding().tokens().stream().map(Token::piece).toList();
    }

    /** All that is known of them: ids, pieces, spans of characters, segments. */
    public Encoding numbers() {
        return answer.encoding();
    }
}
