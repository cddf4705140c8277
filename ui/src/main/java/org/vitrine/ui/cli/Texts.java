package org.vitrine.ui.cli;

import tools.jackson.core.JsonGenerator;

/**
 * What was typed: a text, and perhaps a second one.
 *
 * @param pair empty if there is none
 */
record Texts(String text, String pair) {
    /** Both in one line. */
    String joined() {
        return pair.isEmpty() ? text : text + " | " + pair;
    }

    /** {@code text}, and {@code text_pair} if there is one. */
    void write(JsonGenerator json) {
        json.writeStringProperty("text", text);
        if (!pair.isEmpty()) {
            json.writeStringProperty("text_pair", pair);
        }
    }
}
