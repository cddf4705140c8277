package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.SvgSurface;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.HeadViewPicture.Show;
import org.vitrine.ui.picture.Recorded.Stroke;

class HeadViewPictureTest {
    private static final AttentionMap TWO_HEADS = Samples.map(AttentionKind.ENCODER, 3,
            Samples.tokens("the", "cat", "sat"),
            Tensor.of(new float[]{0.5f, 0.5f, 0, 0.1f, 0.9f, 0, 0.001f, 0.199f, 0.8f, 1, 0, 0, 0, 1, 0, 0.25f, 0.25f,
                0.5f}, 2, 3, 3));

    @Test
    void everyLinkFromTheThresholdUpwardsIsALineOfItsHead() {
        Recorded all = drawn(TWO_HEADS, Show.EVERYTHING, Theme.LIGHT);
        assertThat(lines(all, Theme.LIGHT.head(0))).hasSize(6);
        assertThat(lines(all, Theme.LIGHT.head(1))).hasSize(5);
        Recorded some = drawn(TWO_HEADS, new Show(0.5, Show.ALL), Theme.LIGHT);
        assertThat(lines(some, Theme.LIGHT.head(0))).hasSize(4);
        assertThat(lines(some, Theme.LIGHT.head(1))).hasSize(3);
        assertThat(some.texts()).contains("Links that weigh less than 50.00 % are left out.");
    }

    @Test
    void theOpacityIsTheWeightDividedByTheSquareRootOfTheNumberOfHeads() {
        assertThat(opacities(drawn(TWO_HEADS, Show.EVERYTHING, Theme.LIGHT), Theme.LIGHT.head(1)))
                .containsExactly(0.18, 0.18, 0.35, 0.71, 0.71);
        assertThat(opacities(drawn(TWO_HEADS.only(List.of(1)), Show.EVERYTHING, Theme.LIGHT), Theme.LIGHT.head(1)))
                .containsExactly(0.25, 0.25, 0.5, 1.0, 1.0);
    }

    @Test
    void linesLeadFromTheQueryOnTheLeftToTheKeyOnTheRight() {
        Recorded one = drawn(TWO_HEADS.only(List.of(0)), new Show(0.8, Show.ALL), Theme.DARK);
        List<Stroke> lines = lines(one, Theme.DARK.head(0));
        assertThat(lines).hasSize(2).allSatisfy(each -> assertThat(each.line().x1()).isLessThan(each.line().x2()));
        assertThat(lines).allSatisfy(each -> assertThat(each.line().y1()).isEqualTo(each.line().y2()));
        Recorded.Words left = one.words().stream().filter(each -> each.text().equals("cat")).findFirst().orElseThrow();
        double middle = lines.stream().mapToDouble(each -> each.line().y1()).min().orElseThrow();
        assertThat(middle).isBetween(left.box().y(), left.box().bottom());
    }

    @Test
    void theLinesOfSeveralHeadsLieSideBySide() {
        Recorded drawn = drawn(TWO_HEADS, new Show(0.5, Show.ALL), Theme.LIGHT);
        assertThat(drawn.lines().stream().map(Stroke::line).distinct()).hasSameSizeAs(drawn.lines());
    }

    @Test
    void anAverageHasNoHeadsColour() {
        Recorded drawn = drawn(TWO_HEADS.average(), Show.EVERYTHING, Theme.DARK);
        assertThat(lines(drawn, Theme.DARK.ink())).hasSize(7);
        assertThat(drawn.texts()).doesNotContain("head").anyMatch(text -> text.contains("average of"));
    }

    @Test
    void aChosenQueryAloneHasLinesAndTheKeysHaveNumbers() {
        Recorded drawn = drawn(TWO_HEADS, new Show(0, 2), Theme.LIGHT);
        List<Stroke> lines = lines(drawn, Theme.LIGHT.head(0));
        assertThat(lines).hasSize(2).as("0.1 % divided by √2 cannot be seen");
        assertThat(lines.stream().map(each -> each.line().y1()).distinct()).hasSize(1);
        assertThat(drawn.texts()).contains("0.1000 %", "19.90 %", "80.00 %", "25.00 %", "50.00 %", "head 0", "head 1");
        assertThat(drawn.outlines()).filteredOn(each -> each.colour().equals(Theme.LIGHT.ink())).hasSize(1);
        assertThat(drawn.rectangles()).filteredOn(each -> same(each.colour(), Theme.LIGHT.head(0)))
                .extracting(each -> each.colour().opacity())
                .anySatisfy(opacity -> assertThat(opacity).isCloseTo(0.8, Offset.offset(1e-6)));
    }

