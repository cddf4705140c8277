package org.vitrine.ui.cli;

import java.util.List;

/**
 * A token whose rank is watched.
 *
 * @param text what was typed for it
 * @param id its place in the vocabulary
 * @param pieces the tokens of which the text consists; the first is the one that is watched
 */
record WatchedToken(String text, int id, List<String> pieces) {
    WatchedToken {
        pieces = List.copyOf(pieces);
    }
}
