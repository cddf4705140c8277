package org.vitrine.ui.desktop.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.explain.Lens;

class SettingsTest {
    @Test
    void aWordIsFoundByWhatItReadsOrByTheNameOfAConstant() {
        assertThat(word("final-norm")).contains(Lens.FINAL_NORM);
        assertThat(word("FINAL_NORM")).contains(Lens.FINAL_NORM);
        assertThat(word("Raw")).contains(Lens.RAW);
        assertThat(Settings.word(Map.of("count", "100"), "count", List.of(20, 100))).contains(100);
    }

    private static Optional<Lens> word(String word) {
        return Settings.word(Map.of("lens", word), "lens", List.of(Lens.values()));
    }

    @Test
    void whatIsNoneOfTheWordsIsMissing() {
        assertThat(word("")).isEmpty();
        assertThat(word("norm")).isEmpty();
        assertThat(Settings.word(Map.of(), "lens", List.of(Lens.values()))).isEmpty();
    }

    @Test
    void onlyTrueAndFalseAreFlags() {
        assertThat(Settings.flag(Map.of("on", "true"), "on")).contains(true);
        assertThat(Settings.flag(Map.of("on", "false"), "on")).contains(false);
        assertThat(Settings.flag(Map.of("on", "yes"), "on")).isEmpty();
        assertThat(Settings.flag(Map.of(), "on")).isEmpty();
    }

    @Test
    void aNumberIsWholeAndInItsRange() {
        assertThat(Settings.number(Map.of("n", "3"), "n", 3, 5)).contains(3);
        assertThat(Settings.number(Map.of("n", "5"), "n", 3, 5)).contains(5);
        for (String wrong : List.of("2", "6", "-3", "3.5", "", "x", "99999999999", "9999999999")) {
            assertThat(Settings.number(Map.of("n", wrong), "n", 3, 5)).as(wrong).isEmpty();
        }
        assertThat(Settings.number("2147483647")).contains(Integer.MAX_VALUE);
        assertThat(Settings.number("2147483648")).isEmpty();
    }

    @Test
    void aDecimalIsAboveNoughtAndNotTooLarge() {
        assertThat(Settings.decimal(Map.of("t", "0.5"), "t", 2)).contains(0.5);
        assertThat(Settings.decimal(Map.of("t", "0.30000000000000004"), "t", 2)).contains(0.1 + 0.2);
        assertThat(Settings.decimal(Map.of("t", "2"), "t", 2)).contains(2.0);
        for (String wrong : List.of("0", "0.0", "2.1", "-1", "1e3", "NaN", "Infinity", "", ".5")) {
            assertThat(Settings.decimal(Map.of("t", wrong), "t", 2)).as(wrong).isEmpty();
        }
    }
}
