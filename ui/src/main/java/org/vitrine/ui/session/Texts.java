package org.vitrine.ui.session;

/**
 * What was typed: a text, and perhaps a second one.
 *
 * @param pair empty if there is none
 */
public record Texts(String text, String pair) {
    /** Both in one line. */
    public String joined() {
        return pair.isEmpty() ? text : text + " | " + pair;
    }
}
