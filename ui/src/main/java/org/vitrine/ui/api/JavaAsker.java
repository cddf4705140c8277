package org.vitrine.ui.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.ui.answer.Asker;

/** Somebody who asks in Java: settings are methods, wrong ones an exception, and what is worth a word is kept. */
final class JavaAsker implements Asker {
    /** Methods whose names are not those of the command line's options. */
    private static final Map<String, String> METHODS = Map.of("model", "load", "watch", "rankingsWatch",
            "max-new-tokens", "generate", "components", "activations");

    private final List<String> notes = new ArrayList<>();

    /** What there was to say so far. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public String setting(String name) {
        String[] words = name.split("-");
        return METHODS.getOrDefault(name, words[0] + Arrays.stream(words).skip(1)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining()));
    }

    @Override
    public String setting(String name, Object... values) {
        return setting(name) + Arrays.stream(values)
                .map(value -> value instanceof Number ? value.toString() : "\"" + value + "\"")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public String pair() {
        return "the second text of run";
    }

    @Override
    public IllegalArgumentException usage(String message) {
        return new IllegalArgumentException(message);
    }

    @Override
    public void note(String message) {
        notes.add(message);
    }
}
