package org.vitrine.ui.lessons;

/**
 * What is wrong with a page.
 *
 * @param line counted from 1
 * @param message one sentence
 */
record Problem(String file, int line, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
