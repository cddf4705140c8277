package org.vitrine.ui.desktop.attention;

import java.util.Locale;
import org.vitrine.explain.attention.AttentionKind;

/** How controls name attentions. */
final class AttentionWords {
    private AttentionWords() {
    }

    /** {@code Encoder}. */
    static String of(AttentionKind kind) {
        String word = kind.toString();
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
