package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.SvgSurface;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Recorded.Rectangle;

class MatrixPictureTest {
    @Test
    void aRolloutIsAGridOfSharesWithTheirNumbers() {
        AttentionMap rolled = rolled(Samples.tokens("the", " cat"), 0.8f, 0, 0.2f, 0.4f);
        Recorded drawn = Recorded.of(MatrixPicture.ofRollout(rolled, Samples.SUBJECT, Theme.LIGHT));
        assertThat(cells(drawn, Theme.LIGHT)).extracting(each -> each.colour().opacity()).contains(0.24, 0.48, 1.0);
        assertThat(drawn.texts()).contains("80.00 %", "20.00 %", "40.00 %", "share", "the", "cat", "·")
                .doesNotContain("< 0.01 %");
        assertThat(drawn.picture().title()).contains("decoder attention rolled out to layer 1");
        assertThat(drawn.hints()).contains("1 ·cat\n1 ·cat: 40.00 %\n0 the: 20.00 %");
    }

    @Test
    void aLargeGridHasNoNumbersAndJoinsNeighboursOfOneShade() {
        float[] shares = new float[900];
        Arrays.fill(shares, 0.04f);
        shares[0] = 1;
        Recorded drawn = Recorded.of(
                MatrixPicture.ofRollout(rolled(Samples.tokens(30), shares), Samples.SUBJECT, Theme.LIGHT));
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
            Recorded.of(MatrixPicture.ofRollout(Samples.causal(0, 1, tokens), Samples.SUBJECT, theme)).assertInOrder();
        }
    }

    @Test
    void aGridOf512TokensIsNotTooLargeForAFile() {
        Picture picture = MatrixPicture.ofRollout(Samples.causal(0, 12, 512).average(), Samples.SUBJECT, Theme.LIGHT);
        assertThat(SvgSurface.document(picture).length()).isLessThan(5_000_000);
    }

    @Test
    void whereNoTokenIsLeftThePictureSaysSo() {
        Recorded drawn = Recorded.of(MatrixPicture.ofRollout(Samples.causal(0, 1, 0), Samples.SUBJECT, Theme.LIGHT));
        drawn.assertInOrder();
        assertThat(drawn.texts()).contains("There is nothing to show: no token is left.");
    }

    private static AttentionMap rolled(List<AttentionToken> tokens, float... shares) {
        return new AttentionMap(AttentionKind.DECODER, 1, List.of(0, 1), true, tokens, tokens,
                Tensor.of(shares, 1, tokens.size(), tokens.size()));
    }

    private static List<Rectangle> cells(Recorded drawn, Theme theme) {
        return drawn.rectangles().stream().filter(each -> each.colour().withOpacity(1).equals(theme.positive()))
                .toList();
    }
}
