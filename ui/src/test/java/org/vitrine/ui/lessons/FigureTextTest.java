package org.vitrine.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.ui.cli.Run;
import tools.jackson.databind.JsonNode;

class FigureTextTest {
    private static String like(String shown, String... values) {
        return FigureText.like(shown, Stream.of(values).map(Run::parse).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"99.8 %|0.99823|99.8 %", "98 %|0.99823|100 %", "0.00 %|0.0001|0.01 %",
        "12.40|12.40377|12.40", "12.4|12.36|12.4", "-3.2|-3.249|-3.2", "−3.2|-3.249|−3.2", "0.0|-0.01|0.0", "7|7|7",
        "7|6.4|6", "1 734 656|1734656|1 734 656", "1 000|999|999", "2.0 MB|2048000|2.0 MB", "14 kB|13628|14 kB",
        "four|4|four", "Four|5|Five", "first|2|second", "four|44|44", "under 0.1 %|0.0009|under 0.1 %",
        "under 0.1 %|0.002|0.20 %", "over 99.9 %|0.9995|over 99.9 %", "over 99.9 %|0.998|99.80 %",
        "> 3.5|3.6|> 3.5", "< 3.5|3.6|3.60"})
    void aNumberTakesTheFormOfThePage(String shown, String value, String expected) {
        assertThat(like(shown, value)).isEqualTo(expected);
    }

    @Test
    void aTextMayBeATokenInAnyForm() {
        for (String shown : new String[]{"London", " London", "·London", "' London'"}) {
            assertThat(like(shown, "\" London\"")).isEqualTo(shown);
        }
        assertThat(like("London", "\" Paris\"")).isEqualTo("Paris");
        assertThat(like("·London", "\" Paris\"")).isEqualTo("·Paris");
        assertThat(like("'London'", "\" London\"")).isEqualTo("' London'");
    }

    @Test
    void severalValuesStandBetweenTheSameMarks() {
        assertThat(like("1, 2, 3", "1", "2", "3")).isEqualTo("1, 2, 3");
        assertThat(like("1/2", "1", "3")).isEqualTo("1/3");
        assertThat(like("a, b and c", "\"a\"", "\"b\"", "\"d\"")).isEqualTo("a, b and d");
        assertThat(like("1, 2", "1", "2", "3")).isEqualTo("1, 2, 3");
    }

    @Test
    void aValueThatIsNoNumberIsShown() {
        JsonNode nothing = Run.parse("null");
        assertThat(FigureText.like("1.0", List.of(nothing))).isNotEqualTo("1.0");
    }
}
