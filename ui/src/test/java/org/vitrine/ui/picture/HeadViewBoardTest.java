package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.attention.AttentionChange;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Recorded.Words;
import org.vitrine.ui.picture.spot.CellSpot;
import org.vitrine.ui.picture.spot.HeadSpot;
import org.vitrine.ui.picture.spot.KeySpot;
import org.vitrine.ui.picture.spot.LayerSpot;
import org.vitrine.ui.picture.spot.QuerySpot;
import org.vitrine.ui.picture.spot.TokenSpot;

class HeadViewBoardTest {
    private static final AttentionMap TWO_HEADS = map(.5f, .5f, 0, .125f, .875f, 0, .25f, 0, .75f, 1, 0, 0, 0, 1, 0,
            .25f,
            .25f, .5f);
    private static final AttentionMap CHANGED = map(.25f, .75f, 0, .125f, .875f, 0, 0, .5f, .5f, 1, 0, 0, 0, 1, 0, .25f,
            .25f, .5f);
    private static final QuerySpot SAT = new QuerySpot(AttentionKind.ENCODER, 2);
    private static final KeySpot CAT = new KeySpot(AttentionKind.ENCODER, 1);

    @Test
    void everyTokenCanBeChosenAtBothSides() {
        assertThat(Recorded.of(board(TWO_HEADS).picture()).spots()).containsExactly(query(0), query(1), query(2),
                key(0), key(1),
                key(2));
    }

    @Test
    void aboveTheTokenThatLooksOnlyItsLinesAreDrawnAndTheKeysHaveNumbers() {
        Recorded above = above(board(TWO_HEADS), SAT);
        assertThat(above.lines()).hasSize(5);
        assertThat(above.lines().stream().map(each -> each.line().y1()).distinct()).as("a line for each head")
                .hasSize(2);
        assertThat(above.texts()).contains("25.00", "75.00", "50.00", "head 0", "head 1").doesNotContain("87.50");
        double right = words(above, "sat").getLast().box().right();
        assertThat(words(above, "75.00").getFirst().box().x()).isGreaterThan(right);
        assertThat(above.outlines()).hasSize(1);
    }

    @Test
    void aboveTheTokenThatIsLookedAtTheQueriesHaveNumbers() {
        Recorded above = above(board(TWO_HEADS), CAT);
        assertThat(above.lines()).hasSize(4);
        assertThat(above.texts()).contains("87.50", "50.00", "25.00");
        double left = words(above, "sat").getFirst().box().x();
        assertThat(words(above, "87.50").getFirst().box().right()).isLessThan(left);
    }

    @ParameterizedTest
    @CsvSource({"false, 1, 2", "true, 1, 12", "false, 3, 4", "true, 0.5, 16"})
    void itLiesExactlyAboveThePictureAndNothingIsClipped(boolean dark, double scale, int heads) {
        Theme theme = (dark ? Theme.DARK : Theme.LIGHT).scaled(scale);
        for (int tokens : new int[]{1, 15, 100}) {
            HeadViewBoard board = new HeadViewBoard(LinkWeights.of(Samples.causal(0, heads, tokens)), 0, theme);
            Recorded below = Recorded.of(board.picture());
            below.assertInOrder();
            for (Spot spot : List.of(new QuerySpot(AttentionKind.DECODER, tokens - 1),
                    new KeySpot(AttentionKind.DECODER, 0))) {
                Recorded above = above(board, spot);
                above.assertInOrder();
                assertThat(above.picture().width()).isEqualTo(board.picture().width());
                assertThat(above.picture().height()).isEqualTo(board.picture().height());
                assertThat(boxes(below)).containsAll(tokens(above));
            }
        }
    }

    @Test
    void weakLinksAreLeftOutThereToo() {
        HeadViewBoard board = new HeadViewBoard(LinkWeights.of(TWO_HEADS), 0.5, Theme.LIGHT);
        assertThat(above(board, SAT).lines()).hasSize(2);
    }

    @Test
    void ofALongTextOnlyWhatCanBeSeenIsDrawn() {
        HeadViewBoard board = board(Samples.causal(0, 12, 363));
        Recorded above = above(board, new QuerySpot(AttentionKind.DECODER, 362));
        assertThat(above.lines().size()).isBetween(1, 12 * 363 / 4);
        assertThat(above.words().size()).isLessThan(4 * 363 + 12 * 363 / 2);
    }

    @Test
    void whatIsNotOfThisPictureHasNothingAbove() {
        HeadViewBoard board = board(TWO_HEADS.withoutSpecials());
        for (Spot other : List.of(new QuerySpot(AttentionKind.DECODER, 1), new KeySpot(AttentionKind.CROSS, 1),
                query(7),
                new LayerSpot(1), new TokenSpot(Stack.ENCODER, 1))) {
            assertThat(board.above(other)).isEmpty();
        }
        assertThat(board.above(null)).isEmpty();
    }

