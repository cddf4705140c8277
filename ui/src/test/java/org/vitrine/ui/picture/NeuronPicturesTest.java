package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.factors.ActivationFactors;
import org.vitrine.explain.neurons.NeuronActivation;
import org.vitrine.explain.neurons.NeuronText;
import org.vitrine.explain.neurons.TopNeurons;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Recorded.Rectangle;

class NeuronPicturesTest {
    private static final List<AttentionToken> WORDS = Samples.tokens("[CLS]", "play", "##ing", "dogs", "[SEP]");

    @Test
    void aTokenHasTheColourOfTheFactorThatIsNearestToItsPeakThere() {
        ActivationFactors factors = factors(new float[]{4, 2, 0, 0, 0, 0, 0.1f, 0.2f, 0.05f, 0}, 2);
        Recorded drawn = Recorded.of(ActivationsPicture.of(factors, WORDS, Samples.SUBJECT, Theme.LIGHT));
        assertThat(chip(drawn, "[CLS]").colour()).isEqualTo(Theme.LIGHT.factor(0));
        assertThat(chip(drawn, "play").colour()).isEqualTo(Theme.LIGHT.factor(0).withOpacity(0.5));
        assertThat(chip(drawn, "##ing").colour()).isEqualTo(Theme.LIGHT.factor(1));
        assertThat(chip(drawn, "dogs").colour()).isEqualTo(Theme.LIGHT.factor(1).withOpacity(0.25));
        assertThat(drawn.texts()).contains("0", "1", "peak 4", "peak 0.2000", "[CLS]  play", "##ing  play  dogs");
    }

    @Test
    void piecesOfAWordAreJoined() {
        ActivationFactors factors = factors(new float[]{1, 1, 1, 1, 1}, 1);
        Recorded drawn = Recorded.of(ActivationsPicture.of(factors, WORDS, Samples.SUBJECT, Theme.LIGHT));
        assertThat(chip(drawn, "##ing").box().x()).isEqualTo(chip(drawn, "play").box().right());
        assertThat(chip(drawn, "dogs").box().x()).isGreaterThan(chip(drawn, "##ing").box().right());
    }

    @Test
    void aSparklineHasABarForEachTokenAsHighAsItsShareOfThePeak() {
        ActivationFactors factors = factors(new float[]{4, 2, 1, 0, 4}, 1);
        Recorded drawn = Recorded.of(ActivationsPicture.of(factors, WORDS, Samples.SUBJECT, Theme.DARK));
        List<Double> heights = drawn.rectangles().stream().filter(each -> each.box().width() == 280 / 5.0)
                .filter(each -> each.colour().equals(Theme.DARK.factor(0))).map(each -> each.box().height()).toList();
        assertThat(heights).containsExactly(34.0, 17.0, 8.5, 0.0, 34.0);
        assertThat(drawn.texts()).anyMatch(text -> text.contains("9 at first, 3 after 2"));
    }

    @Test
    void factorsOfAnotherTextAreRefused() {
        assertThatThrownBy(() -> ActivationsPicture.of(factors(new float[3], 1), WORDS, Samples.SUBJECT, Theme.LIGHT))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("the factors are of 3 tokens, not 5");
        assertThatThrownBy(() -> NeuronTextPicture.of(text(1, 2), WORDS, Samples.SUBJECT, Theme.LIGHT))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("the activations are of 2 tokens, not 5");
    }

    @Test
    void aNeuronsTextIsBlueWhereItFiresAndOrangeBelowZeroWithTheNumbers() {
        Recorded drawn = Recorded.of(NeuronTextPicture.of(text(0, 8, -0.1234f, -2, 0.0001f), WORDS, Samples.SUBJECT,
                Theme.LIGHT));
        assertThat(chip(drawn, "play").colour()).isEqualTo(Theme.LIGHT.positive());
        assertThat(chip(drawn, "dogs").colour()).isEqualTo(Theme.LIGHT.negative().withOpacity(0.25));
        assertThat(drawn.texts()).contains("8.000", "-0.123", "-2.000", "0", "activation", "−8", "8");
        assertThat(drawn.hints()).contains("4 [SEP]: 1.0E-4");
        assertThat(drawn.picture().title()).contains("neuron 7 of encoder layer 2");
    }

    @Test
    void aLongTextHasNumbersBelowItsStrongestTokensOnly() {
        float[] activations = new float[200];
        activations[3] = 4;
        activations[5] = 0.9f;
        activations[6] = -1;
        Recorded drawn = Recorded.of(NeuronTextPicture.of(text(activations), Samples.tokens(200), Samples.SUBJECT,
                Theme.LIGHT));
        assertThat(drawn.texts()).contains("4.000", "-1.000").doesNotContain("0.900");
    }

