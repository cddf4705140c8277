package org.vitrine.ui.desktop.top;

import java.util.List;
import java.util.Optional;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.tokenizer.Span;
import org.vitrine.tokenizer.Step;
import org.vitrine.tokenizer.Token;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.picture.spot.TokenSpot;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.session.Texts;
import org.vitrine.ui.terminal.Chip;

/**
 * Where a token came from.
 *
 * @param token the token
 * @param piece the vocabulary entry as stored
 * @param place where it stands in a text that was typed; empty for one that the model's template put there
 */
public record TokenDetails(AttentionToken token, String piece, Optional<Place> place) {
    private static final int AROUND = 60;

    /**
     * A stretch of a text that was typed.
     *
     * @param ordinal which text: 0 the first, 1 the second
     * @param steps how the tokenizer made the tokens of the word in which it stands
     */
    public record Place(String text, int ordinal, Span span, List<Step> steps) {
        /** What stands before it, of a long text the end. */
        public String before() {
            int from = Math.max(0, span.start() - AROUND);
            return (from > 0 ? "…" : "") + Chip.line(text.substring(from, span.start()));
        }

        /** What it covers. */
        public String covered() {
            return Chip.line(span.of(text));
        }

        /** What stands after it, of a long text the beginning. */
        public String after() {
            int to = Math.min(text.length(), span.end() + AROUND);
            return Chip.line(text.substring(span.end(), to)) + (to < text.length() ? "…" : "");
        }
    }

    /** The details of a token; empty if the exhibit has no such token. */
    public static Optional<TokenDetails> of(Exhibit exhibit, TokenSpot spot) {
        List<AttentionToken> tokens = Steps.tokens(exhibit, spot.stack());
        if (spot.position() < 0 || spot.position() >= tokens.size()) {
            return Optional.empty();
        }
        AttentionToken token = tokens.get(spot.position());
        Tokenizer tokenizer = exhibit.model().tokenizer();
        String piece = tokenizer.vocabulary().contains(token.id()) ? tokenizer.vocabulary().piece(token.id()) : "";
        return Optional.of(new TokenDetails(token, piece, place(exhibit, spot.stack(), token)));
    }

    private static Optional<Place> place(Exhibit exhibit, Stack stack, AttentionToken token) {
        Texts texts = exhibit.texts();
        Tokenizer tokenizer = exhibit.model().tokenizer();
        boolean bart = exhibit.model().family() == Family.BART;
        boolean shifted = bart && stack == Stack.DECODER; // it reads its text one place later
        boolean second = shifted && !texts.pair().isEmpty();
        Encoding encoding = bart ? tokenizer.encode(second ? texts.pair() : texts.text())
                : tokenizer.encode(texts.text(), texts.pair());
        int at = token.position() - (shifted ? 1 : 0);
        if (at < 0 || at >= encoding.size()) {
            return Optional.empty();
        }
        Token made = encoding.tokens().get(at);
        if (made.special() || made.id() != token.id()) {
            return Optional.empty();
        }
        String text = made.text() == 1 ? encoding.pair() : encoding.text();
        int ordinal = second ? 1 : made.text();
        return Optional.of(new Place(text, ordinal, made.span(), WordSteps.of(tokenizer.steps(text), made.span())));
    }

    /** All in a line: the token, its place, its number. */
    public String sentence() {
        String where = place.map(found -> ", characters " + found.span().start() + " to " + found.span().end()
                + " of the " + (found.ordinal() == 0 ? "text" : "second text"))
                .orElse(", put there by the model's template");
        return token.position() + "  " + Chip.of(token.token()) + "   id " + token.id() + ", piece "
                + Chip.line(piece) + where;
    }

    /** The steps that made it, as lines of so many columns. */
    public String steps(int columns) {
        return place.map(found -> Documents.steps(found.steps(), columns)).orElse("");
    }

    /** The steps of all texts that were typed, as lines of so many columns. */
    public static String allSteps(Exhibit exhibit, int columns) {
        Tokenizer tokenizer = exhibit.model().tokenizer();
        String first = Documents.steps(tokenizer.steps(exhibit.texts().text()), columns);
        String pair = exhibit.texts().pair();
        return pair.isEmpty() ? first
                : first + "\n\nThe second text\n\n" + Documents.steps(tokenizer.steps(pair), columns);
    }
}