    @Test
    void aChangeIsBlueOrOrangeAsStrongAsItIsBesideTheLargest() {
        AttentionChange change = AttentionChange.between(TWO_HEADS, CHANGED);
        HeadViewBoard board = new HeadViewBoard(LinkWeights.of(change, change.largest()), 0, Theme.LIGHT);
        Recorded all = Recorded.of(board.picture());
        assertThat(all.lines()).filteredOn(each -> each.width() > 1).extracting(each -> each.colour())
                .containsExactlyInAnyOrder(Theme.LIGHT.positive().withOpacity(1),
                        Theme.LIGHT.positive().withOpacity(.5),
                        Theme.LIGHT.negative().withOpacity(.5), Theme.LIGHT.negative().withOpacity(.5),
                        Theme.LIGHT.negative().withOpacity(.5));
        assertThat(all.texts()).contains("change, in percentage points", "−50", "50")
                .anyMatch(text -> text.contains("without the"));
        assertThat(all.hints()).as("they would hide the numbers above").isEmpty();
        assertThat(board.said(query(0)))
                .contains("0 the looks at\nhead 0:  0 the −25.00 pp  1 cat +25.00 pp\nhead 1:  as before");
        assertThat(above(board, SAT).texts()).contains("−25.00", "+50.00");
        assertThat(above(board, new QuerySpot(AttentionKind.ENCODER, 1)).lines()).as("nothing changed").isEmpty();
    }

    @Test
    void changesThatAreNoneAreSaidToBeNone() {
        LinkWeights none = LinkWeights.of(AttentionChange.between(TWO_HEADS, TWO_HEADS), 0);
        Recorded drawn = Recorded.of(new HeadViewBoard(none, 0, Theme.DARK).picture());
        assertThat(drawn.texts()).anyMatch(text -> text.equals("There is nothing to show: no link changed."));
        Recorded grid = Recorded.of(new ModelViewPicture.Cells(List.of(none), 0).picture(Subject.SAID, Theme.DARK));
        assertThat(grid.texts()).anyMatch(text -> text.startsWith("There is nothing to show"));
    }

    @Test
    void theChangesOfAllHeadsShareOneScale() {
        AttentionChange change = AttentionChange.between(TWO_HEADS, CHANGED);
        Picture grid = new ModelViewPicture.Cells(List.of(LinkWeights.of(change, 1)), 0).picture(Subject.SAID,
                Theme.LIGHT);
        Recorded drawn = Recorded.of(grid);
        assertThat(drawn.lines()).extracting(each -> each.colour()).contains(Theme.LIGHT.positive().withOpacity(.5),
                Theme.LIGHT.negative().withOpacity(.25));
        assertThat(Recorded.of(grid).spots()).containsExactlyInAnyOrder(new LayerSpot(3), head(0), head(1));
    }

    @Test
    void aMatrixOfEachHeadStandsUnderItsNameAndItsNumbersCanBeChosen() {
        Picture picture = MatrixPicture.of(LinkWeights.of(TWO_HEADS), Subject.SAID, Theme.LIGHT);
        Recorded drawn = Recorded.of(picture);
        drawn.assertInOrder();
        assertThat(drawn.texts()).contains("head 0", "head 1", "87.50 %");
        assertThat(Recorded.of(picture).spots()).contains(head(0), head(1), query(2), key(1),
                CellSpot.of(AttentionKind.ENCODER.name(3, Site.PATTERN), 1, 2, 0));
        AttentionChange change = AttentionChange.between(TWO_HEADS, CHANGED);
        Recorded changed = Recorded.of(MatrixPicture.of(LinkWeights.of(change, .5), Subject.SAID, Theme.DARK));
        assertThat(changed.texts()).contains("−25.00", "+50.00");
        assertThat(changed.rectangles()).extracting(each -> each.colour())
                .contains(Theme.DARK.negative().withOpacity(.48));
    }

    @Test
    void ofALongTextNotAllMatricesAreDrawnAndThatIsSaid() {
        Recorded drawn = Recorded.of(
                MatrixPicture.of(LinkWeights.of(Samples.causal(0, 12, 363)), Subject.SAID, Theme.LIGHT));
        assertThat(drawn.texts()).contains("head 3").doesNotContain("head 4")
                .anyMatch(text -> text.startsWith("Of so long a text only 4 of 12 heads are drawn"));
    }

    private static AttentionMap map(float... weights) {
        return Samples.map(AttentionKind.ENCODER, 3, Samples.tokens("the", "cat", "sat"), Tensor.of(weights, 2, 3, 3));
    }

    private static HeadViewBoard board(AttentionMap map) {
        return new HeadViewBoard(LinkWeights.of(map), 0, Theme.LIGHT);
    }

    private static Recorded above(HeadViewBoard board, Spot spot) {
        return Recorded.of(board.above(spot).orElseThrow());
    }

    private static QuerySpot query(int position) {
        return new QuerySpot(AttentionKind.ENCODER, position);
    }

    private static KeySpot key(int position) {
        return new KeySpot(AttentionKind.ENCODER, position);
    }

    private static HeadSpot head(int head) {
        return new HeadSpot(AttentionKind.ENCODER, 3, head);
    }

    private static List<Words> words(Recorded drawn, String text) {
        return drawn.words().stream().filter(each -> each.text().equals(text)).toList();
    }

    private static List<Box> boxes(Recorded drawn) {
        return drawn.words().stream().map(Words::box).toList();
    }

    /** Where the tokens that the samples have are written. */
    private static List<Box> tokens(Recorded drawn) {
        return drawn.words().stream().filter(each -> each.text().equals("the") || each.text().equals("[CLS]"))
                .map(Words::box).toList();
    }
}
