package org.vitrine.ui.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShadeTest {
    private static final Terminal PLAIN = new Terminal(80, false, true);
    private static final Terminal ASCII = new Terminal(80, false, false);
    private static final Terminal COLOUR = new Terminal(80, true, true);

    @Test
    void aSparklineGoesFromZeroToThePeak() {
        assertThat(Sparkline.of(new float[]{0, 1, 2, 3.5f, 7, -3}, 1, PLAIN)).isEqualTo("▁▂▃▅█▁");
        assertThat(Sparkline.of(new float[]{0, 1, 2, 3.5f, 7, -3}, 1, ASCII)).isEqualTo("_.:=#_");
        assertThat(Sparkline.of(new float[]{0, 0, -1}, 1, PLAIN)).isEqualTo("▁▁▁");
    }

    @Test
    void neighboursThatShareABarShowTheGreatestOfThem() {
        assertThat(Sparkline.of(new float[]{0, 7, 0, 0, 7}, 2, PLAIN)).isEqualTo("█▁█");
        assertThat(Sparkline.folding(5, 5)).isEqualTo(1);
        assertThat(Sparkline.folding(6, 5)).isEqualTo(2);
        assertThat(Sparkline.folding(512, 50)).isEqualTo(11);
    }

    @Test
    void theStrongerTheFuller() {
        assertThat(Shade.signed(0.1)).isEqualTo(Style.PLAIN);
        assertThat(Shade.signed(0.2)).isEqualTo(Style.BLUE);
        assertThat(Shade.signed(-0.2)).isEqualTo(Style.ORANGE);
        assertThat(Shade.signed(0.5).code()).isEqualTo("38;5;16;48;5;117");
        assertThat(Shade.signed(1)).isEqualTo(new Style("38;5;231;48;5;33", true));
        assertThat(Shade.signed(Double.NaN)).isEqualTo(Style.PLAIN);
    }

    @Test
    void sixteenThingsHaveSixteenColoursAndThenTheyBeginAgain() {
        Set<Style> styles = new HashSet<>();
        for (int i = 0; i < 16; i++) {
            styles.add(Shade.kind(i, 1));
            assertThat(Shade.kind(i, 0.5).fills()).isTrue();
        }
        assertThat(styles).hasSize(16);
        assertThat(Shade.kind(16, 1)).isEqualTo(Shade.kind(0, 1));
    }

    @Test
    void theLegendShowsEachStepInItsColour() {
        assertThat(Shade.legend(Shade::signed, PLAIN)).isEqualTo("from 1/8  from 1/3   from 2/3 ");
        assertThat(Shade.legend(Shade::signed, COLOUR)).startsWith("\u001b[38;5;33mfrom 1/8\u001b[0m ")
                .contains(Shade.signed(1).code());
    }

    @Test
    void asManyEntriesAsFitAreShownAndAlwaysTheFirst() {
        assertThat(Wrap.fitting(List.of("abc", "de", "f"), 80)).isEqualTo("abc  de  f");
        assertThat(Wrap.fitting(List.of("abc", "de", "f"), 9)).isEqualTo("abc  de");
        assertThat(Wrap.fitting(List.of("abc", "de", "f"), 2)).isEqualTo("abc");
        assertThat(Wrap.fitting(List.of(), 9)).isEmpty();
    }
}
