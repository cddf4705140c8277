package org.vitrine.ui.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.ui.terminal.Chip;

/** How pictures name what they show. */
final class Wording {
    private static final int DIGITS = 4;

    private Wording() {
    }

    /** A token with its position, for hints: {@code 4 mat}. */
    static String name(AttentionToken token) {
        return token.position() + " " + Chip.of(token.token());
    }

    /** {@code head 3}, {@code heads 0–3, 5}, {@code average of heads 0–3}. */
    static String heads(AttentionMap map) {
        return (map.averaged() ? "average of " : "") + (map.heads().size() == 1 ? "head " : "heads ")
                + ranges(map.heads());
    }

    /** One matrix of a map. */
    static String head(AttentionMap map, int row) {
        return map.averaged() ? heads(map) : "head " + map.head(row);
    }

    /** {@code encoder attention, layer 3}. */
    static String place(AttentionMap map) {
        return map.kind() + " attention, layer " + map.layer();
    }

    /**
     * A number among others, with as many decimals as give the greatest of them four digits.
     *
     * @param greatest how far any of them is from 0
     */
    static String figure(double number, double greatest) {
        int decimals = greatest > 0 ? Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(greatest))) : 0;
        BigDecimal rounded = new BigDecimal(number).setScale(decimals, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** A change of a probability, in points of a hundred, with its sign: {@code +12.34}. */
    static String points(double change) {
        String figure = figure(100 * change, Math.max(1, Math.abs(100 * change)));
        return figure.equals("0") || change < 0 ? figure.replace('-', '−') : "+" + figure;
    }

    /** Numbers that follow each other as a range. */
    private static String ranges(List<Integer> numbers) {
        List<String> ranges = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            if (i == numbers.size() || numbers.get(i) != numbers.get(i - 1) + 1) {
                String first = numbers.get(from).toString();
                ranges.add(i - from == 1 ? first : first + (i - from == 2 ? ", " : "–") + numbers.get(i - 1));
                from = i;
            }
        }
        return String.join(", ", ranges);
    }
}
