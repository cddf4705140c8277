package org.vitrine.ui.desktop.neurons;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how controls stood; what makes no sense is as if it were missing. */
final class Settings {
    private Settings() {
    }

    /** One of these. */
    static <E extends Enum<E>> Optional<E> word(Map<String, String> settings, String key, List<E> all) {
        String word = settings.get(key);
        return all.stream().filter(each -> each.toString().equalsIgnoreCase(word)).findFirst();
    }

    /** Yes or no. */
    static Optional<Boolean> flag(Map<String, String> settings, String key) {
        return Optional.ofNullable(settings.get(key)).filter(word -> word.equals("true") || word.equals("false"))
                .map(Boolean::valueOf);
    }

    /** A whole number in a range, both ends included. */
    static Optional<Integer> number(Map<String, String> settings, String key, int least, int most) {
        return number(settings.getOrDefault(key, "")).filter(number -> number >= least && number <= most);
    }

    /** A whole number, 0 or more. */
    static Optional<Integer> number(String digits) {
        if (!digits.matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(digits);
        return number > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) number);
    }
}
