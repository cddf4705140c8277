package org.vitrine.ui.lessons;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import tools.jackson.databind.JsonNode;

/** Writes values as a page writes them: {@code 99.8 %}, {@code 1 734 656}, {@code −3.25}, {@code under 0.1 %}, {@code four}. */
final class FigureText {
    private static final Pattern BOUND = Pattern.compile("(under |over |< |> )([−-]?[0-9.]+)( %)?");
    private static final Pattern PERCENT = Pattern.compile("[−-]?\\d+(\\.\\d+)? %");
    private static final Pattern DECIMAL = Pattern.compile("[−-]?\\d+\\.\\d+");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}( \\d{3})+");
    private static final Pattern SIZE = Pattern.compile("(\\d+)(\\.\\d+)? (kB|MB)");
    private static final Pattern BETWEEN = Pattern.compile(", and |, | and |/");
    private static final List<String> WORDS = List.of("none", "one", "two", "three", "four", "five", "six", "seven",
            "eight",
            "nine", "ten", "eleven", "twelve");
    private static final List<String> ORDINALS = List.of("zeroth", "first", "second", "third", "fourth", "fifth",
            "sixth",
            "seventh", "eighth", "ninth", "tenth");

    private FigureText() {
    }

    /**
     * The values in the form of the text that is on the page, so that the two are equal where the page is right. Several values
     * stand between commas, slashes or "and".
     */
    static String like(String shown, List<JsonNode> values) {
        if (values.size() == 1) {
            return like(shown, values.getFirst());
        }
        String[] parts = BETWEEN.split(shown);
        Matcher between = BETWEEN.matcher(shown);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(between.find() && parts.length == values.size() ? between.group() : ", ");
            }
            text.append(like(parts.length == values.size() ? parts[i] : parts[0], values.get(i)));
        }
        return text.toString();
    }

    private static String like(String shown, JsonNode value) {
        return value.isNumber() ? number(shown, value.doubleValue()) : text(shown, value.asString());
    }

    private static String number(String shown, double value) {
        Matcher bound = BOUND.matcher(shown);
        if (bound.matches()) {
            return bound(shown, bound, value);
        }
        if (PERCENT.matcher(shown).matches()) {
            return rounded(100 * value, decimals(shown.substring(0, shown.length() - 2)), shown) + " %";
        }
        if (DECIMAL.matcher(shown).matches()) {
            return rounded(value, decimals(shown), shown);
        }
        if (SIZE.matcher(shown).matches()) {
            return rounded(value / (shown.endsWith("kB") ? 1e3 : 1e6), decimals(shown.substring(0, shown.length() - 3)),
                    shown) + shown.substring(shown.length() - 3);
        }
        if (GROUPED.matcher(shown).matches()) {
            return Figure.grouped(Math.round(value));
        }
        for (List<String> words : List.of(WORDS, ORDINALS)) {
            if (words.contains(shown.toLowerCase(Locale.ROOT)) && value == Math.rint(value) && value >= 0
                    && value < words.size()) {
                String word = words.get((int) value);
                return Character.isUpperCase(shown.charAt(0)) ? word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1) : word;
            }
        }
        return rounded(value, shown.matches("[−-]?\\d+") || value == Math.rint(value) ? 0 : 2, shown);
    }

    /** The text as it stands where the value keeps within the bound. */
    private static String bound(String shown, Matcher bound, double value) {
        boolean percent = bound.group(3) != null;
        double limit = Double.parseDouble(bound.group(2).replace('−', '-')) / (percent ? 100 : 1);
        boolean above = bound.group(1).equals("over ") || bound.group(1).equals("> ");
        if (above ? value > limit : value < limit) {
            return shown;
        }
        return rounded(percent ? 100 * value : value, decimals(bound.group(2)) + 1, shown) + (percent ? " %" : "");
    }

    private static int decimals(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point - 1;
    }

    /** With a minus sign like that of the page. */
    private static String rounded(double value, int decimals, String shown) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        String text = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        if (text.matches("-[0.]+")) {
            text = text.substring(1);
        }
        return shown.contains("-") ? text : text.replace('-', '−');
    }

    private static String text(String shown, String value) {
        for (String quote : List.of("'", "\"")) {
            if (shown.length() > 1 && shown.startsWith(quote) && shown.endsWith(quote)) {
                return quote + value + quote;
            }
        }
        return shown.equals(value) ? value : shown.contains("·") ? Chip.of(value) : value.strip();
    }
}
