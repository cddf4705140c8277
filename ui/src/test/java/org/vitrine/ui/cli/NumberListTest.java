package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class NumberListTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"3|3", "0-3,5|0 1 2 3 5", "5, 1 - 2|1 2 5", "7-7|7", "07|7"})
    void numbersAndRangesAreReadInOrder(String text, String numbers) {
        List<Integer> expected = Arrays.stream(numbers.split(" ")).map(Integer::valueOf).toList();
        assertThat(new NumberList.Reader().convert(text).numbers()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",", "1,", "-1", "1-", "1--2", "1-2-3", "a", "1;2", "12345", "٣", "1,1", "0-3,2", "3-0"})
    void allElseIsRefused(String text) {
        assertThatThrownBy(() -> new NumberList.Reader().convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
