package org.vitrine.ui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    private static final Terminal PLAIN = new Terminal(80, false, true);
    private static final Terminal ASCII = new Terminal(80, false, false);
    private static final Terminal COLOUR = new Terminal(80, true, true);

    @ParameterizedTest
    @CsvSource({"0, < 0.01 %", "0.00009999, < 0.01 %", "0.0001, 0.01000 %", "0.000735, 0.07350 %", "0.0123456, 1.235 %",
        "0.09999996, 10.00 %", "0.123456, 12.35 %", "0.998227, 99.82 %", "0.9999, 99.99 %", "0.99991, > 99.99 %",
        "1, > 99.99 %"})
    void aProbabilityHasFourDigitsAndNoFalseZero(double probability, String text) {
        assertThat(Percent.of(probability)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, < 1 %", "0.00999, < 1 %", "0.01, 1 %", "0.125, 13 %", "0.5, 50 %", "0.99, 99 %", "0.9901, > 99 %",
        "1, > 99 %"})
    void aWholePercentageHasNoFalseEndsEither(double share, String text) {
        assertThat(Percent.whole(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.0999, 0", "0.1, 1", "0.25, 2", "0.5, 3", "0.75, 4", "0.8999, 4", "0.9, 5", "1, 5"})
    void theMoreTheDarker(double share, int step) {
        assertThat(ColourSteps.SHARES.style(share)).isEqualTo(ColourSteps.SHARES.steps().get(step).style());
        assertThat(ColourSteps.SHARES.steps()).extracting(ColourSteps.Step::style).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"999, 999 bytes", "1000, 1 kB", "454000, 454 kB", "6946000, 6.946 MB", "124439808000, 124.4 GB",
        "9223372036854775807, 9223000 TB"})
    void bytesAreShownInUnits(long bytes, String text) {
        assertThat(Figure.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "-2.7749, -2.775", "0.00012345, 0.0001234", "0.00001234, 1.234e-5",
        "0.00009999996, 0.0001000",
        "-3e-20, -3.000e-20", "1234567, 1235000", "12345678, 1.235e7"})
    void numbersHaveFourDigitsInLittleRoom(float number, String text) {
        assertThat(Figure.compact(number)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, 1 000", "1734656, 1 734 656", "-1234, -1 234"})
    void longNumbersAreGrouped(long number, String text) {
        assertThat(Figure.grouped(number)).isEqualTo(text);
    }

    @Test
    void widthsAreThoseOfATerminal() {
        assertThat(TextWidth.of("abc")).isEqualTo(3);
        assertThat(TextWidth.of("東京")).isEqualTo(4);
        assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
        assertThat(TextWidth.of("😀")).isEqualTo(2);
        assertThat(TextWidth.of("█·…")).isEqualTo(3);
        assertThat(TextWidth.of("\u200b")).isZero();
    }

    @Test
    void aTokenShowsItsSpacesAndCannotDisturbTheLine() {
        assertThat(Chip.of(" city", PLAIN)).isEqualTo("·city");
        assertThat(Chip.of(" city", ASCII)).isEqualTo("_city");
        assertThat(Chip.of("\n\t\u001b[1m", PLAIN)).isEqualTo("\\n\\t\\x1b[1m");
        assertThat(Chip.of("\u202ex", PLAIN)).isEqualTo("\\u202ex");
        assertThat(Chip.of("\ud800", PLAIN)).isEqualTo("\\ud800");
        assertThat(Chip.of("\u0301", PLAIN)).isEqualTo("◌\u0301");
        assertThat(Chip.of("", PLAIN)).isEqualTo("\"\"");
        assertThat(Chip.lines("a\nb\rc")).isEqualTo("a\nb\\rc");
    }

    @Test
    void columnsAreAlignedWhateverTheirCharacters() {
        Table table = new Table(PLAIN, "lr");
        table.titles("token", "rank");
        table.row(Cell.of("東京"), Cell.of(7));
        table.row(Cell.of("e\u0301"), Cell.of(123));
        assertThat(table.lines()).containsExactly("token  rank", "東京      7", "e\u0301       123");
    }

    @Test
    void aGroundFillsTheWholeCellAndOtherStylesOnlyTheText() {
        Table table = new Table(COLOUR, "r");
        table.row(new Cell("1", ColourSteps.RANKS.style(1)));
        table.row(Cell.of("100"));
        table.row(new Cell("7", Style.BOLD));
        assertThat(table.lines()).containsExactly("\u001b[1;38;5;231;48;5;53m  1\u001b[0m", "100",
                "  \u001b[1m7\u001b[0m");
    }

    @Test
    void barsGrowByEighthsOfAColumn() {
        assertThat(PLAIN.bar(1, 4)).isEqualTo("████");
        assertThat(PLAIN.bar(0.5, 1)).isEqualTo("▌");
        assertThat(PLAIN.bar(0.28125, 4)).isEqualTo("█▏");
        assertThat(PLAIN.bar(0, 4)).isEmpty();
        assertThat(PLAIN.bar(7, 2)).isEqualTo("██");
        assertThat(ASCII.bar(0.5, 4)).isEqualTo("##");
    }

    @Test
    void shadesGoByPowersOfTen() {
        List<Style> styles = ColourSteps.RANKS.steps().stream().map(ColourSteps.Step::style).toList();
        assertThat(List.of(1, 2, 9, 10, 99, 100, 999, 1000, 4999, 5000, 50000)).extracting(ColourSteps.RANKS::style)
                .extracting(styles::indexOf).containsExactly(0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        assertThat(ColourSteps.RANKS.legend(PLAIN)).contains("1", "5000+");
    }

    @Test
    void blocksHoldWhatFitsAndAtLeastOne() {
        assertThat(Wrap.blocks(List.of(3, 3, 3, 30, 3), 10)).containsExactly(2, 3, 4, 5);
        assertThat(Wrap.blocks(List.of(4, 4), 10)).containsExactly(2);
        assertThat(Wrap.blocks(List.of(), 10)).isEmpty();
    }

    @Test
    void sentencesBreakAtSpaces() {
        assertThat(Wrap.words("one two three", 8)).containsExactly("one two", "three");
        assertThat(Wrap.words("unbreakable", 4)).containsExactly("unbreakable");
    }
}
