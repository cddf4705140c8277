package org.vitrine.ui.answer;

import java.util.List;

/**
 * A token whose rank is watched.
 *
 * @param text what was typed for it
 * @param id its place in the vocabulary
 * @param pieces the tokens of which the text consists; the first is the one that is watched
 */
public record WatchedToken(String text, int id, List<String> pieces) {
    public WatchedToken {
        pieces = List.copyOf(pieces);
    }
}
