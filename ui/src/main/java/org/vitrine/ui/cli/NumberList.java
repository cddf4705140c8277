package org.vitrine.ui.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Which layers or heads: numbers and ranges with commas between them, {@code 0-3,5}, each number once.
 *
 * @param numbers the least first
 */
public record NumberList(List<Integer> numbers) {
    private static final Pattern RANGE = Pattern.compile("\\s*([0-9]{1,4})\\s*(?:-\\s*([0-9]{1,4})\\s*)?");

    public NumberList {
        numbers = List.copyOf(numbers);
    }

    /** Reads a list as it is typed; spaces around the numbers do not matter. */
    public static final class Reader implements ITypeConverter<NumberList> {
        @Override
        public NumberList convert(String text) {
            Set<Integer> numbers = new TreeSet<>();
            for (String part : text.split(",", -1)) {
                addAll(part, numbers);
            }
            return new NumberList(List.copyOf(numbers));
        }

        private static void addAll(String part, Set<Integer> numbers) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                throw new TypeConversionException("expected numbers and ranges with commas between them, such as "
                        + "0-3,5, and '" + part + "' is none");
            }
            int from = Integer.parseInt(range.group(1));
            int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
            if (to < from) {
                throw new TypeConversionException(
                        "the range '" + part.strip() + "' goes down; write " + to + "-" + from);
            }
            for (int number = from; number <= to; number++) {
                if (!numbers.add(number)) {
                    throw new TypeConversionException(number + " is named twice");
                }
            }
        }
    }
}
