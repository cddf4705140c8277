package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.CacheSize;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.CandidateChange;
import org.vitrine.explain.LayerChange;
import org.vitrine.explain.Lens;
import org.vitrine.explain.NextToken;
import org.vitrine.explain.PredictionChanges;
import org.vitrine.explain.RankTable;
import org.vitrine.explain.RankTable.Cell;
import org.vitrine.explain.RankTable.Column;
import org.vitrine.explain.RankTable.Row;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.RankingsWatchPicture.Part;
import org.vitrine.ui.picture.RankingsWatchPicture.Show;
import org.vitrine.ui.picture.spot.CandidateSpot;
import org.vitrine.ui.picture.spot.LayerSpot;
import org.vitrine.ui.picture.spot.TokenSpot;

/** What is drawn where an intervention made a difference, where a model writes, and what the places stand for. */
class LensChangesTest {
    private static final List<String> ODD = List.of(" the", "supercalifragilisticexpialidocious", "\n\t", "👩‍👩‍👧",
            "",
            "日本語", "<b>&", "##ing", " a", "b", "c", " d");
    private static final Context SHORT = new Context("a-model", "typed text", List.of(),
            List.of("The", " keys", " to", " the", " cabinet"), 5);

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 2", "true, 0.5"})
    void nothingIsClippedAndNoTextLiesUponAnother(boolean dark, double scale) {
        Theme theme = (dark ? Theme.DARK : Theme.LIGHT).scaled(scale);
        for (int count : new int[]{1, 2, 12}) {
            Recorded.of(PredictionsPicture.of(SHORT, changes(3, count), 1, List.of(), theme)).assertInOrder();
            Recorded.of(
                    RankingsPicture.of(SHORT, table(5, count, 3), Optional.of(table(5, count, 900)), List.of(), theme))
                    .assertInOrder();
            for (Part part : Part.values()) {
                Show show = new Show(table(5, count, 3), Optional.of(table(5, count, 900)), part);
                Recorded.of(RankingsWatchPicture.of(SHORT, show, List.of(), theme)).assertInOrder();
            }
            Recorded.of(writing(nextTokens(count), count, 0, theme)).assertInOrder();
            Recorded.of(writing(beams(count), 40, 7, theme)).assertInOrder();
        }
        Recorded.of(writing(nextTokens(5), 400, 300, theme)).assertInOrder();
    }

    @Test
    void aChangedCandidateSaysWhatItWasAndHowMuchItChangedInItsSignsColour() {
        Theme theme = Theme.LIGHT;
        Recorded drawn = Recorded
                .of(PredictionsPicture.of(SHORT, changes(2, 3), PredictionsPicture.NONE, List.of(), theme));
        assertThat(colour(drawn, "+20.00 pp")).containsOnly(theme.positive());
        assertThat(colour(drawn, "−10.00 pp")).containsOnly(theme.negative());
        assertThat(colour(drawn, "±0.00 pp")).containsOnly(theme.faint());
        assertThat(drawn.texts()).contains("was 3").doesNotContain("was 2");
        assertThat(drawn.hints()).allMatch(hint -> hint.contains("; without the intervention: rank "));
        assertThat(drawn.texts()).anyMatch(text -> text.contains("without the intervention"));
    }

    private static List<Colour> colour(Recorded drawn, String text) {
        return drawn.words().stream().filter(words -> words.text().equals(text)).map(words -> words.style().colour())
                .toList();
    }

    @Test
    void theChosenTokenIsOutlinedInEveryLayer() {
        Recorded none = Recorded
                .of(PredictionsPicture.of(Context.SAID, changes(4, 3), PredictionsPicture.NONE, List.of(),
                        Theme.LIGHT));
        Recorded chosen = Recorded.of(PredictionsPicture.of(Context.SAID, changes(4, 3), 2, List.of(), Theme.LIGHT));
        assertThat(none.outlines()).hasSize(4);
        assertThat(chosen.outlines()).hasSize(8);
        assertThat(chosen.texts()).contains("Boxes with a thick outline hold the chosen token.");
    }

    @Test
    void betterRanksAreBlueAndWorseOnesOrange() {
        Recorded drawn = Recorded.of(RankingsPicture.of(Context.SAID, table(1, 1, 10), Optional.of(table(1, 1, 1000)),
                List.of(), Theme.LIGHT));
        assertThat(drawn.texts()).contains("10", "was 1000");
        assertThat(drawn.rectangles().getFirst().colour()).isEqualTo(Theme.LIGHT.ground());
        assertThat(drawn.rectangles().stream().map(Recorded.Rectangle::colour)).contains(Theme.LIGHT.signed(1, 1));
        Recorded worse = Recorded.of(RankingsPicture.of(Context.SAID, table(1, 1, 1000), Optional.of(table(1, 1, 10)),
                List.of(), Theme.LIGHT));
        assertThat(worse.rectangles().stream().map(Recorded.Rectangle::colour)).contains(Theme.LIGHT.signed(-1, 1));
    }

