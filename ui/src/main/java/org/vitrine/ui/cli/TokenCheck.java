package org.vitrine.ui.cli;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.vitrine.explain.check.GoldenTrace;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Texts;

/**
 * Whether a tokenizer makes the tokens that a golden trace began with.
 *
 * @param model what the user called it
 * @param count tokens that were expected, of all texts
 * @param source what expects them, in words
 * @param difference the first one, in a sentence; empty if there is none
 */
record TokenCheck(String model, Texts texts, int count, String source, Optional<String> difference) {
    static TokenCheck of(LoadedModel model, GoldenTrace golden) {
        Map<String, int[]> found = model.input(golden.text(), golden.pair(), true).named();
        Optional<String> difference = golden.inputs().entrySet().stream()
                .map(entry -> difference(entry.getKey(), entry.getValue(),
                        found.getOrDefault(entry.getKey(), new int[0])))
                .flatMap(Optional::stream).findFirst();
        int count = golden.inputs().get("input.ids").length
                + golden.inputs().getOrDefault("input.decoder_ids", new int[0]).length;
        return new TokenCheck(model.name(), new Texts(golden.text(), golden.pair()), count, golden.source(),
                difference);
    }

    private static Optional<String> difference(String name, int[] expected, int[] found) {
        int at = Arrays.mismatch(expected, found);
        if (at < 0) {
            return Optional.empty();
        }
        return Optional.of(name + "[" + at + "]: expected " + number(expected, at) + ", found " + number(found, at)
                + "; expected are " + Arrays.toString(expected) + ", found were " + Arrays.toString(found));
    }

    private static String number(int[] numbers, int at) {
        return at < numbers.length ? Integer.toString(numbers[at]) : "none";
    }

    boolean passed() {
        return difference.isEmpty();
    }
}