    @Test
    void barsAreAsLongAsNeuronsFire() {
        TopNeurons top = new TopNeurons(Stack.DECODER, 1, List.of(new NeuronActivation(0, 12, 3),
                new NeuronActivation(5, 7, 1), new NeuronActivation(2, 1000, -2)));
        Recorded drawn = Recorded.of(TopNeuronsPicture.of(top, WORDS.get(1), Samples.SUBJECT, Theme.LIGHT));
        drawn.assertInOrder();
        List<Box> bars = drawn.rectangles().stream().filter(each -> each.box().height() == 14).map(Rectangle::box)
                .toList();
        assertThat(bars.get(0).width()).isCloseTo(3 * bars.get(1).width(), Offset.offset(1e-9));
        assertThat(bars.get(2).width()).isCloseTo(2 * bars.get(1).width(), Offset.offset(1e-9));
        assertThat(bars.get(2).right()).isCloseTo(bars.get(0).x(), Offset.offset(1e-9));
        assertThat(drawn.texts()).contains("layer 0 neuron 12", "layer 2 neuron 1000", "3", "-2", "0");
        assertThat(drawn.picture().title()).contains("decoder fire most at play, position 1");
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "true, 1", "false, 3", "true, 0.5"})
    void nothingIsClippedAndNoTextLiesUponAnother(boolean dark, double scale) {
        Theme theme = (dark ? Theme.DARK : Theme.LIGHT).scaled(scale);
        Random random = new Random(5);
        for (int count : new int[]{1, 2, 15, 363}) {
            List<AttentionToken> tokens = Samples.tokens(count);
            float[] numbers = new float[20 * count];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Math.max(0, (float) random.nextGaussian());
            }
            ordered(ActivationsPicture.of(factors(numbers, 20), tokens, Samples.SUBJECT, theme));
            Picture all = ActivationsPicture.inWindow(factors(numbers, 20), tokens, ActivationsPicture.ALL, theme);
            Picture alone = ActivationsPicture.inWindow(factors(numbers, 20), tokens, 7, theme);
            ordered(all);
            ordered(alone);
            assertThat(alone.width()).isEqualTo(all.width());
            assertThat(alone.height()).isEqualTo(all.height());
            ordered(ActivationsPicture.waiting(16, tokens, Stack.ENCODER, theme));
            float[] activations = new float[count];
            for (int i = 0; i < count; i++) {
                activations[i] = (float) (random.nextGaussian() * Math.pow(10, -3 * random.nextInt(4)));
            }
            ordered(NeuronTextPicture.of(text(activations), tokens, Samples.SUBJECT, theme));
            List<NeuronActivation> neurons = IntStream.range(0, count)
                    .mapToObj(i -> new NeuronActivation(i % 12, i, activations[i])).toList();
            ordered(TopNeuronsPicture.of(new TopNeurons(Stack.ENCODER, 0, neurons), tokens.getFirst(), Samples.SUBJECT,
                    theme));
            TopNeurons top = new TopNeurons(Stack.ENCODER, 0, neurons.subList(0, Math.min(10, count)));
            for (boolean changed : new boolean[]{false, true}) {
                ordered(NeuronSearchPicture.of(new NeuronSearchPicture.Found(Optional.of(top),
                        Optional.of(text(activations)), tokens, changed), Subject.SAID, theme));
                ordered(NeuronSearchPicture.of(
                        new NeuronSearchPicture.Found(Optional.empty(), Optional.empty(), tokens, changed),
                        Samples.SUBJECT, theme));
            }
        }
    }

    @Test
    void aFactorAloneColoursTheTextByItsOwnStrengthAndNamesItsNeurons() {
        ActivationFactors factors = factors(new float[]{4, 2, 0, 0, 0, 0, 0.1f, 0.2f, 0.05f, 0}, 2);
        Recorded drawn = Recorded.of(ActivationsPicture.inWindow(factors, WORDS, 1, Theme.LIGHT));
        assertThat(chip(drawn, "[CLS]").colour().opacity()).isZero();
        assertThat(chip(drawn, "play").colour()).isEqualTo(Theme.LIGHT.factor(1).withOpacity(0.5));
        assertThat(chip(drawn, "##ing").colour()).isEqualTo(Theme.LIGHT.factor(1));
        assertThat(drawn.texts()).contains("0.0", "0.1", "1.0", "1.1", "25.00 %");
        assertThat(drawn.hints()).anyMatch(hint -> hint.startsWith("2 ##ing") && hint.contains("factor 1: 0.2000, ")
                && hint.contains("factor 0: 0, "));
    }

    @Test
    void withoutNeuronsThePictureSaysSo() {
        Recorded drawn = Recorded.of(TopNeuronsPicture.of(new TopNeurons(Stack.ENCODER, 0, List.of()), WORDS.get(0),
                Samples.SUBJECT, Theme.LIGHT));
        assertThat(drawn.texts()).anyMatch(text -> text.startsWith("There is nothing to show"));
    }

    private static void ordered(Picture picture) {
        Recorded.of(picture).assertInOrder();
    }

    /** What lies below a token of the text, not below a label. */
    private static Rectangle chip(Recorded drawn, String token) {
        Box word = drawn.words().stream().filter(each -> each.text().equals(token)).findFirst().orElseThrow().box();
        return drawn.rectangles().stream().skip(1)
                .filter(each -> each.box().x() <= word.x() && each.box().right() >= word.right()
                        && each.box().y() <= word.y() + 1 && each.box().bottom() >= word.bottom() - 1)
                .reduce((first, last) -> last).orElseThrow();
    }

    private static NeuronText text(float... activations) {
        return new NeuronText(Stack.ENCODER, 2, 7, Tensor.of(activations, activations.length));
    }

    private static ActivationFactors factors(float[] strengths, int components) {
        float[] neurons = new float[components * 4];
        Arrays.fill(neurons, 0.25f);
        return new ActivationFactors(Stack.ENCODER, 0, 2, "random, seed 0", 10,
                Tensor.of(strengths, components, strengths.length / components), Tensor.of(neurons, components, 4),
                List.of(9.0, 4.0, 3.0), true);
    }
}