    @Test
    void everyPictureSaysWhatItsPlacesStandFor() {
        List<Spot> predictions = Recorded.of(
                PredictionsPicture.of(Context.SAID, changes(3, 4), PredictionsPicture.NONE, List.of(),
                        Theme.LIGHT))
                .spots();
        assertThat(predictions).contains(new LayerSpot(-1), new LayerSpot(1), new CandidateSpot(0, 5, 3)).hasSize(15);
        List<Spot> ranks = Recorded.of(RankingsPicture.of(Context.SAID, table(3, 4, 7), List.of(), Theme.LIGHT))
                .spots();
        assertThat(ranks).contains(new LayerSpot(-1), new TokenSpot(Stack.DECODER, 5), new CandidateSpot(1, 5, 3))
                .hasSize(19);
        List<Spot> chart = Recorded.of(
                RankingsWatchPicture.of(Context.SAID, new Show(table(3, 2, 7), Optional.empty(), Part.CHART),
                        List.of(), Theme.LIGHT))
                .spots();
        assertThat(chart).contains(new LayerSpot(0), new CandidateSpot(-1, 5, 0), new CandidateSpot(1, 5, 1))
                .doesNotContain(new CandidateSpot(1, 5, 2));
        List<Spot> map = Recorded.of(
                RankingsWatchPicture.of(Context.SAID, new Show(table(3, 2, 7), Optional.empty(), Part.MAP),
                        List.of(), Theme.LIGHT))
                .spots();
        assertThat(map).as("watched tokens stand nowhere yet").noneMatch(TokenSpot.class::isInstance)
                .contains(new CandidateSpot(-1, 5, 1));
        assertThat(Recorded.of(writing(nextTokens(3), 9, 4, Theme.LIGHT)).spots()).contains(
                new TokenSpot(Stack.DECODER, 8),
                new LayerSpot(0), new CandidateSpot(1, 9, 0));
    }

    @Test
    void ofTheCacheTheNewColumnsAreOutlinedAndItsSizeIsSaid() {
        Recorded first = Recorded.of(writing(nextTokens(2), 9, 9, Theme.LIGHT));
        Recorded later = Recorded.of(writing(nextTokens(2), 9, 1, Theme.LIGHT));
        assertThat(later.texts()).anyMatch(text -> text.contains("2 layers × 2 × 3 heads × 9 tokens × 4 numbers"));
        assertThat(String.join(" ", later.texts()))
                .contains("= 432 floats, 1.728 kB; new in this step: 1 column, 192 bytes");
        assertThat(widest(first)).isGreaterThan(widest(later));
        assertThat(later.texts()).anyMatch(text -> text.startsWith("Of the encoder's text"));
    }

    private static double widest(Recorded drawn) {
        return drawn.outlines().stream().map(Recorded.Rectangle::box).filter(box -> box.height() > 30)
                .mapToDouble(Box::width).max().orElseThrow();
    }

    private static Picture writing(WritingPicture.Choice choice, int read, int fresh, Theme theme) {
        List<String> tokens = IntStream.rangeClosed(0, read).mapToObj(i -> ODD.get(i % ODD.size())).toList();
        return WritingPicture.of(new Subject("a-model", "typed"),
                new WritingPicture.Text(tokens, Math.max(1, read / 2), Math.max(1, fresh), new CacheSize(2, 3, 4, 6)),
                choice,
                List.of("A note."), theme);
    }

    private static NextTokenTable nextTokens(int count) {
        List<Candidate> candidates = IntStream.range(0, count)
                .mapToObj(i -> new Candidate(i + 1, i, ODD.get(i), 1.0 / (i + 2), -i)).toList();
        return new NextTokenTable(new NextToken(new Candidate(99, 77, ODD.get(1), 0.001, -9), candidates), 9, 1);
    }

    private static BeamTable beams(int count) {
        List<BeamTable.Row> rows = IntStream.range(0, count).mapToObj(
                i -> new BeamTable.Row(i, ODD.get(i), -1.5 * i, i % 2 == 0 ? "beam " + i : "pruned", i % 2 == 0,
                        "a text that is rather long, longer than what would fit ".repeat(i)))
                .toList();
        return new BeamTable(rows, List.of(new BeamTable.Ended(-0.5, "ended")), 9);
    }

    /** The first candidate gains 20 points, the second loses 10, the third stays as it is but for its rank. */
    private static PredictionChanges changes(int layers, int count) {
        List<LayerChange> rows = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            List<CandidateChange> candidates = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                double change = i == 0 ? 0.2 : i == 1 ? -0.1 : 0;
                candidates.add(new CandidateChange(new Candidate(i + 1, i, ODD.get(i), 0.3, 1),
                        new Candidate(i == 0 ? 3 : i + 1, i, ODD.get(i), 0.3 - change, 1)));
            }
            rows.add(new LayerChange(layer - 1, "decoder." + layer + ".mlp.resid", candidates));
        }
        return new PredictionChanges(5, Lens.FINAL_NORM, rows);
    }

    private static RankTable table(int layers, int count, int rank) {
        List<Column> columns = IntStream.range(0, count).mapToObj(c -> new Column(5, c, ODD.get(c))).toList();
        List<Row> rows = IntStream.range(0, layers)
                .mapToObj(layer -> new Row(layer - 1, "decoder." + layer + ".mlp.resid",
                        IntStream.range(0, count).mapToObj(c -> new Cell(rank + layer + c, 1.0 / (rank + c))).toList()))
                .toList();
        return new RankTable(Lens.RAW, columns, rows);
    }
}
