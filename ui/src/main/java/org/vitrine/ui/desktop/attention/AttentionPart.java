package org.vitrine.ui.desktop.attention;

import java.util.List;
import java.util.Optional;
import org.vitrine.explain.attention.AttentionChange;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.picture.LinkWeights;

/**
 * A part of the attention on show.
 *
 * @param before what it was without the intervention, where the difference is on show
 * @param map what it is
 */
record AttentionPart(Optional<AttentionMap> before, AttentionMap map) {
    /** As it is drawn, alone. */
    LinkWeights weights() {
        return weights(List.of(this)).getFirst();
    }

    /** As they are drawn together: of changes, the largest of all is the strongest line. */
    static List<LinkWeights> weights(List<AttentionPart> parts) {
        List<AttentionChange> changes = parts.stream().flatMap(part -> part.change().stream()).toList();
        if (changes.isEmpty()) {
            return parts.stream().map(part -> LinkWeights.of(part.map)).toList();
        }
        double largest = AttentionChange.largest(changes);
        return changes.stream().map(change -> LinkWeights.of(change, largest)).toList();
    }

    private Optional<AttentionChange> change() {
        return before.map(from -> AttentionChange.between(from, map));
    }
}
