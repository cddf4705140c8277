package org.vitrine.ui.answer;

import java.util.Arrays;
import java.util.function.Consumer;
import org.vitrine.tokenizer.Tokenizer;

/**
 * Turns tokens into text as they come. A token may end in the middle of a character's bytes, so what could still become
 * a character is held back until it is one, or is known to be none.
 */
public final class StreamedText {
    private static final char NO_CHARACTER = '\uFFFD';

    private final Tokenizer tokenizer;
    private final Consumer<String> listener;
    private int[] ids = new int[0];
    private int told;

    /** @param listener gets the text part by part */
    public StreamedText(Tokenizer tokenizer, Consumer<String> listener) {
        this.tokenizer = tokenizer;
        this.listener = listener;
    }

    /** The next token. */
    public void add(int id) {
        ids = Arrays.copyOf(ids, ids.length + 1);
        ids[ids.length - 1] = id;
        String text = tokenizer.decode(ids);
        int whole = text.length();
        while (whole > told && text.charAt(whole - 1) == NO_CHARACTER) {
            whole--;
        }
        tell(text.substring(0, whole));
    }

    /** There are no more tokens: tells what was held back. */
    public void finish() {
        tell(tokenizer.decode(ids));
    }

    private void tell(String text) {
        if (text.length() > told) {
            listener.accept(text.substring(told));
            told = text.length();
        }
    }
}
