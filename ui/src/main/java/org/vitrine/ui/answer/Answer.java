package org.vitrine.ui.answer;

import tools.jackson.core.JsonGenerator;

/** What a command found out about one text. */
public interface Answer {
    /** Shows it to a person. */
    void show(Page page);

    /** Writes its properties into a JSON object that was begun, and will be ended, by the caller. */
    void write(JsonGenerator json);
}
