package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.LayerPrediction;
import org.vitrine.explain.LayerPredictions;
import org.vitrine.explain.Lens;
import org.vitrine.explain.RankTable;
import org.vitrine.explain.RankTable.Cell;
import org.vitrine.explain.RankTable.Column;
import org.vitrine.explain.RankTable.Row;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.SvgSurface;
import org.vitrine.ui.drawing.Theme;

class LensPicturesTest {
    private static final List<String> ODD = List.of(" the", "supercalifragilisticexpialidocious", "\n\t", "👩‍👩‍👧",
            " שלום",
            "", "\u0301", "    ", "\u202e\u0000", "日本語", "<b>&", "\ud800", " ", "##ing");
    private static final Context SHORT = context(List.of("The", " keys", " to", " the", " cabinet"), 5);
    private static final List<String> NOTES = List.of("Lens raw: a note that is long enough to be broken into several "
            + "lines, in a picture that is no wider than need be, as it is here, and then some more words follow.");

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 1", "false, 3", "true, 0.5"})
    void nothingIsClippedAndNoTextLiesUponAnother(boolean dark, double scale) {
        Theme theme = (dark ? Theme.DARK : Theme.LIGHT).scaled(scale);
        Context context = context(ODD, 3);
        for (int count : new int[]{1, 2, 5, 14, 40}) {
            Recorded.of(PredictionsPicture.of(context, predictions(4, count, 14), NOTES, theme)).assertInOrder();
            Recorded.of(PredictionsPicture.of(context, predictions(1, count, 3), NOTES, theme)).assertInOrder();
            Recorded.of(RankingsPicture.of(context, table(7, count), NOTES, theme)).assertInOrder();
            Recorded.of(RankingsWatchPicture.of(context, table(7, count), NOTES, theme)).assertInOrder();
            Recorded.of(RankingsWatchPicture.of(context, table(49, count), NOTES, theme)).assertInOrder();
        }
    }

    @Test
    void everyCandidateHasABoxWithItsRankItsTokenAndItsProbability() {
        Recorded drawn = Recorded.of(PredictionsPicture.of(SHORT, predictions(3, 10, 5), NOTES,
                Theme.LIGHT));
        assertThat(drawn.texts()).contains("embeddings", "layer 0", "layer 1", "10", "50.00 %", "the", "____")
                .anyMatch(text -> text.startsWith("In a box:")).anyMatch(text -> text.startsWith("Lens raw:"));
        assertThat(drawn.hints()).hasSize(30).anyMatch(hint -> hint.contains("·the, id 0: rank 1, probability 0.5"));
        List<Box> bars = drawn.rectangles().stream().filter(each -> each.colour().equals(Theme.LIGHT.positive()))
                .map(Recorded.Rectangle::box).toList();
        assertThat(bars).hasSize(30);
        assertThat(bars.get(0).width()).isCloseTo(1.5 * bars.get(1).width(), Offset.offset(1e-6));
        assertThat(drawn.picture().title()).contains("a-model", "position 5", "typed text");
    }

    @Test
    void whatTheLastLayerSaysIsOutlinedWhereverItStands() {
        Recorded all = Recorded.of(PredictionsPicture.of(SHORT, predictions(3, 10, 5), NOTES,
                Theme.LIGHT));
        assertThat(all.outlines()).as("the place, and a box in each layer").hasSize(4);
        Recorded one = Recorded.of(PredictionsPicture.of(SHORT, predictions(1, 10, 5), NOTES,
                Theme.LIGHT));
        assertThat(one.outlines()).hasSize(1);
        assertThat(one.texts()).noneMatch(text -> text.contains("Outlined"));
    }

    @Test
    void candidatesGoTenToARowAndNotBeyondFiveHundred() {
        Recorded drawn = Recorded.of(PredictionsPicture.of(SHORT, predictions(1, 600, 5), NOTES,
                Theme.LIGHT));
        assertThat(drawn.hints()).hasSize(500);
        assertThat(drawn.texts()).anyMatch(text -> text.contains("Of 600 candidates the first 500 are drawn"));
        Box eleventh = place(drawn, "11");
        assertThat(eleventh.x()).isEqualTo(place(drawn, "1").x());
        assertThat(eleventh.y()).isGreaterThan(place(drawn, "10").y());
        assertThat(place(drawn, "10").y()).isEqualTo(place(drawn, "1").y());
    }

