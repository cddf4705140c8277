package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.tensors.TensorSlice;
import org.vitrine.explain.tensors.TensorStatistics;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.drawing.ColourGrid;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.CellSpot;
import org.vitrine.ui.picture.spot.TokenSpot;

class HeatMapPictureTest {
    private static final TensorName SCORES = TensorName.parse("decoder.0.attn.scores");
    private static final TensorName ACT = TensorName.parse("decoder.0.mlp.act");
    private static final float MASKED = Float.NEGATIVE_INFINITY;
    private static final HeatMapView WINDOW = new HeatMapView(700, 400, false, 0, 0);

    @Test
    void aSmallSliceHasItsNumbersItsTokensAndAWordForWhatIsMasked() {
        HeatMap map = scores(2.5f, MASKED, -1.25f, 0.5f);
        Recorded drawn = Recorded.of(HeatMapPicture.of(map, WINDOW, Subject.SAID, Theme.LIGHT));
        assertThat(drawn.texts()).contains("2.500", "−1.250", "0.500", "−∞", "masked (−∞)", "the", "cat",
                "rows: tokens, T = 2 · columns: tokens looked at, S = 2");
        assertThat(drawn.hints()).contains("decoder.0.attn.scores[1, 1, 0] = −1.25\nhead 1\ntoken 1 ·cat\n"
                + "token looked at 0 the",
                "decoder.0.attn.scores[1, 0, 1] = −∞ (masked)\nhead 1\ntoken 0 the\n"
                        + "token looked at 1 ·cat");
    }

    @Test
    void coloursSayTheSignAndHowStrong() {
        ColourGrid grid = Places.of(HeatMapPicture.of(scores(2.5f, MASKED, -1.25f, Float.NaN), WINDOW, Subject.SAID,
                Theme.LIGHT)).grids().getFirst();
        assertThat(grid.at(0, 0).hex()).isEqualTo(Theme.LIGHT.positive().hex());
        assertThat(grid.at(0, 0).opacity()).isEqualTo(1);
        assertThat(grid.at(1, 0).hex()).isEqualTo(Theme.LIGHT.negative().hex());
        assertThat(grid.at(1, 0).opacity()).isBetween(0.49, 0.51);
        assertThat(grid.at(0, 1).hex()).isEqualTo(Theme.LIGHT.faint().hex());
        assertThat(grid.at(1, 1).hex()).isEqualTo(Theme.LIGHT.ink().hex());
    }

    @Test
    void everyNumberAndEveryTokenCanBeChosen() {
        Places places = Places.of(HeatMapPicture.of(scores(1, 2, 3, 4), WINDOW, Subject.SAID, Theme.LIGHT));
        assertThat(places.spots(CellSpot.class)).containsExactly(CellSpot.of(SCORES, 1, 0, 0),
                CellSpot.of(SCORES, 1, 0, 1), CellSpot.of(SCORES, 1, 1, 0), CellSpot.of(SCORES, 1, 1, 1));
        assertThat(places.spots(TokenSpot.class)).contains(new TokenSpot(Stack.DECODER, 0),
                new TokenSpot(Stack.DECODER, 1));
    }

    @Test
    void aHugeSliceIsOneMarkAndItsStrongestNumbersAreStillFound() {
        HeatMap map = wide(363, 3072);
        map.matrix().data()[100 * 3072 + 2000] = -50;
        Picture picture = HeatMapPicture.of(map, WINDOW, Subject.SAID, Theme.LIGHT);
        Places places = Places.of(picture);
        assertThat(places.marks()).as("hints and spots included").isLessThan(14_000);
        assertThat(places.grids()).singleElement().satisfies(grid -> assertThat(grid.columns()).isLessThan(700));
        assertThat(places.spots(CellSpot.class)).contains(CellSpot.of(ACT, 100, 2000));
        assertThat(Recorded.of(picture).texts().toString()).contains("more numbers than points", "max |x|");
    }

    @Test
    void aWindowOfNumbersShowsThoseAskedForAndNoMoreThanThereAre() {
        HeatMap map = wide(363, 3072);
        HeatMapView view = new HeatMapView(700, 400, true, 300, 3000);
        HeatMapLayout layout = new HeatMapLayout(map, view, Theme.LIGHT);
        assertThat(layout.firstRow()).isEqualTo(300);
        assertThat(layout.firstColumn()).isEqualTo(3000);
        assertThat(layout.columns()).isBetween(5, 20);
        Recorded drawn = Recorded.of(HeatMapPicture.of(map, view, Subject.SAID, Theme.LIGHT));
        drawn.assertInOrder();
        assertThat(drawn.texts()).contains("3000", "3001");
        HeatMapLayout end = new HeatMapLayout(map, new HeatMapView(700, 400, true, 9999, 9999), Theme.LIGHT);
        assertThat(end.firstRow() + end.rows()).isEqualTo(363);
        assertThat(end.firstColumn() + end.columns()).isEqualTo(3072);
    }

