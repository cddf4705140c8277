package org.vitrine.ui.desktop.lens;

import java.util.List;
import java.util.Optional;
import org.vitrine.ui.answer.WatchedToken;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.terminal.Chip;

/**
 * A word whose rank is watched.
 *
 * @param text what was typed for it
 * @param model in whose tokens it is
 * @param pieces the tokens of which it consists; at least one
 * @param pick which of them is watched
 */
public record WatchedWord(String text, LoadedModel model, List<Piece> pieces, int pick) {
    /**
     * A token of a word.
     *
     * @param id its place in the vocabulary
     * @param piece as the vocabulary has it
     * @param token as people read it, leading space included
     */
    public record Piece(int id, String piece, String token) {
    }

    public WatchedWord {
        pieces = List.copyOf(pieces);
    }

    /** What was typed, in a model's tokens, the first of which is watched; empty where it has none for it. */
    static Optional<WatchedWord> typed(String text, LoadedModel model) {
        List<Piece> pieces = model.tokenizer().encode(text).content().stream()
                .map(token -> new Piece(token.id(), token.piece(), model.tokenizer().text(token.id()))).toList();
        boolean known = !pieces.isEmpty() && pieces.stream().allMatch(piece -> piece.id() < model.vocabulary());
        return known ? Optional.of(new WatchedWord(text, model, pieces, 0)) : Optional.empty();
    }

    /** One token by its id. */
    static WatchedWord token(int id, LoadedModel model) {
        String text = model.tokenizer().text(id);
        boolean known = model.tokenizer().vocabulary().contains(id);
        String piece = known ? model.tokenizer().vocabulary().piece(id) : text;
        return new WatchedWord(text, model, List.of(new Piece(id, piece, text)), 0);
    }

    /** The same word in another model's tokens. */
    Optional<WatchedWord> in(LoadedModel other) {
        return other == model ? Optional.of(this) : typed(text, other);
    }

    /** The same word with another of its tokens watched. */
    WatchedWord picking(int other) {
        return new WatchedWord(text, model, pieces, other);
    }

    /** The watched token. */
    int id() {
        return pieces.get(pick).id();
    }

    /** As the command line knows it. */
    WatchedToken watched() {
        return new WatchedToken(text, id(), pieces.stream().map(Piece::piece).toList());
    }

    /** How the model sees it, in words. */
    String sentence() {
        String typed = "‘" + Chip.of(text) + "’";
        return pieces.size() == 1 ? typed + " is one token, " + pieces.getFirst().id()
                : typed + " is " + pieces.size() + " tokens; token " + (pick + 1) + " of them is watched";
    }
}