    @Test
    void everyRankHasACellOfItsColourThatTouchesNoOther() {
        RankTable table = table(7, 12);
        Recorded drawn = Recorded.of(RankingsPicture.of(SHORT, table, NOTES, Theme.DARK));
        List<Box> cells = new ArrayList<>();
        for (Row row : table.rows()) {
            for (Cell cell : row.cells()) {
                List<Recorded.Words> number = drawn.words().stream()
                        .filter(each -> each.text().equals(Integer.toString(cell.rank()))
                                && each.style().size() == Theme.DARK.text().size())
                        .toList();
                assertThat(number).as("rank %d", cell.rank()).hasSize(1);
                List<Box> around = drawn.rectangles().stream()
                        .filter(each -> each.colour().equals(Theme.DARK.rank(cell.rank())))
                        .map(Recorded.Rectangle::box).filter(box -> encloses(box, number.getFirst().box())).toList();
                assertThat(around).hasSize(1);
                cells.addAll(around);
            }
        }
        assertThat(cells).hasSize(84);
        for (int i = 0; i < cells.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(Recorded.overlap(cells.get(i), cells.get(j))).isFalse();
            }
        }
        assertThat(drawn.texts()).contains("rank", "1", "10", "100", "1000", "5000+", "probability", "embeddings");
        assertThat(drawn.hints()).hasSize(84);
    }

    @Test
    void manyTokensAreDrawnInBlocks() {
        Recorded drawn = Recorded.of(RankingsPicture.of(SHORT, table(7, 60), NOTES, Theme.LIGHT));
        assertThat(drawn.picture().width()).isLessThan(1000);
        assertThat(drawn.texts().stream().filter("probability"::equals).count()).isGreaterThan(3);
        assertThat(drawn.hints()).hasSize(420);
    }

    @Test
    void ofWatchedTokensTheOneAheadIsOutlinedAndEachHasALine() {
        Recorded drawn = Recorded.of(RankingsWatchPicture.of(SHORT, table(7, 2), NOTES,
                Theme.LIGHT));
        assertThat(drawn.outlines().stream().filter(each -> each.colour().equals(Theme.LIGHT.ink()))).hasSize(8);
        for (int token = 0; token < 2; token++) {
            int head = token;
            List<Box> points = drawn.rectangles().stream()
                    .filter(each -> each.colour().equals(Theme.LIGHT.head(head)) && each.box().width() == 6)
                    .map(Recorded.Rectangle::box).toList();
            assertThat(points).hasSize(7);
            assertThat(points).as("each rank is better than the one before, so the line rises").isSortedAccordingTo(
                    (a, b) -> Double.compare(b.y(), a.y()));
        }
        assertThat(drawn.texts()).contains("Outlined: ahead in this layer.", "layer", "0", "5", "10000", "·the");
        Recorded alone = Recorded.of(RankingsWatchPicture.of(SHORT, table(7, 1), NOTES,
                Theme.LIGHT));
        assertThat(alone.texts()).noneMatch(text -> text.contains("Outlined"));
    }

    @Test
    void ofALongPassageTheTokensBeforeThePlaceAreDrawn() {
        List<String> many = IntStream.range(0, 500).mapToObj(i -> " word" + i).toList();
        Recorded drawn = Recorded
                .of(PredictionsPicture.of(context(many, 498), predictions(1, 1, 500), NOTES, Theme.LIGHT));
        drawn.assertInOrder();
        assertThat(drawn.texts()).contains("word499", "+499", "497").doesNotContain("word0")
                .anyMatch(text -> text.matches("… the first \\d+ tokens are not shown"));
        assertThat(drawn.picture().height()).isLessThan(500);
    }

    @Test
    void whatTheEncoderReadsStandsAboveWhatTheDecoderWrote() {
        Context context = new Context("a-model", "typed text", List.of("<s>", "Spain"), List.of("</s>"), 1);
        Recorded drawn = Recorded.of(PredictionsPicture.of(context, predictions(2, 3, 1), NOTES, Theme.LIGHT));
        assertThat(drawn.texts()).containsSubsequence("The encoder reads:", "Spain", "The decoder, so far:", "</s>",
                "____");
    }

    @Test
    void aPictureOfOddTokensIsAWellFormedFile() {
        Picture picture = RankingsPicture.of(context(ODD, 3), table(3, ODD.size()), NOTES, Theme.LIGHT);
        assertThat(SvgSurface.document(picture)).contains("&lt;b&gt;&amp;", "\\x00", "\\n\\t")
                .doesNotContain("\u202e", "\u0000");
    }

    private static boolean encloses(Box outer, Box inner) {
        return outer.x() <= inner.x() && outer.right() >= inner.right() && outer.y() <= inner.y()
                && outer.bottom() >= inner.bottom();
    }

    /** Where a rank or another label stands. */
    private static Box place(Recorded drawn, String label) {
        return drawn.words().stream().filter(words -> words.text().equals(label) && words.box().y() > 100).findFirst()
                .orElseThrow().box();
    }

    private static Context context(List<String> tokens, int typed) {
        return new Context("a-model", "typed text", List.of(), tokens, typed);
    }

    private static LayerPredictions predictions(int layers, int count, int position) {
        List<LayerPrediction> rows = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            List<Candidate> candidates = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                candidates.add(new Candidate(i + 1, i, ODD.get(i % ODD.size()), 1.0 / (i + 2), -i));
            }
            rows.add(new LayerPrediction(layer - 1, "decoder." + layer + ".mlp.resid", candidates));
        }
        return new LayerPredictions(position, Lens.RAW, rows);
    }

    /** All ranks differ, none is a tick of the legend, and every column's fall from layer to layer. */
    private static RankTable table(int layers, int count) {
        List<Column> columns = IntStream.range(0, count).mapToObj(c -> new Column(5, c, ODD.get(c % ODD.size())))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < count; c++) {
                cells.add(new Cell(layers * count * 2 - 2 * (layer * count + c) + 1011, 1.0 / (c + 1)));
            }
            rows.add(new Row(layer - 1, "decoder." + layer + ".mlp.resid", cells));
        }
        return new RankTable(Lens.RAW, columns, rows);
    }
}
