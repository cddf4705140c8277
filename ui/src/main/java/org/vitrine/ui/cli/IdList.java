package org.vitrine.ui.cli;

import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers with commas between them: {@code 2,93,119}. Nobody changes the array. */
record IdList(int[] numbers) {
    /** The numbers of a list that may not be there. */
    static int[] numbers(IdList list) {
        return list == null ? null : list.numbers;
    }

    /** Reads a list as it is typed; spaces around the numbers do not matter. */
    static final class Reader implements ITypeConverter<IdList> {
        @Override
        public IdList convert(String text) {
            return new IdList(Arrays.stream(text.split(",", -1)).mapToInt(Reader::number).toArray());
        }

        private static int number(String word) {
            try {
                return Integer.parseInt(word.strip());
            } catch (NumberFormatException e) {
                throw new TypeConversionException("expected whole numbers with commas between them, such as 2,93,119, "
                        + "and '" + word + "' is none");
            }
        }
    }
}
