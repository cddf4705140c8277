package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Recorded.Stroke;

class ModelViewPictureTest {
    @Test
    void everyHeadOfEveryLayerHasACellThatHoldsItsLines() {
        List<AttentionMap> layers = layers(3, 4, 5);
        Recorded drawn = drawn(layers, 0, Theme.LIGHT);
        List<Box> cells = drawn.outlines().stream().filter(each -> each.colour().opacity() < 1)
                .map(Recorded.Rectangle::box).toList();
        assertThat(cells).hasSize(12);
        for (int layer = 0; layer < 3; layer++) {
            Colour colour = Theme.LIGHT.layer(layer, 3);
            for (int head = 0; head < 4; head++) {
                Box cell = cells.get(layer * 4 + head);
                assertThat(lines(drawn, colour).stream().filter(each -> within(cell, each.line())))
                        .hasSize(shown(layers.get(layer), head));
            }
        }
        assertThat(drawn.texts()).contains("decoder attention", "layer", "head 0", "1", "2", "3", "weight");
        assertThat(drawn.hints()).hasSize(12).first().asString().startsWith("decoder attention, layer 0, head 0\n");
    }

    @Test
    void theOpacityIsTheWeight() {
        Tensor weights = Tensor.of(new float[]{1, 0, 0.25f, 0.75f}, 1, 2, 2);
        AttentionMap map = Samples.map(AttentionKind.ENCODER, 0, Samples.tokens("a", "b"), weights);
        Recorded drawn = drawn(List.of(map), 0, Theme.DARK);
        assertThat(lines(drawn, Theme.DARK.layer(0, 1))).extracting(each -> each.colour().opacity())
                .containsExactly(0.25, 0.75, 1.0);
        Recorded some = drawn(List.of(map), 0.5, Theme.DARK);
        assertThat(lines(some, Theme.DARK.layer(0, 1))).hasSize(2);
        assertThat(some.texts()).contains("Links that weigh less than 50.00 % are left out.");
    }

    @Test
    void attentionsOfSeveralKindsStandOneBelowTheOther() {
        List<AttentionMap> layers = new ArrayList<>();
        for (AttentionKind kind : AttentionKind.values()) {
            AttentionMap any = Samples.causal(0, 2, 4);
            layers.add(Samples.map(kind, 0, any.queries(), any.weights()));
        }
        Recorded drawn = drawn(layers, 0, Theme.LIGHT);
        drawn.assertInOrder();
        assertThat(drawn.texts()).containsSubsequence("encoder attention", "decoder attention", "cross attention");
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 1", "false, 3", "true, 0.5"})
    void nothingIsClippedAndNoTextLiesUponAnother(boolean dark, double scale) {
        Theme theme = (dark ? Theme.DARK : Theme.LIGHT).scaled(scale);
        drawn(layers(12, 16, 9), 0, theme).assertInOrder();
        drawn(layers(1, 1, 1), 0, theme).assertInOrder();
        drawn(layers(2, 3, 6).stream().map(AttentionMap::average).toList(), 0, theme).assertInOrder();
    }

    @Test
    void fullCellsHoldOnlyTheirStrongestLinksAndThatIsSaid() {
        Recorded drawn = drawn(layers(12, 12, 100), 0, Theme.LIGHT);
        int most = ModelViewPicture.MOST_LINES / 144;
        long lines = IntStream.range(0, 12).mapToLong(layer -> lines(drawn, Theme.LIGHT.layer(layer, 12)).size()).sum();
        assertThat(lines).isBetween(100L * most, 144L * most);
        assertThat(drawn.texts()).contains("In full cells only the " + most + " strongest links are drawn.");
    }

    @Test
    void whereNothingIsLeftThePictureSaysSo() {
        for (List<AttentionMap> layers : List.of(List.<AttentionMap>of(), layers(2, 2, 0))) {
            Recorded drawn = drawn(layers, 0.5, Theme.LIGHT);
            drawn.assertInOrder();
            assertThat(drawn.texts()).anyMatch(text -> text.startsWith("There is nothing to show"));
        }
    }

    private static List<AttentionMap> layers(int layers, int heads, int tokens) {
        return IntStream.range(0, layers).mapToObj(layer -> Samples.causal(layer, heads, tokens)).toList();
    }

    private static Recorded drawn(List<AttentionMap> layers, double threshold, Theme theme) {
        return Recorded.of(ModelViewPicture.of(layers, threshold, Samples.SUBJECT, theme));
    }

    private static List<Stroke> lines(Recorded drawn, Colour colour) {
        return drawn.lines().stream().filter(each -> each.colour().withOpacity(1).equals(colour)).toList();
    }

    private static int shown(AttentionMap map, int head) {
        return map.only(List.of(head)).links(Marks.FAINTEST).size();
    }

    private static boolean within(Box box, Line line) {
        return line.x1() > box.x() && line.x2() < box.right() && Math.min(line.y1(), line.y2()) > box.y()
                && Math.max(line.y1(), line.y2()) < box.bottom();
    }
}
