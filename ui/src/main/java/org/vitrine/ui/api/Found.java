package org.vitrine.ui.api;

import java.util.List;
import org.vitrine.ui.answer.Answer;

/**
 * An answer, and what is worth a word beside it.
 *
 * @param notes sentences without their full stops
 */
record Found(Answer answer, List<String> notes) {
    Found {
        notes = List.copyOf(notes);
    }
}