    @Test
    void aNumberWithoutAPlaceOfItsOwnIsOutlinedAbove() {
        HeatMap map = wide(40, 3072);
        Picture picture = HeatMapPicture.of(map, WINDOW, Subject.SAID, Theme.LIGHT);
        Optional<Picture> outline = HeatMapPicture.outline(map, WINDOW, picture, CellSpot.of(ACT, 3, 7), Theme.LIGHT);
        assertThat(outline).hasValueSatisfying(above -> {
            assertThat(above.width()).isEqualTo(picture.width());
            assertThat(above.height()).isEqualTo(picture.height());
            assertThat(Recorded.of(above).outlines()).hasSize(1);
        });
        assertThat(HeatMapPicture.outline(map, WINDOW, picture, CellSpot.of(SCORES, 0, 3, 7), Theme.LIGHT)).isEmpty();
        HeatMap small = scores(1, 2, 3, 4);
        assertThat(HeatMapPicture.outline(small, WINDOW, HeatMapPicture.of(small, WINDOW, Subject.SAID, Theme.LIGHT),
                CellSpot.of(SCORES, 1, 0, 0), Theme.LIGHT)).as("the picture outlines it itself").isEmpty();
    }

    @Test
    void aVectorIsASingleRowAndNothingIsSaid() {
        TensorName pooled = TensorName.parse("head.pooled");
        Tensor tensor = Tensor.of(new float[]{1, -1, 0.5f}, 3);
        HeatMap map = new HeatMap(pooled, List.of(TensorAxis.plain("d", 3)), TensorSlice.WHOLE,
                TensorSlice.WHOLE.of(tensor), 1, false);
        Recorded drawn = Recorded.of(HeatMapPicture.of(map, WINDOW, Samples.SUBJECT, Theme.DARK));
        drawn.assertInOrder();
        assertThat(drawn.hints()).contains("head.pooled[2] = 0.5\nd 2");
        HeatMap none = new HeatMap(ACT, List.of(TensorAxis.plain("T", 0), TensorAxis.plain("f", 4)), TensorSlice.WHOLE,
                Tensor.of(new float[0], 0, 4), 0, false);
        assertThat(Recorded.of(HeatMapPicture.of(none, WINDOW, Subject.SAID, Theme.LIGHT)).texts().toString())
                .contains("nothing to show");
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 0.5", "false, 4"})
    void nothingIsClippedAndNoTextLiesUponAnother(boolean dark, double scale) {
        Theme theme = (dark ? Theme.DARK : Theme.LIGHT).scaled(scale);
        for (int[] size : new int[][]{{1, 1}, {2, 5000}, {30, 30}, {150, 12}, {400, 400}}) {
            for (boolean numbers : new boolean[]{false, true}) {
                HeatMapView view = new HeatMapView(700, 400, numbers, 3, 3);
                Recorded.of(HeatMapPicture.of(wide(size[0], size[1]), view, Samples.SUBJECT, theme)).assertInOrder();
            }
        }
    }

    private static HeatMap scores(float... numbers) {
        Tensor tensor = Tensor.of(new float[]{9, 9, 9, 9, numbers[0], numbers[1], numbers[2], numbers[3]}, 2, 2, 2);
        TensorSlice slice = new TensorSlice(0, 1);
        Tensor matrix = slice.of(tensor);
        return new HeatMap(SCORES, List.of(TensorAxis.plain("H", 2), tokens("T", 2), tokens("S", 2)), slice, matrix,
                TensorStatistics.of(matrix).greatest(), false);
    }

    private static TensorAxis tokens(String letter, int size) {
        return new TensorAxis(letter, size, place -> Optional.of(place == 0 ? "the" : " cat"),
                place -> Optional.of(new TokenSpot(Stack.DECODER, place)));
    }

    private static HeatMap wide(int rows, int columns) {
        Random random = new Random(7);
        float[] numbers = new float[rows * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        TensorAxis tokens = new TensorAxis("T", rows, place -> Optional.of(Samples.ODD.get(place % Samples.ODD.size())),
                place -> Optional.of(new TokenSpot(Stack.DECODER, place)));
        return new HeatMap(ACT, List.of(tokens, TensorAxis.plain("f", columns)), TensorSlice.WHOLE,
                Tensor.of(numbers, rows, columns), 4, false);
    }
}
