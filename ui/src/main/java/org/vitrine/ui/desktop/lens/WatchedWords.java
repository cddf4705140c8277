package org.vitrine.ui.desktop.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.terminal.Chip;

/** The words that are watched, in whichever view they were chosen. A model without widgets. */
public final class WatchedWords {
    /** As many as there are colours. */
    static final int MOST = 16;

    private final ObservableList<WatchedWord> words = FXCollections.observableArrayList();
    private final BooleanProperty automatic = new SimpleBooleanProperty(this, "automatic", true);

    /** None yet: until somebody chooses some, they are to be those that the model finds likeliest. */
    public WatchedWords() {
    }

    /** The words, in the order of their colours. */
    ObservableList<WatchedWord> words() {
        return words;
    }

    /** Whether nobody has chosen words yet. */
    BooleanProperty automaticProperty() {
        return automatic;
    }

    /**
     * Watches a word.
     *
     * @return what is wrong with it, in plain words; empty if nothing is
     */
    Optional<String> add(String text, LoadedModel model) {
        if (text.isEmpty()) {
            return Optional.of("Type a word to watch.");
        }
        Optional<WatchedWord> word = WatchedWord.typed(text, model);
        return word.isPresent() ? add(word.get())
                : Optional.of("‘" + Chip.of(text) + "’ is no token to " + model.name() + ".");
    }

    /** Watches a token. */
    Optional<String> add(int id, LoadedModel model) {
        return add(WatchedWord.token(id, model));
    }

    private Optional<String> add(WatchedWord word) {
        if (words.stream().anyMatch(other -> other.id() == word.id())) {
            automatic.set(false);
            return Optional.of("‘" + Chip.of(word.pieces().get(word.pick()).token()) + "’ is watched already.");
        }
        if (words.size() == MOST) {
            return Optional.of("There are colours for " + MOST + " words; remove one first.");
        }
        automatic.set(false);
        words.add(word);
        return Optional.empty();
    }

    /** Watches another token of a word. */
    void pick(WatchedWord word, int piece) {
        automatic.set(false);
        words.set(words.indexOf(word), word.picking(piece));
    }

    /** Watches a word no more. */
    void remove(WatchedWord word) {
        automatic.set(false);
        words.remove(word);
    }

    /** Says all words in a model's tokens; those that it cannot say are left out. */
    List<WatchedWord> in(LoadedModel model) {
        List<WatchedWord> said = new ArrayList<>();
        for (WatchedWord word : words) {
            word.in(model).filter(each -> said.stream().noneMatch(other -> other.id() == each.id()))
                    .ifPresent(said::add);
        }
        return said;
    }
}