    @Test
    void hintsSayTheNumbers() {
        assertThat(drawn(TWO_HEADS, Show.EVERYTHING, Theme.LIGHT).hints())
                .contains("1 cat looks at\nhead 0:  1 cat 90.00 %  0 the 10.00 %\nhead 1:  1 cat > 99.99 %");
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 1", "false, 3", "true, 0.5"})
    void nothingIsClippedAndNoTextLiesUponAnother(boolean dark, double scale) {
        Theme theme = (dark ? Theme.DARK : Theme.LIGHT).scaled(scale);
        for (int tokens : new int[]{1, 2, 15, 100}) {
            for (int heads : new int[]{1, 12, 16}) {
                AttentionMap map = Samples.causal(0, heads, tokens);
                drawn(map, Show.EVERYTHING, theme).assertInOrder();
                drawn(map, new Show(0.01, tokens - 1), theme).assertInOrder();
            }
        }
    }

    @Test
    void ofALongTextOnlyTheStrongestLinksAreDrawnAndThatIsSaid() {
        AttentionMap map = Samples.causal(0, 12, 512);
        Recorded drawn = drawn(map, Show.EVERYTHING, Theme.LIGHT);
        long lines = IntStream.range(0, 12).mapToLong(head -> lines(drawn, Theme.LIGHT.head(head)).size()).sum();
        assertThat(lines).isBetween(HeadViewPicture.MOST_LINES / 2L, (long) HeadViewPicture.MOST_LINES);
        assertThat(drawn.texts()).anyMatch(text -> text.contains("Only the " + lines + " strongest links are drawn"));
        assertThat(SvgSurface.document(drawn.picture()).length()).isLessThan(4_000_000);
    }

    @Test
    void whereNothingIsLeftThePictureSaysSo() {
        assertThat(drawn(TWO_HEADS, new Show(1, 0), Theme.LIGHT).texts()).noneMatch(text -> text.contains("nothing"));
        assertThat(drawn(TWO_HEADS, new Show(1, 2), Theme.LIGHT).texts())
                .contains("There is nothing to show: no link weighs as much as > 99.99 %.");
        AttentionMap none = Samples.map(AttentionKind.ENCODER, 0, List.of(), Tensor.of(new float[0], 2, 0, 0));
        Recorded empty = drawn(none, Show.EVERYTHING, Theme.LIGHT);
        empty.assertInOrder();
        assertThat(empty.texts()).anyMatch(text -> text.startsWith("There is nothing to show: no token is left"));
    }

    @Test
    void theTitleNamesModelLayerHeadsAndText() {
        Recorded drawn = drawn(TWO_HEADS, Show.EVERYTHING, Theme.LIGHT);
        assertThat(drawn.picture().title()).isEqualTo(
                "a-model: where tokens look, encoder attention, layer 3, heads 0, 1, for: typed text");
        assertThat(drawn.texts()).contains("typed text", "weight", "head", "0", "1");
    }

    private static Recorded drawn(AttentionMap map, Show show, Theme theme) {
        return Recorded.of(HeadViewPicture.of(map, show, Samples.SUBJECT, theme));
    }

    private static List<Stroke> lines(Recorded drawn, Colour colour) {
        return drawn.lines().stream().filter(each -> same(each.colour(), colour)).toList();
    }

    private static List<Double> opacities(Recorded drawn, Colour colour) {
        return lines(drawn, colour).stream().map(each -> each.colour().opacity()).sorted().toList();
    }

    private static boolean same(Colour one, Colour other) {
        return one.withOpacity(1).equals(other.withOpacity(1));
    }
}
