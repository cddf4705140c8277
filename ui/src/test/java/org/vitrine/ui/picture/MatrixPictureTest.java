package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionRollout;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.SvgSurface;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Recorded.Rectangle;

class MatrixPictureTest {
    @Test
    void aRolloutIsAGridOfSharesWithTheirNumbers() {
        AttentionRollout rollout = new AttentionRollout(AttentionKind.DECODER, Samples.tokens("the", " cat"),
                List.of(Tensor.of(new float[]{1, 0, 0, 1}, 2, 2), Tensor.of(new float[]{0.8f, 0, 0.2f, 0.4f}, 2, 2)));
        Recorded drawn = Recorded.of(MatrixPicture.of(rollout, 1, Samples.SUBJECT, Theme.LIGHT));
        assertThat(cells(drawn, Theme.LIGHT)).extracting(each -> each.colour().opacity()).contains(0.24, 0.48, 1.0);
        assertThat(drawn.texts()).contains("80.00 %", "20.00 %", "40.00 %", "share", "the", "cat", "·")
                .doesNotContain("< 0.01 %");
        assertThat(drawn.picture().title()).contains("decoder attention rolled out to layer 1");
        assertThat(drawn.hints()).contains("1 ·cat\n1 ·cat: 40.00 %\n0 the: 20.00 %");
    }

    @Test
    void aMatrixOfAMapNamesItsHead() {
        AttentionMap map = Samples.causal(2, 3, 4);
        assertThat(MatrixPicture.of(map, 1, Samples.SUBJECT, Theme.DARK).title())
                .contains("decoder attention, layer 2, head 1");
        assertThat(MatrixPicture.of(map.average(), 0, Samples.SUBJECT, Theme.DARK).title())
                .contains("layer 2, average of heads 0–2");
    }

    @Test
    void aLargeGridHasNoNumbersAndJoinsNeighboursOfOneShade() {
        float[] shares = new float[900];
        Arrays.fill(shares, 0.04f);
        shares[0] = 1;
        AttentionRollout rollout = new AttentionRollout(AttentionKind.ENCODER, Samples.tokens(30),
                List.of(Tensor.of(shares, 30, 30)));
        Recorded drawn = Recorded.of(MatrixPicture.of(rollout, 0, Samples.SUBJECT, Theme.LIGHT));
        drawn.assertInOrder();
        List<Box> faint = cells(drawn, Theme.LIGHT).stream().filter(each -> each.colour().opacity() == 0.2)
                .map(Rectangle::box).filter(box -> box.width() > 100).toList();
        assertThat(faint).as("√0.04; a strip for each row").hasSize(30);
        assertThat(drawn.texts()).doesNotContain("4.000 %").contains("0", "10", "20");
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 1", "false, 3", "true, 0.5"})
    void nothingIsClippedAndNoTextLiesUponAnother(boolean dark, double scale) {
        Theme theme = (dark ? Theme.DARK : Theme.LIGHT).scaled(scale);
        for (int tokens : new int[]{1, 2, 24, 25, 300}) {
            Recorded.of(MatrixPicture.of(Samples.causal(0, 1, tokens), 0, Samples.SUBJECT, theme)).assertInOrder();
        }
    }

    @Test
    void aGridOf512TokensIsNotTooLargeForAFile() {
        Picture picture = MatrixPicture.of(Samples.causal(0, 12, 512).average(), 0, Samples.SUBJECT, Theme.LIGHT);
        assertThat(SvgSurface.document(picture).length()).isLessThan(5_000_000);
    }

    @Test
    void whereNoTokenIsLeftThePictureSaysSo() {
        Recorded drawn = Recorded.of(MatrixPicture.of(Samples.causal(0, 1, 0), 0, Samples.SUBJECT, Theme.LIGHT));
        drawn.assertInOrder();
        assertThat(drawn.texts()).contains("There is nothing to show: no token is left.");
    }

    private static List<Rectangle> cells(Recorded drawn, Theme theme) {
        return drawn.rectangles().stream().filter(each -> each.colour().withOpacity(1).equals(theme.positive()))
                .toList();
    }
}
