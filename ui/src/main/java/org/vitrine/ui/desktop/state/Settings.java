package org.vitrine.ui.desktop.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how a view's controls stood; what makes no sense is as if it were missing. */
public final class Settings {
    private Settings() {
    }

    /** One of these, by its word or, among constants, by its name; capital letters do not matter. */
    public static <T> Optional<T> word(Map<String, String> settings, String key, List<T> all) {
        String word = settings.getOrDefault(key, "");
        return all.stream().filter(each -> each.toString().equalsIgnoreCase(word)
                || each instanceof Enum<?> constant && constant.name().equalsIgnoreCase(word)).findFirst();
    }

    /** Yes or no. */
    public static Optional<Boolean> flag(Map<String, String> settings, String key) {
        return Optional.ofNullable(settings.get(key)).filter(word -> word.equals("true") || word.equals("false"))
                .map(Boolean::valueOf);
    }

    /** A whole number in a range, both ends included. */
    public static Optional<Integer> number(Map<String, String> settings, String key, int least, int most) {
        return number(settings.getOrDefault(key, "")).filter(number -> number >= least && number <= most);
    }

    /** A whole number, 0 or more, in digits. */
    public static Optional<Integer> number(String digits) {
        if (!digits.matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(digits);
        return number > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) number);
    }

    /** A number above 0 and not above the greatest, with or without a fraction. */
    public static Optional<Double> decimal(Map<String, String> settings, String key, double most) {
        String text = settings.getOrDefault(key, "");
        return text.matches("[0-9]{1,9}(\\.[0-9]{1,20})?")
                ? Optional.of(Double.parseDouble(text)).filter(number -> number > 0 && number <= most)
                : Optional.empty();
    }
}
